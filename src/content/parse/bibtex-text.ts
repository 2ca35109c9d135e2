const markdownMarks: Record<string, string> = { i: '*', em: '*', b: '**', strong: '**' };
const dotlessLetter = /([ıȷ])(\p{M})/gu;
const tag = /(<\/?(?:i|em|b|strong|sup|sub)>|<\/?(?:span|a|p|br|code|pre)\b[^>]*>)/;
/** The logos of TeX in the output of the parser. They are readable without sub- and superscripts. */
const texLogo = /(L)(?:ᴬ|<sup>A<\/sup>)(T)<sub>E<\/sub>(X)|(T)<sub>E<\/sub>(X)/g;

/** Converts letters of TeX to those of Unicode: a dotless i with an acute accent becomes í. */
function toLetters(text: string): string {
  return text
    .replace(
      dotlessLetter,
      (_, letter: string, accent: string) => (letter === 'ı' ? 'i' : 'j') + accent,
    )
    .normalize('NFC');
}

/** Converts a field of the parser, which is text with HTML elements, to Markdown on one line. */
export function toMarkdown(field: string): string {
  return splitTags(field)
    .map((part, i) => (i % 2 === 0 ? escapeMarkdown(part) : toMarkdownMark(part)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Converts a field of the parser, which is text with HTML elements, to plain text on one line. */
export function toPlainText(field: string): string {
  return splitTags(field)
    .filter((_, i) => i % 2 === 0)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Removes TeX's escapes of single characters from an address or identifier. */
export function toVerbatim(field: string): string {
  return field
    .replace(/\\([%#&_$~{}])(?:\{\})?/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Splits a field into text and elements, which alternate, starting with text. */
function splitTags(field: string): string[] {
  const withoutLogos = field.replace(texLogo, (_, ...groups: unknown[]) =>
    groups[0] === undefined ? 'TeX' : 'LaTeX',
  );
  return toLetters(withoutLogos).split(tag);
}

function toMarkdownMark(element: string): string {
  const name = /^<\/?(\w+)/.exec(element)?.[1] ?? '';
  return markdownMarks[name] ?? (name === 'sup' || name === 'sub' ? element : '');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]&$~\uE002\uE003]/g, '\\$&');
}

/** A text whose formulas are replaced by placeholders, and a function that puts them back. */
export interface ShieldedText {
  /** Each line is as long as in the original text, so that positions stay the same. */
  text: string;
  /** Puts the formulas back, between dollar signs. */
  restore(text: string): string;
}

const firstPlaceholder = 0xf0000;
const maxFormulas = 0xfffd;
const placeholder = /[\u{F0000}-\u{FFFFD}][\uE000\s]*\uE001/gu;
const reserved = /[\uE000-\uE003\u{F0000}-\u{FFFFD}]/gu;
/** What may start a formula. A character after a backslash is skipped. */
const formulaStart = /\\\(|\\ensuremath\s*\{|\\[^]|\$\$?/g;
/** Replacements of < and >, which the parser reads as ¡ and ¿, as in the oldest fonts of TeX. */
const [less, greater] = ['\uE002', '\uE003'];

/**
 * Replaces the formulas of a BibTeX file by placeholders, because its parser would convert them to text. A
 * placeholder is a character of a private use plane, followed by padding to the length of the formula.
 * @param bibtex The file with line feeds as line breaks.
 */
export function shieldFormulas(bibtex: string): ShieldedText {
  const source = bibtex.replace(reserved, (mark) => '\uFFFD'.repeat(mark.length));
  const formulas: string[] = [];
  let text = '';
  let at = 0;
  for (let formula; (formula = findFormula(source, at)) && formulas.length <= maxFormulas;) {
    text +=
      source.slice(at, formula.start) + String.fromCodePoint(firstPlaceholder + formulas.length);
    const padding = source.slice(formula.start + 2, formula.end - 1);
    text += `${padding.replace(/[^\n]/g, '\uE000')}\uE001`;
    formulas.push(formula.tex.replace(/\s+/g, ' ').trim());
    at = formula.end;
  }
  text = (text + source.slice(at)).replaceAll('<', less).replaceAll('>', greater);
  const restore = (shielded: string) =>
    shielded
      .replace(
        placeholder,
        (mark) =>
          `$${formulas[(mark.codePointAt(0) ?? firstPlaceholder) - firstPlaceholder] ?? ''}$`,
      )
      .replaceAll(less, '<')
      .replaceAll(greater, '>');
  return { text, restore };
}

interface Formula {
  start: number;
  end: number;
  tex: string;
}

function findFormula(source: string, from: number): Formula | undefined {
  formulaStart.lastIndex = from;
  for (let match; (match = formulaStart.exec(source));) {
    const mark = match[0];
    if (/^\\[^]$/.test(mark) && mark !== '\\(') continue;
    const begin = match.index + mark.length;
    const close = mark === '\\(' ? '\\)' : mark.endsWith('{') ? '}' : mark;
    const length = findFormulaLength(source, begin, close);
    if (length === undefined) continue;
    const end = begin + length + close.length;
    const tex = source.slice(begin, begin + length);
    // A formula that Markdown would not recognise is replaced, too. A blank formula is text.
    if (tex.trim() !== '') return { start: match.index, end, tex };
  }
  return undefined;
}

/**
 * Returns the length of a formula up to its closing mark, or undefined if it is not closed. Every brace in it must
 * be closed, or else the dollar signs of two fields would enclose a formula. A quotation mark ends the search,
 * since it may be the end of the field.
 */
function findFormulaLength(source: string, begin: number, close: string): number | undefined {
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
