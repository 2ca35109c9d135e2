/**
 * Rounds the distances by which pairs of letters are moved, in place. A tenth of a pixel at the size of
 * text is not seen, and a list of round numbers is a third smaller when it is compressed.
 * @param font An OpenType font that is not compressed; its pairs have an advance alone.
 * @param share The unit to round to, as a part of an em.
 * @see https://learn.microsoft.com/typography/opentype/spec/gpos#lookup-type-2-subtable-pair-adjustment-positioning
 */
export function roundKerning(font: Buffer, share: number): void {
  const gpos = tableAt(font, 'GPOS');
  if (gpos === undefined) return;
  const unit = font.readUInt16BE(tableAt(font, 'head')! + 18) * share;
  const round = (at: number) =>
    font.writeInt16BE(Math.round(Math.round(font.readInt16BE(at) / unit) * unit), at);
  const lookups = gpos + font.readUInt16BE(gpos + 8);
  for (const lookup of offsets(font, lookups, 0)) {
    const type = font.readUInt16BE(lookup);
    for (const at of offsets(font, lookup, 4)) {
      // An extension leads on to a table of another type.
      const isFar = type === 9;
      const table = isFar ? at + font.readUInt32BE(at + 4) : at;
      if ((isFar ? font.readUInt16BE(at + 2) : type) === 2) values(font, table).forEach(round);
    }
  }
}

/** Where the values of a table of pairs stand. */
function values(font: Buffer, table: number): number[] {
  const [format, , first, second] = [0, 2, 4, 6].map((at) => font.readUInt16BE(table + at));
  if (first !== 4 || second !== 0) return [];
  if (format === 1) {
    return offsets(font, table, 8).flatMap((set) =>
      Array.from({ length: font.readUInt16BE(set) }, (_, i) => set + 2 + 4 * i + 2),
    );
  }
  const count = font.readUInt16BE(table + 12) * font.readUInt16BE(table + 14);
  return Array.from({ length: count }, (_, i) => table + 16 + 2 * i);
}

/** A count, and as many offsets from the start of their table. */
function offsets(font: Buffer, table: number, at: number): number[] {
  const length = font.readUInt16BE(table + at);
  return Array.from({ length }, (_, i) => table + font.readUInt16BE(table + at + 2 + 2 * i));
}

function tableAt(font: Buffer, tag: string): number | undefined {
  const count = font.readUInt16BE(4);
  const records = Array.from({ length: count }, (_, i) => 12 + 16 * i);
  const record = records.find((at) => font.toString('latin1', at, at + 4) === tag);
  return record && font.readUInt32BE(record + 8);
}
