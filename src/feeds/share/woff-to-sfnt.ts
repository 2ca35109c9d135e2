import { inflateSync } from 'node:zlib';

/**
 * Returns the OpenType font in a WOFF 1.0 file (W3C, sections 3 to 5): the same tables, uncompressed.
 * @throws If the data is damaged.
 */
export function toSfnt(woff: Buffer): Uint8Array {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, i) => readTable(woff, 44 + 20 * i));
  const dataStart = 12 + 16 * count;
  const size = tables.reduce((sum, { data }) => sum + align(data.length), dataStart);
  const sfnt = Buffer.alloc(size);
  woff.copy(sfnt, 0, 4, 8);
  sfnt.writeUInt16BE(count, 4);
  let offset = dataStart;
  for (const [i, { tag, checksum, data }] of tables.entries()) {
    const entry = 12 + 16 * i;
    sfnt.writeUInt32BE(tag, entry);
    sfnt.writeUInt32BE(checksum, entry + 4);
    sfnt.writeUInt32BE(offset, entry + 8);
    sfnt.writeUInt32BE(data.length, entry + 12);
    sfnt.set(data, offset);
    offset += align(data.length);
  }
  return sfnt;
}

function readTable(woff: Buffer, entry: number) {
  const offset = woff.readUInt32BE(entry + 4);
  const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8));
  const size = woff.readUInt32BE(entry + 12);
  return {
    tag: woff.readUInt32BE(entry),
    checksum: woff.readUInt32BE(entry + 16),
    data: packed.length < size ? inflateSync(packed) : packed,
  };
}

/** Tables start at multiples of four bytes. */
function align(length: number): number {
  return (length + 3) & ~3;
}
