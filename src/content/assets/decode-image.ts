import { readFile } from 'node:fs/promises';
import { imageMetadata } from 'astro/assets/utils';
import sharp from 'sharp';
import type { ImageProperties, ImageError } from '../../model/page/image.ts';
import { judgeStray } from './file-type.ts';

/** What Astro's image pipeline takes. */
const formats = ['avif', 'gif', 'jpg', 'jpeg', 'png', 'svg', 'tiff', 'webp'];

/**
 * Reads a picture as Astro will, and every byte of its first frame as a browser will: Astro itself
 * passes on what is cut off.
 * @throws When the file cannot be read.
 */
export async function decodePicture(file: string): Promise<ImageProperties> {
  const data = await readFile(file);
  const head = data.subarray(0, 1024).toString('latin1');
  const measured = await imageMetadata(data, file).catch(() => undefined);
  if (!measured) return { trouble: await judgeUnmeasured(data, head) };
  const { width, height, format } = measured;
  if (!formats.includes(format)) return { trouble: 'unknown-format' };
  const trouble = await tryToDecode(data, format);
  if (trouble) return { trouble };
  return { width, height, format, ...((await isAnimated(data, format)) && { animated: true }) };
}

async function judgeUnmeasured(data: Buffer, head: string): Promise<ImageError> {
  if (/<svg[\s>]/.test(head)) return 'no-size';
  const signs = ['\xFF\xD8\xFF', '\x89PNG', 'GIF8', 'RIFF', 'II*\0', 'MM\0*'];
  const began = signs.some((sign) => head.startsWith(sign)) || head.slice(4, 8) === 'ftyp';
  if (!began || data.length === 0) return judgeStray(head);
  return (await tryToDecode(data, 'jpg')) ?? 'unusual';
}

/** A drawing is parsed; of anything else the first frame is decoded, as small as that may be done. */
async function tryToDecode(data: Buffer, format: string): Promise<ImageError | undefined> {
  const picture = sharp(data, {
    failOn: 'truncated',
    ...(format === 'svg' && { unlimited: true }),
  });
  try {
    if (format === 'svg') await picture.metadata();
    else await picture.resize(8, 8, { fit: 'fill' }).raw().toBuffer();
    return undefined;
  } catch (error) {
    return /pixel limit/.test(String(error)) ? 'too-large' : 'damaged';
  }
}

/** By the marks of an animation: pages; of PNG the chunk acTL; of AVIF the brand of sequences. */
async function isAnimated(data: Buffer, format: string): Promise<boolean> {
  if (format === 'png') {
    const end = data.indexOf('IDAT', 8, 'latin1');
    return data.subarray(0, end).includes('acTL', 0, 'latin1');
  }
  if (format === 'avif') return data.subarray(8, 64).includes('avis', 0, 'latin1');
  if (format !== 'gif' && format !== 'webp') return false;
  return ((await sharp(data).metadata()).pages ?? 1) > 1;
}
