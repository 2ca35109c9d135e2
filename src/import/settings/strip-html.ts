import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** Returns the text of HTML that the old theme printed: `Accomplish&shy;ments`, `<i></i> News`. */
export function stripHtml(written: string): string {
  return written
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(
      /&([a-z]\w*);/gi,
      (whole, name: string) => decodeNamedCharacterReference(name) || whole,
    )
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
