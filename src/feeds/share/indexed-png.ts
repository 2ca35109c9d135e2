import { constants, crc32, deflateSync } from 'node:zlib';
import type { Rgb } from './share-colours.ts';

/** An image with at most 256 colours. */
export interface IndexedImage {
  width: number;
  height: number;
  palette: readonly Rgb[];
  /** Indexes of the palette, one byte a pixel, in rows that start with a filter type. */
  rows: Uint8Array;
}

/** Returns an image as PNG (W3C, section 11). */
export function encodePng({ width, height, palette, rows }: IndexedImage): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, which are an index of a palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    signature,
    toChunk('IHDR', header),
    toChunk('PLTE', Buffer.from(palette.flat())),
    toChunk('IDAT', deflateSync(rows, compression)),
    toChunk('IEND', Buffer.alloc(0)),
  ]);
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Searches only for runs of equal pixels: text on paper gets as small as at level 3, in half the time. */
const compression = { strategy: constants.Z_RLE, chunkSize: 1 << 16 };

function toChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}
