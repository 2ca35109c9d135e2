import { inflateSync } from 'node:zlib';

/**
 * Returns the code points that a font has a glyph for. Reads the character map of a WOFF 1.0 file (W3C,
 * section 5): its subtables of formats 4 and 12 (OpenType, `cmap`), the only ones that web fonts use.
 * @throws If the file has no such table.
 */
export function readCodePoints(woff: Buffer): Set<number> {
  const cmap = readTable(woff, 'cmap');
  const codePoints = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 4) addSegments(subtable, codePoints);
    if (format === 12) addGroups(subtable, codePoints);
  }
  return codePoints;
}

function readTable(woff: Buffer, tag: string): Buffer {
  for (let i = 0; i < woff.readUInt16BE(12); i += 1) {
    const entry = woff.subarray(44 + 20 * i);
    if (entry.toString('latin1', 0, 4) !== tag) continue;
    const offset = entry.readUInt32BE(4);
    const packedLength = entry.readUInt32BE(8);
    const bytes = woff.subarray(offset, offset + packedLength);
    return packedLength < entry.readUInt32BE(12) ? inflateSync(bytes) : bytes;
  }
  throw new Error(`The font has no table ${tag}.`);
}

function addSegments(subtable: Buffer, codePoints: Set<number>): void {
  const width = subtable.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + width, 16 + 2 * width, 16 + 3 * width] as const;
  for (let index = 0; index < width; index += 2) {
    const start = subtable.readUInt16BE(starts + index);
    const end = subtable.readUInt16BE(ends + index);
    const delta = subtable.readUInt16BE(deltas + index);
    const offset = subtable.readUInt16BE(offsets + index);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph =
        offset === 0
          ? (code + delta) & 0xffff
          : subtable.readUInt16BE(offsets + index + offset + 2 * (code - start));
      if (glyph !== 0) codePoints.add(code);
    }
  }
}

function addGroups(subtable: Buffer, codePoints: Set<number>): void {
  for (let i = 0; i < subtable.readUInt32BE(12); i += 1) {
    const group = 16 + 12 * i;
    const end = subtable.readUInt32BE(group + 4);
    for (let code = subtable.readUInt32BE(group); code <= end; code += 1) codePoints.add(code);
  }
}
