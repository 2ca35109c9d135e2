import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { removePosition } from '../../../src/content/assets/remove-position.ts';
import { hasPosition, makePhotograph } from '../../helpers/make/images.ts';

describe.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)('a photograph as %s', (format) => {
  test('loses its position, and nothing else', async () => {
    const original = await makePhotograph(format);
    const cleaned = removePosition(original);
    expect([hasPosition(original), hasPosition(cleaned)]).toEqual([true, false]);
    const [before, after] = await Promise.all(
      [original, cleaned].map((one) => sharp(one).metadata()),
    );
    expect(after!.xmp?.toString() ?? '').not.toContain('51,30');
    expect([after!.orientation, after!.width]).toEqual([before!.orientation, before!.width]);
    expect(after!.icc?.equals(before!.icc!)).toBe(true);
    if (format !== 'png') expect(cleaned.length).toBe(original.length);
    const pixels = [original, cleaned].map((one) => sharp(one).raw().toBuffer());
    const [first, second] = await Promise.all(pixels);
    expect(first!.equals(second!)).toBe(true);
    // Nothing is left to remove, and the same bytes are returned.
    expect(removePosition(cleaned)).toBe(cleaned);
  });
});

test('an image without a position is returned as it is', async () => {
  const plain = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#123456' } })
    .withExif({ IFD0: { Make: 'Camera', Copyright: 'GPS is a word' } })
    .jpeg()
    .toBuffer();
  expect(removePosition(plain)).toBe(plain);
  for (const bytes of [Buffer.alloc(0), Buffer.from('II*\0'), Buffer.from('II*\0\xff\xff\xff\xff')])
    expect(removePosition(bytes)).toBe(bytes);
});

test('metadata as ImageMagick writes it in a PNG is left out', async () => {
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#123456' } })
    .png()
    .toBuffer();
  const raw = Buffer.concat([
    Buffer.from('Raw profile type exif\0\0'),
    deflateSync('\nexif\n4\n4949'),
  ]);
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('zTXt'), raw, Buffer.alloc(4)]);
  chunk.writeUInt32BE(raw.length, 0);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  const end = png.length - 12;
  const withRaw = Buffer.concat([png.subarray(0, end), chunk, png.subarray(end)]);
  expect(removePosition(withRaw).equals(png)).toBe(true);
});

test('damaged metadata causes no error', async () => {
  const photograph = await makePhotograph('jpeg');
  for (let length = 0; length < photograph.length; length += 7)
    expect(removePosition(photograph.subarray(0, length)).length).toBe(length);
});
