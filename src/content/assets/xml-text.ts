/** The text of an XML file, and how a changed text becomes a file again. */
export interface XmlText {
  text: string;
  encode(text: string): Buffer;
}

/**
 * Reads an XML file (XML 1.0, appendix F). A file in UTF-16 is decoded. In all other encodings that browsers know, the
 * characters of markup are single bytes: such a text has a character for each byte, so that all others stay as they are.
 */
export function readXmlText(bytes: Buffer): XmlText {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  if (isLittle || isBig) {
    const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes);
    const withoutEncoding = text.replace(
      /^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/,
      '$1',
    );
    return { text: withoutEncoding, encode: (changed) => Buffer.from(changed, 'utf8') };
  }
  const start = bytes.subarray(0, 3).toString('hex') === 'efbbbf' ? 3 : 0;
  const mark = bytes.subarray(0, start);
  return {
    text: bytes.toString('latin1', start),
    encode: (changed) => Buffer.concat([mark, Buffer.from(changed, 'latin1')]),
  };
}
