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

/** A text whose formulas are stand-ins, and the way back. */
export interface Shielded {
  /** As long as the text, line by line, so that places in it stay right. */
  text: string;
  /** Puts the formulas back, between dollars. */
  restore(text: string): string;
}

const first = 0xf0000;
const most = 0xfffd;
const standIn = /[\u{F0000}-\u{FFFFD}][\uE000\s]*\uE001/gu;
const reserved = /[\uE000-\uE003\u{F0000}-\u{FFFFD}]/gu;
/** What may begin a formula; a mark behind a backslash is passed over. */
const opening = /\\\(|\\ensuremath\s*\{|\\[^]|\$\$?/g;
/** The parser takes these for the Spanish marks that they are in the oldest fonts of TeX. */
const [less, greater] = ['\uE002', '\uE003'];

/**
 * Keeps the formulas of a BibTeX file from its parser, which would write them out as text. A stand-in
 * is a character of a private plane with others to fill its place.
 * @param written The file, with line feeds for line breaks.
 */
export function shieldFormulas(written: string): Shielded {
  const source = written.replace(reserved, (mark) => '\uFFFD'.repeat(mark.length));
  const formulas: string[] = [];
  let text = '';
  let at = 0;
  for (let found; (found = nextFormula(source, at)) && formulas.length <= most;) {
    text += source.slice(at, found.start) + String.fromCodePoint(first + formulas.length);
    const filling = source.slice(found.start + 2, found.end - 1);
    text += `${filling.replace(/[^\n]/g, '\uE000')}\uE001`;
    formulas.push(found.tex.replace(/\s+/g, ' ').trim());
    at = found.end;
  }
  text = (text + source.slice(at)).replaceAll('<', less).replaceAll('>', greater);
  const restore = (shielded: string) =>
    shielded
      .replace(standIn, (mark) => `$${formulas[(mark.codePointAt(0) ?? first) - first] ?? ''}$`)
      .replaceAll(less, '<')
      .replaceAll(greater, '>');
  return { text, restore };
}

interface Formula {
  start: number;
  end: number;
  tex: string;
}

function nextFormula(source: string, from: number): Formula | undefined {
  opening.lastIndex = from;
  for (let match; (match = opening.exec(source));) {
    const mark = match[0];
    if (/^\\[^]$/.test(mark) && mark !== '\\(') continue;
    const begin = match.index + mark.length;
    const close = mark === '\\(' ? '\\)' : mark.endsWith('{') ? '}' : mark;
    const length = lengthOfFormula(source, begin, close);
    if (length === undefined) continue;
    const end = begin + length + close.length;
    const tex = source.slice(begin, begin + length);
    // What Markdown would not read as a formula stays one; a blank one is none.
    if (tex.trim() !== '') return { start: match.index, end, tex };
  }
  return undefined;
}

/**
 * How far it is to the mark that closes, with every brace between them closed, too: else two dollars
 * of two fields would be taken for a formula. Undefined where it is not closed. A quotation mark ends
 * the search, since it may be the end of the field.
 */
function lengthOfFormula(source: string, begin: number, close: string): number | undefined {
  let depth = 0;
  for (let at = begin; at < source.length; at += source.charAt(at) === '\\' ? 2 : 1) {
    if (depth === 0 && source.startsWith(close, at)) return at - begin;
    const mark = source.charAt(at);
    if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    if (depth < 0 || mark === '"' || (mark === '$' && depth === 0)) return undefined;
  }
  return undefined;
}
