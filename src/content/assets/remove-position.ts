import { crc32, inflateSync } from 'node:zlib';

/** Matches the names of images that may hold the position at which they were taken. */
export const photographName = /\.(?:avif|gif|hei[cf]|jpe?g|jxl|png|tiff?|webp)$/i;

/**
 * Removes the position at which a photograph was taken from its Exif and XMP data. Everything else, such as the pixels,
 * the orientation and the colour profile, stays byte for byte. Returns the same bytes for an image without a position.
 *
 * The data is overwritten at its place, which works in all formats of images, because they all contain Exif as a TIFF
 * file and XMP as text. No image library can remove a position without compressing the image again.
 */
export function removePosition(bytes: Buffer): Buffer {
  if (!mayHavePosition(bytes)) return bytes;
  if (bytes.subarray(0, 8).equals(pngSignature)) return removeFromPng(bytes);
  const copy = Buffer.from(bytes);
  return overwritePosition(copy) ? copy : bytes;
}

/** The marks at the start of Exif data: TIFF 6.0, section 2. */
const tiffMarks = [Buffer.from('II*\0', 'latin1'), Buffer.from('MM\0*', 'latin1')];

function mayHavePosition(bytes: Buffer): boolean {
  return (
    tiffMarks.some((mark) => bytes.includes(mark)) ||
    bytes.includes('GPS') ||
    bytes.includes(xmpKeyword) ||
    bytes.includes(rawProfile)
  );
}

/** Overwrites the positions in Exif and XMP data anywhere in the bytes. Returns whether there was one. */
function overwritePosition(bytes: Buffer): boolean {
  let isFound = false;
  for (const mark of tiffMarks) {
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4))
      if (overwriteExif(bytes.subarray(at), mark === tiffMarks[0])) isFound = true;
  }
  if (bytes.includes('GPS') && overwriteXmp(bytes)) isFound = true;
  return isFound;
}

/** The tag of the directory with the position, and the sizes of the types (Exif 3.0, 4.6.2 and 4.6.3). */
const positionTag = 0x8825;
const typeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const entrySize = 12;

/** Replaces the directory with the position by an empty one. @param tiff Starts with the mark of TIFF. */
function overwriteExif(tiff: Buffer, isLittle: boolean): boolean {
  const read16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const read32 = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  /** Returns the places of the entries of a directory; undefined if there is none. */
  const listEntries = (at: number): number[] | undefined => {
    if (at < 8 || at + 2 > tiff.length) return undefined;
    const count = read16(at);
    if (count === 0 || at + 2 + count * entrySize > tiff.length) return undefined;
    return Array.from({ length: count }, (_, i) => at + 2 + i * entrySize);
  };
  if (tiff.length < 8) return false;
  const pointer = listEntries(read32(4))?.find((at) => read16(at) === positionTag);
  const directory = pointer === undefined ? undefined : read32(pointer + 8);
  const entries = directory === undefined ? undefined : listEntries(directory);
  if (directory === undefined || !entries) return false;
  const sizes = entries.map((at) => (typeSizes[read16(at + 2)] ?? 0) * read32(at + 4));
  const isEmpty = entries.length === 1 && read16(entries[0]!) === 0;
  // Bytes that only look like a directory have types that do not exist.
  if (isEmpty || sizes.some((size) => size === 0 || size > tiff.length)) return false;
  for (const [i, at] of entries.entries()) {
    const [size, value] = [sizes[i]!, read32(at + 8)];
    if (size > 4 && value >= 8 && value + size <= tiff.length) tiff.fill(0, value, value + size);
    tiff.fill(0, at, at + entrySize);
  }
  const write16 = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  // Only the version: a directory must not be empty. Its tag is 0, and it has four bytes.
  write16(1, directory);
  write16(1, entries[0]! + 2);
  if (isLittle) tiff.writeUInt32LE(4, entries[0]! + 4);
  else tiff.writeUInt32BE(4, entries[0]! + 4);
  tiff.set([2, 3, 0, 0], entries[0]! + 8);
  return true;
}

/** Properties of a position in XMP, as attributes and as elements (XMP Specification, part 2, 3.4). */
const xmpAttribute = /(?<=\bGPS[A-Za-z]+\s*=\s*)(?:"[^"<]*"|'[^'<]*')/g;
const xmpElement = /(?<=<(?:\w+:)?(GPS[A-Za-z]+)(?:\s[^<>]*)?>)[^]*?(?=<\/(?:\w+:)?\1\s*>)/g;
const xmpStart = '<x:xmpmeta';
const xmpEnd = '</x:xmpmeta>';

/** Overwrites the values with blanks, so that no length changes. */
function overwriteXmp(bytes: Buffer): boolean {
  let isFound = false;
  let start = bytes.indexOf(xmpStart);
  while (start >= 0) {
    const end = bytes.indexOf(xmpEnd, start);
    const packet = bytes.subarray(start, end < 0 ? bytes.length : end);
    const text = packet.toString('latin1');
    const cleared = text
      .replace(xmpAttribute, (value) => value[0]! + ' '.repeat(value.length - 2) + value[0]!)
      .replace(xmpElement, (value) => ' '.repeat(value.length));
    if (cleared !== text) {
      packet.write(cleared, 'latin1');
      isFound = true;
    }
    start = bytes.indexOf(xmpStart, start + packet.length);
  }
  return isFound;
}

const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** The keywords of XMP in PNG, and of metadata that ImageMagick writes in hexadecimal digits. */
const xmpKeyword = 'XML:com.adobe.xmp\0';
const rawProfile = 'Raw profile type ';

/** Handles each chunk of a PNG separately: it ends with a checksum (PNG, third edition, 5.3). */
function removeFromPng(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  let isChanged = false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    const chunk = bytes.subarray(at, end);
    const cleaned = cleanChunk(chunk);
    if (cleaned !== chunk) isChanged = true;
    if (cleaned) parts.push(cleaned);
    at = end;
  }
  parts.push(bytes.subarray(at));
  return isChanged ? Buffer.concat(parts) : bytes;
}

/** Returns a chunk without a position; undefined for one that is left out as a whole. */
function cleanChunk(chunk: Buffer): Buffer | undefined {
  const name = chunk.toString('latin1', 4, 8);
  const data = chunk.subarray(8, -4);
  if (/^[tz]TXt$/.test(name) && rawMetadata.test(data.toString('latin1', 0, 40))) return undefined;
  if (/^[iz]TXt$/.test(name) && hasCompressedPosition(name, data)) return undefined;
  if (name !== 'eXIf' && name !== 'iTXt') return chunk;
  const copy = Buffer.from(chunk);
  if (!overwritePosition(copy.subarray(8, -4))) return chunk;
  copy.writeUInt32BE(crc32(copy.subarray(4, -4)), copy.length - 4);
  return copy;
}

const rawMetadata = /^Raw profile type (?:exif|app1|xmp)\0/i;

/** Returns whether a text of a PNG is compressed XMP with a position (PNG, third edition, 11.3.3.3 and 11.3.3.4). */
function hasCompressedPosition(name: string, data: Buffer): boolean {
  if (!data.toString('latin1', 0, xmpKeyword.length).startsWith(xmpKeyword)) return false;
  const flag = xmpKeyword.length;
  if (name === 'iTXt' && data[flag] !== 1) return false;
  // In iTXt, a flag is before the method, and the language and the keyword in it are after it.
  const start = name === 'zTXt' ? flag + 1 : data.indexOf(0, data.indexOf(0, flag + 2) + 1) + 1;
  try {
    return inflateSync(data.subarray(start)).includes('GPS');
  } catch {
    return false;
  }
}
