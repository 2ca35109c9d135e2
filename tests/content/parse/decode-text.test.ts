import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/content/parse/decode-text.ts';

/** Returns the bytes of a text in Latin-1, in which `\x93` is a byte. */
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const codes = (bytes: Buffer) => decodeText(bytes).findings.map(({ code }) => code);

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from('Größe 数 🎈'), 'Größe 数 🎈'],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFGröße'), '\uFEFFGröße'],
    ['no bytes', Buffer.alloc(0), ''],
  ])('reads %s without a warning', (_, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ text, findings: [] });
  });

  it.each([
    [
      'Latin-1',
      latin1('title: Größe\nname: José'),
      'title: Größe\nname: José',
      'Windows-1252',
      1,
      10,
    ],
    ['quotation marks', latin1('a\n\x93Smart\x94 \x80 5'), 'a\n“Smart” € 5', 'Windows-1252', 2, 1],
    ['pairs of capitals', latin1('\xC3O \xC9\xC8 \xD6L'), 'ÃO ÉÈ ÖL', 'Windows-1252', 1, 1],
    ['UTF-16', Buffer.from('\uFEFFGröße 🎈', 'utf16le'), 'Größe 🎈', 'UTF-16', 1, 1],
    ['UTF-16, big-endian', utf16be('\uFEFFGröße'), 'Größe', 'UTF-16', 1, 1],
    [
      'UTF-16 without a mark',
      Buffer.from('title: Größe\n', 'utf16le'),
      'title: Größe\n',
      'UTF-16',
      1,
      1,
    ],
    ['big-endian without a mark', utf16be('---\ntitle: x\n'), '---\ntitle: x\n', 'UTF-16', 1, 1],
    [
      'a declared encoding',
      latin1('% Encoding: ISO8859_2\n@book{a, author={\xA9v\xECtl\xE1}}'),
      '% Encoding: ISO8859_2\n@book{a, author={Švětlá}}',
      ...(['ISO8859_2', 2, 18] as const),
    ],
    [
      'a declaration of Emacs',
      latin1('% -*- coding: koi8-r -*-\n\xF4'),
      '% -*- coding: koi8-r -*-\nТ',
      ...(['koi8-r', 2, 1] as const),
    ],
    [
      'a wrong declaration',
      latin1('% Encoding: UTF-8\nJ\xF6rg'),
      '% Encoding: UTF-8\nJörg',
      'Windows-1252',
      2,
      2,
    ],
  ])('reads %s with a warning', (_, bytes, text, encoding, line, column) => {
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ text, encoding });
    expect(decoded.findings).toMatchObject([{ code: 'file/encoding', position: { line, column } }]);
    expect(decoded.findings[0]?.message).toContain(`${encoding}, not UTF-8`);
    expect(decoded.findings[0]?.remedy).toContain('npm run check -- --fix');
  });

  it.each([
    ['a byte that no encoding has', latin1('a: b\nc: d\x81'), 2, 5, '0x81'],
    [
      'a wrong byte in UTF-8',
      Buffer.concat([Buffer.from('Größe\nß'), latin1('\xE4.')]),
      2,
      2,
      '0xE4',
    ],
    ['a byte after a line break of old Macs', latin1('a: b\rc\x81'), 2, 2, '0x81'],
    ['the end of half a character', Buffer.from('Größe Grö').subarray(0, -1), 1, 9, '0xC3'],
    ['half a pair in UTF-16', Buffer.from('\uFEFFa\uD83Db', 'utf16le'), 1, 1, 'half a character'],
    ['an odd byte in UTF-16', Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]), 1, 1, 'half a character'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 1, 1, 'UTF-32'],
  ])('rejects %s', (_, bytes, line, column, reason) => {
    const { failure, text } = decodeText(bytes);
    expect(failure?.code).toBe('file/undecodable');
    expect(failure?.message).toContain(reason);
    expect(failure?.position.line).toBe(line);
    if (!reason.includes('half')) expect(failure?.position.column).toBe(column);
    expect(text).not.toContain('\uFFFD');
  });

  it('shows a lost character as a question mark', () => {
    const decoded = decodeText(Buffer.from('a\nGr\uFFFD\uFFFDe'));
    expect(decoded.text).toBe('a\nGr??e');
    expect(decoded.findings).toMatchObject([
      { code: 'file/lost-character', position: { line: 2, column: 3 } },
    ]);
    expect(codes(Buffer.from('\uFEFF\uFFFD', 'utf16le'))).toEqual([
      'file/encoding',
      'file/lost-character',
    ]);
  });

  it('shows a character with the code 0 as a question mark', () => {
    const decoded = decodeText(Buffer.from('a\nb\0c'));
    expect(decoded.text).toBe('a\nb?c');
    expect(decoded.findings).toMatchObject([
      { code: 'file/lost-character', position: { line: 2, column: 2 } },
    ]);
  });

  it('never returns U+FFFD for changed bytes', () => {
    const bytes = Buffer.from('---\ntitle: Größe 数 🎈\ndate: 2021-05-03\n---\n');
    for (let i = 0; i < bytes.length; i += 1) {
      for (const byte of [0x00, 0x80, 0xc3, 0xe2, 0xff]) {
        const mutant = Buffer.from(bytes);
        mutant[i] = byte;
        expect(decodeText(mutant).text).not.toContain('\uFFFD');
      }
    }
  });
});
