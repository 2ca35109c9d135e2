import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { imageMetadata } from 'astro/assets/utils';
import type Sharp from 'sharp';
import type { ImageProperties, ImageError } from '../../model/page/image-errors.ts';
import { detectFileType } from './file-type.ts';

const require = createRequire(import.meta.url);
/** Loads sharp when there is an image. */
const loadSharp = () => require('sharp') as typeof Sharp;

/** The formats that Astro's image pipeline supports. */
const astroFormats = ['avif', 'gif', 'jpg', 'jpeg', 'png', 'svg', 'tiff', 'webp'];

/**
 * Measures an image as Astro does, and decodes the whole first frame as a browser does: Astro itself does
 * not notice that a file is incomplete.
 * @throws When the file cannot be read.
 */
export async function decodeImage(file: string): Promise<ImageProperties> {
  const data = await readFile(file);
  const head = data.subarray(0, 1024).toString('latin1');
  if (isHeic(head)) return { error: 'heic' };
  const metadata = await imageMetadata(data, file).catch(() => undefined);
  if (!metadata) return { error: await explainUnmeasured(data, head) };
  const { width, height, format } = metadata;
  if (!astroFormats.includes(format)) return { error: 'unknown-format' };
  const error = await tryToDecode(data, format);
  if (error) return { error };
  return { width, height, format, ...((await isAnimated(data, format)) && { animated: true }) };
}

/** Returns whether an image is HEIC by the brands in its first box (ISO 23008-12, 10.2). AVIF has others. */
function isHeic(head: string): boolean {
  const brands = head.slice(8, head.charCodeAt(2) * 256 + head.charCodeAt(3));
  return (
    head.slice(4, 8) === 'ftyp' && /hei[cxms]|hev[cxms]/.test(brands) && !/avi[fs]/.test(brands)
  );
}

/** Returns the reason why Astro cannot measure an image. */
async function explainUnmeasured(data: Buffer, head: string): Promise<ImageError> {
  if (/<svg[\s>]/.test(head)) return 'no-size';
  const signatures = ['\xFF\xD8\xFF', '\x89PNG', 'GIF8', 'RIFF', 'II*\0', 'MM\0*'];
  const isImage =
    signatures.some((signature) => head.startsWith(signature)) || head.slice(4, 8) === 'ftyp';
  if (!isImage || data.length === 0) return detectFileType(head);
  return (await tryToDecode(data, 'jpg')) ?? 'unusual';
}

/** Parses an SVG, and decodes the first frame of any other image, at a small size to save time. */
async function tryToDecode(data: Buffer, format: string): Promise<ImageError | undefined> {
  const image = loadSharp()(data, {
    failOn: 'truncated',
    ...(format === 'svg' && { unlimited: true }),
  });
  try {
    if (format === 'svg') await image.metadata();
    else await image.resize(8, 8, { fit: 'fill' }).raw().toBuffer();
    return undefined;
  } catch (error) {
    return /pixel limit/.test(String(error)) ? 'too-large' : 'damaged';
  }
}

/** Returns whether an image has several pages, or a PNG the chunk acTL, or an AVIF the brand of image sequences. */
async function isAnimated(data: Buffer, format: string): Promise<boolean> {
  if (format === 'png') {
    const end = data.indexOf('IDAT', 8, 'latin1');
    return data.subarray(0, end).includes('acTL', 0, 'latin1');
  }
  if (format === 'avif') return data.subarray(8, 64).includes('avis', 0, 'latin1');
  if (format !== 'gif' && format !== 'webp') return false;
  return ((await loadSharp()(data).metadata()).pages ?? 1) > 1;
}
