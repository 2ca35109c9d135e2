import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Finding } from '../../schema/finding.ts';
import { createPositionFinder, type ParseFailure, type Position } from './position.ts';

/** The text of an author's file, whatever its encoding. */
export interface DecodedText {
  /** Without U+FFFD and U+0000. With a failure, the text as far as it can be read, for messages. */
  text: string;
  /** Findings on its encoding. */
  findings: Finding[];
  /** Set if the file cannot be decoded, so that its text must not be published. */
  failure?: ParseFailure;
  /** The name of the encoding if it is not UTF-8. */
  encoding?: string;
}

/** The encoding of files from before UTF-8, which contains all of Latin-1. */
const WINDOWS = 'Windows-1252';
/** Bytes without a character in Windows-1252. The Encoding Standard reads them as control characters. */
const UNDEFINED_IN_WINDOWS = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** The comment with which JabRef and Emacs name the encoding of a file. */
const DECLARATION = /^(?:%|#|<!--)\s*(?:Encoding:|-\*-.*?coding:)\s*([\w.-]+)/im;

/** Reads a file and decodes it. @throws Error if it cannot be read. */
export function readAuthorText(path: string): DecodedText {
  return decodeText(readFileSync(path));
}

/**
 * Decodes the text of a file: UTF-8, UTF-16 with or without a byte order mark, the encoding that a comment in the first
 * lines names, or else Windows-1252. Never throws.
 */
export function decodeText(bytes: Buffer): DecodedText {
  const marked = decodeUtf16(bytes);
  if (marked) return marked;
  if (isUtf8(bytes)) return toDecoded(bytes.toString('utf8'));
  const declared = decodeAsDeclared(bytes);
  if (declared) return declared;
  const { valid, invalid, first } = countSequences(bytes);
  if (valid * 10 > invalid) {
    const message = `byte ${formatByte(bytes[first])} is not UTF-8, although other characters of the file are`;
    return toFailure(bytes, first, message);
  }
  const undefinedByte = bytes.findIndex((byte) => UNDEFINED_IN_WINDOWS.has(byte));
  if (undefinedByte >= 0) {
    const message = `byte ${formatByte(bytes[undefinedByte])} is not a character in UTF-8 or ${WINDOWS}`;
    return toFailure(bytes, undefinedByte, message);
  }
  const text = new TextDecoder('windows-1252').decode(bytes);
  return toDecoded(text, { name: WINDOWS, position: toPosition(text, first) });
}

/** Decodes UTF-16, which a byte order mark or a zero in every second byte shows. Returns undefined for other files. */
function decodeUtf16(bytes: Buffer): DecodedText | undefined {
  const mark = bytes.subarray(0, 4).toString('hex');
  if (mark === 'fffe0000' || mark === '0000feff') {
    return toFailure(bytes, 0, 'the file is UTF-32, which cannot be read');
  }
  const label = mark.startsWith('fffe')
    ? 'utf-16le'
    : mark.startsWith('feff')
      ? 'utf-16be'
      : detectUtf16(bytes);
  if (!label) return undefined;
  const text = decodeStrictly(bytes, label);
  if (text !== undefined)
    return toDecoded(text, { name: 'UTF-16', position: { line: 1, column: 1 } });
  const fault = findUtf16Fault(bytes, label);
  return toFailure(bytes, fault, 'the file is UTF-16, but has half a character here');
}

function detectUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return undefined;
  const sample = bytes.subarray(0, 2000);
  let [even, odd] = [0, 0];
  for (const [i, byte] of sample.entries()) {
    if (byte === 0 && i % 2 === 0) even += 1;
    if (byte === 0 && i % 2 === 1) odd += 1;
  }
  const most = sample.length / 4;
  return even === 0 && odd > most ? 'utf-16le' : odd === 0 && even > most ? 'utf-16be' : undefined;
}

/** Returns the offset of the first half of a surrogate pair without the other, or of an odd last byte. */
function findUtf16Fault(bytes: Buffer, label: 'utf-16le' | 'utf-16be'): number {
  const read = (i: number) =>
    label === 'utf-16le' ? bytes.readUInt16LE(i) : bytes.readUInt16BE(i);
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const isHigh = (read(i) & 0xfc00) === 0xd800;
    const hasLow = isHigh && i + 3 < bytes.length && (read(i + 2) & 0xfc00) === 0xdc00;
    if (hasLow) i += 2;
    else if ((read(i) & 0xf800) === 0xd800) return i;
  }
  return Math.max(bytes.length - 1, 0);
}

function decodeAsDeclared(bytes: Buffer): DecodedText | undefined {
  const [, name] = DECLARATION.exec(bytes.subarray(0, 500).toString('latin1')) ?? [];
  const label = name
    ?.toLowerCase()
    .replace(/^cp(?=125\d$)/, 'windows-')
    .replace(/^iso8859_/, 'iso-8859-')
    .replace(/^mac_?roman$/, 'macintosh');
  // Latin-1 is read as Windows-1252, which is checked more strictly without a declaration.
  if (name === undefined || /^(utf-?8|iso-8859-1|latin-?1|windows-1252)$/.test(label ?? ''))
    return undefined;
  const text = decodeStrictly(bytes, label ?? '');
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return text === undefined
    ? undefined
    : toDecoded(text, { name, position: toPosition(text, first) });
}

/** Returns undefined for an unknown encoding, and for bytes that are not valid in it. */
function decodeStrictly(bytes: Buffer, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Counts the multi-byte characters of UTF-8, and the bytes that belong to no character.
 * @returns `first`: the offset of the first byte that is not UTF-8.
 */
function countSequences(bytes: Buffer): { valid: number; invalid: number; first: number } {
  let [valid, invalid, first] = [0, 0, -1];
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (byte >= 0xc2 && isUtf8(bytes.subarray(i, i + length)) && i + length <= bytes.length) {
      valid += 1;
      i += length - 1;
    } else {
      invalid += 1;
      if (first < 0) first = i;
    }
  }
  return { valid, invalid, first };
}

function toDecoded(text: string, other?: { name: string; position: Position }): DecodedText {
  const findings: Finding[] = [];
  if (other) {
    findings.push({
      ...{ path: [], position: other.position, code: 'file/encoding' },
      message: `the file is ${other.name}, not UTF-8, so it is converted each time it is read`,
      remedy: 'Save it as UTF-8, or run npm run check -- --fix.',
    });
  }
  const lost = text.search(/[\0\uFFFD]/);
  if (lost >= 0) {
    findings.push({
      ...{ path: [], code: 'file/lost-character' },
      position: toPosition(text, lost),
      message:
        text[lost] === '\0'
          ? 'there is a character with the code 0, which is not part of any text, so it is shown as "?"'
          : 'there is a replacement character (U+FFFD), which a program wrote for a character that it could not read, so it is shown as "?"',
      remedy: 'Type the character again.',
    });
  }
  const cleanText = lost < 0 ? text : text.replace(/[\0\uFFFD]/g, '?');
  return { text: cleanText, findings, ...(other && { encoding: other.name }) };
}

function toFailure(bytes: Buffer, offset: number, message: string): DecodedText {
  const before = bytes.toString('utf8', 0, offset).replace(/^\uFEFF/, '');
  return {
    text: bytes.toString('latin1').replace(/[\0-\x08\v\f\x0E-\x1F\x7F-\x9F]/g, '?'),
    findings: [],
    failure: {
      ...{ position: toPosition(before, before.length), code: 'file/undecodable', message },
      remedy: 'Correct the character, and save the file as UTF-8.',
    },
  };
}

function toPosition(text: string, offset: number): Position {
  return createPositionFinder(text)(Math.max(offset, 0));
}

function formatByte(byte = 0): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
