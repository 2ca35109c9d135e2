/**
 * Rounds the kerning of a font in place. A tenth of a pixel at text size is not visible, and a list of
 * round numbers is a third smaller after compression.
 * @param font An uncompressed OpenType font whose pairs have only an advance.
 * @param precision The unit to round to, as a fraction of an em.
 * @see https://learn.microsoft.com/typography/opentype/spec/gpos#lookup-type-2-subtable-pair-adjustment-positioning
 */
export function roundKerning(font: Buffer, precision: number): void {
  const gpos = findTable(font, 'GPOS');
  if (gpos === undefined) return;
  const unit = font.readUInt16BE(findTable(font, 'head')! + 18) * precision;
  const round = (position: number) =>
    font.writeInt16BE(Math.round(Math.round(font.readInt16BE(position) / unit) * unit), position);
  const lookups = gpos + font.readUInt16BE(gpos + 8);
  for (const lookup of readOffsets(font, lookups, 0)) {
    const type = font.readUInt16BE(lookup);
    for (const position of readOffsets(font, lookup, 4)) {
      // An extension refers to a table of another type.
      const isExtension = type === 9;
      const table = isExtension ? position + font.readUInt32BE(position + 4) : position;
      if ((isExtension ? font.readUInt16BE(position + 2) : type) === 2)
        findPairValues(font, table).forEach(round);
    }
  }
}

/** Returns the positions of the values in a table of pairs. */
function findPairValues(font: Buffer, table: number): number[] {
  const [format, , first, second] = [0, 2, 4, 6].map((position) =>
    font.readUInt16BE(table + position),
  );
  if (first !== 4 || second !== 0) return [];
  if (format === 1) {
    return readOffsets(font, table, 8).flatMap((set) =>
      Array.from({ length: font.readUInt16BE(set) }, (_, i) => set + 2 + 4 * i + 2),
    );
  }
  const count = font.readUInt16BE(table + 12) * font.readUInt16BE(table + 14);
  return Array.from({ length: count }, (_, i) => table + 16 + 2 * i);
}

/** Reads a count and that many offsets, and adds the start of their table. */
function readOffsets(font: Buffer, table: number, position: number): number[] {
  const length = font.readUInt16BE(table + position);
  return Array.from({ length }, (_, i) => table + font.readUInt16BE(table + position + 2 + 2 * i));
}

function findTable(font: Buffer, tag: string): number | undefined {
  const count = font.readUInt16BE(4);
  const records = Array.from({ length: count }, (_, i) => 12 + 16 * i);
  const record = records.find(
    (position) => font.toString('latin1', position, position + 4) === tag,
  );
  return record && font.readUInt32BE(record + 8);
}
