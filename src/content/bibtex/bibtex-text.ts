const marks: Record<string, string> = { i: '*', em: '*', b: '**', strong: '**' };
const letters = /([ıȷ])(\p{M})/gu;
const tag = /(<\/?(?:i|em|b|strong|sup|sub)>|<\/?(?:span|a|p|br|code|pre)\b[^>]*>)/;
/** How the parser writes the logos of TeX, which need no sub- and superscripts to be read. */
const logo = /(L)(?:ᴬ|<sup>A<\/sup>)(T)<sub>E<\/sub>(X)|(T)<sub>E<\/sub>(X)/g;

/** Letters of TeX as Unicode writes them: an i without its dot under an accent is an í. */
function toLetters(text: string): string {
  return text
    .replace(letters, (_, letter: string, accent: string) => (letter === 'ı' ? 'i' : 'j') + accent)
    .normalize('NFC');
}

/** A field as the parser gives it, text with elements of HTML, as Markdown on one line. */
export function toMarkdown(field: string): string {
  return toParts(field)
    .map((part, i) => (i % 2 === 0 ? escapeMarkdown(part) : toMark(part)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A field as the parser gives it as plain text on one line. */
export function toPlain(field: string): string {
  return toParts(field)
    .filter((_, i) => i % 2 === 0)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** An address or identifier: TeX's escapes of single marks taken away. */
export function toVerbatim(field: string): string {
  return field
    .replace(/\\([%#&_$~{}])(?:\{\})?/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text and elements in turn, the text first. */
function toParts(field: string): string[] {
  const plainLogos = field.replace(logo, (_, ...found: unknown[]) =>
    found[0] === undefined ? 'TeX' : 'LaTeX',
  );
  return toLetters(plainLogos).split(tag);
}

function toMark(element: string): string {
  const name = /^<\/?(\w+)/.exec(element)?.[1] ?? '';
  return marks[name] ?? (name === 'sup' || name === 'sub' ? element : '');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]&$~\uE002\uE003]/g, '\\$&');
}
