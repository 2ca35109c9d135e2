// Of CBOR (RFC 8949) as much as it takes to put the items of a list into another order: where each
// begins and ends. Lengths are always written out, as Pagefind writes them.

/** The bytes of each item of a list. Throws a RangeError for anything but a list. */
export function itemsOf(list: Buffer): Buffer[] {
  const { major, value, next } = headAt(list, 0);
  if (major !== 4) throw new RangeError(`Expected a CBOR list, but found major type ${major}`);
  const items: Buffer[] = [];
  for (let at = next, i = 0; i < value; i += 1) {
    const end = endOfItem(list, at);
    items.push(list.subarray(at, end));
    at = end;
  }
  return items;
}

/** The bytes of `list` with other items in the place of its own, as many as they were. */
export function withItems(list: Buffer, items: readonly Buffer[]): Buffer {
  return Buffer.concat([list.subarray(0, headAt(list, 0).next), ...items]);
}

/** The items in the order of their bytes. */
export function sortItems(list: Buffer): Buffer {
  return withItems(
    list,
    itemsOf(list).sort((a, b) => Buffer.compare(a, b)),
  );
}

function endOfItem(bytes: Buffer, at: number): number {
  const { major, value, next } = headAt(bytes, at);
  if (major === 2 || major === 3) return next + value;
  const inside = { 4: value, 5: 2 * value, 6: 1 }[major] ?? 0;
  let end = next;
  for (let i = 0; i < inside; i += 1) end = endOfItem(bytes, end);
  return end;
}

/** The type of an item, its number or length, and where what follows begins (RFC 8949, section 3). */
function headAt(bytes: Buffer, at: number): { major: number; value: number; next: number } {
  const first = bytes.readUInt8(at);
  const info = first & 31;
  const major = first >> 5;
  if (info < 24) return { major, value: info, next: at + 1 };
  if (info > 27) throw new RangeError('CBOR items of indefinite length are not supported');
  const size = 2 ** (info - 24);
  const value = size === 8 ? Number(bytes.readBigUInt64BE(at + 1)) : bytes.readUIntBE(at + 1, size);
  return { major, value, next: at + 1 + size };
}
