/** The control characters that RFC 5545 does not allow in a line (3.1): all except the tab. */
const controlCharacters = /[\u0000-\u0008\u000A-\u001F\u007F]/g;
/** The most octets of a line. The space at the start of a continuation counts. */
const maxOctets = 75;

/**
 * Returns a content line of iCalendar, folded at 75 octets between characters (RFC 5545, 3.1). Control characters, which
 * would end the line or are not allowed in it, are left out.
 */
export function toLine(name: string, value: string): string {
  const line = `${name}:${value}`.replace(controlCharacters, '');
  // No character has more than three octets for each of its UTF-16 code units.
  if (line.length * 3 <= maxOctets) return line;
  const parts: string[] = [];
  let start = 0;
  let end = 0;
  let octets = 0;
  for (const character of line) {
    const size = countOctets(character.codePointAt(0) ?? 0);
    if (octets + size > (parts.length === 0 ? maxOctets : maxOctets - 1)) {
      parts.push(line.slice(start, end));
      start = end;
      octets = 0;
    }
    end += character.length;
    octets += size;
  }
  return [...parts, line.slice(start)].join('\r\n ');
}

/** Returns the length of a character in UTF-8. */
function countOctets(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** Escapes a value of type TEXT (RFC 5545, 3.3.11) for `toLine`. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}
