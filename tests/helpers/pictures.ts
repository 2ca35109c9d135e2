import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** A picture of a plain colour with a lighter left half, of a kind that sharp writes. */
export function makePicture(
  kind: 'avif' | 'gif' | 'jpeg' | 'png' | 'tiff' | 'webp',
  [width, height]: [number, number] = [64, 40],
): Promise<Buffer> {
  return frame(width, height).toFormat(kind).toBuffer();
}

/** Two frames that follow each other. */
export async function makeAnimation(kind: 'gif' | 'webp', size = [64, 40]): Promise<Buffer> {
  const [width = 64, height = 40] = size;
  const first = await frame(width, height).png().toBuffer();
  const second = await sharp(first).negate().png().toBuffer();
  return sharp([first, second], { join: { animated: true } })
    .toFormat(kind)
    .toBuffer();
}

/** A PNG that says of itself that it moves: its chunk acTL, before the first picture data. */
export async function makeApng(): Promise<Buffer> {
  const still = await makePicture('png');
  const at = still.indexOf('IDAT') - 4;
  // Length, name, one frame, for ever, checksum of what follows the length.
  const control = Buffer.from('000000086163544c000000010000000000000000', 'hex');
  control.writeUInt32BE(crc32(control.subarray(4, 16)), 16);
  return Buffer.concat([still.subarray(0, at), control, still.subarray(at)]);
}

function frame(width: number, height: number) {
  const half = {
    create: { width: width >> 1, height, channels: 3, background: '#c9b28a' },
  } as const;
  return sharp({ create: { width, height, channels: 3, background: '#7b1e2c' } }).composite([
    { input: half, left: 0, top: 0 },
  ]);
}
