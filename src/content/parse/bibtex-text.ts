import { decodeEntities } from '../../model/page/entities.ts';
import { findOwn } from '../../schema/own-value.ts';

const markdownMarks: Record<string, string> = { i: '*', em: '*', b: '**', strong: '**' };
const dotlessLetter = /([ıȷ])(\p{M})/gu;
const tag = /(<\/?(?:i|em|b|strong|sup|sub)>|<\/?(?:span|a|p|br|code|pre)\b[^>]*>)/;
/** The logos of TeX in the output of the parser. They are readable without sub- and superscripts. */
const texLogo = /(L)(?:ᴬ|<sup>A<\/sup>)(T)<sub>E<\/sub>(X)|(T)<sub>E<\/sub>(X)/g;
const webAddress = /(https?:\/\/[^\s\uE002\uE003"]*[^\s\uE002\uE003".,;:!?'’”)\]])/;

/** Replacements of < and >, which the parser reads as ¡ and ¿, as in the oldest fonts of TeX. */
const [less, greater] = ['\uE002', '\uE003'];
const firstPlaceholder = 0xe100;
const maxFormulas = 0x17ff;
const reserved = /[\uE000-\uF8FF]/g;
/** What may start a formula. A character after a backslash is skipped. */
const formulaStart = /\\\(|\\ensuremath\s*\{|\\[^]|\$\$?/g;

/** A value whose formulas are replaced by characters of the private use area. */
export interface ShieldedTex {
  tex: string;
  /** In the order of their characters. */
  formulas: string[];
  /** A dollar sign starts no formula and ends none. It is a character. */
  hasOpenFormula: boolean;
}

/**
 * Prepares a value for the parser: formulas, which it would convert to text, are replaced; a percent sign, a dollar sign
 * that starts no formula, and angle brackets are characters.
 */
export function shieldTex(value: string): ShieldedTex {
  const source = value.replace(reserved, '');
  const formulas: string[] = [];
  let tex = '';
  let at = 0;
  for (let formula; formulas.length < maxFormulas && (formula = findFormula(source, at));) {
    tex +=
      source.slice(at, formula.start) + String.fromCharCode(firstPlaceholder + formulas.length);
    formulas.push(formula.tex.replace(/\s+/g, ' ').trim());
    at = formula.end;
  }
  tex += source.slice(at);
  let hasOpenFormula = false;
  tex = tex
    .replace(/\\[^]|[%$]/g, (mark) => {
      if (mark === '$') hasOpenFormula = true;
      return mark.length === 1 ? `\\${mark}` : mark;
    })
    .replaceAll('<', less)
    .replaceAll('>', greater);
  return { tex, formulas, hasOpenFormula };
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

const maxFormulaLength = 5000;

/** Returns the length of a formula up to its closing mark, or undefined if it is not closed. */
function findFormulaLength(source: string, begin: number, close: string): number | undefined {
  let depth = 0;
  const limit = Math.min(source.length, begin + maxFormulaLength);
  for (let at = begin; at < limit; at += source.charAt(at) === '\\' ? 2 : 1) {
    if (depth === 0 && source.startsWith(close, at)) return at - begin;
    const mark = source.charAt(at);
    if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    if (depth < 0 || (mark === '$' && depth === 0)) return undefined;
  }
  return undefined;
}

/** Puts the formulas back, between dollar signs. @param text A value of which the parser may have changed all the rest. */
export function restoreFormulas(text: string, formulas: readonly string[]): string {
  return text.replace(/[\uE002\uE003\uE100-\uF8FF]/g, (mark) => {
    if (mark === less) return '<';
    if (mark === greater) return '>';
    const formula = formulas[mark.charCodeAt(0) - firstPlaceholder];
    return formula === undefined ? '' : `$${decodeEntities(formula)}$`;
  });
}

/** Converts letters of TeX to those of Unicode: a dotless i with an acute accent becomes í. */
function toLetters(text: string): string {
  return text
    .replace(
      dotlessLetter,
      (_, letter: string, accent: string) => (letter === 'ı' ? 'i' : 'j') + accent,
    )
    .normalize('NFC');
}

/**
 * Converts a value of the parser, which is text with HTML elements, to Markdown on one line.
 * @param options.links Whether addresses become links. Otherwise they are text.
 */
export function toMarkdown(value: string, { links = false } = {}): string {
  const parts = splitTags(readHtml(value));
  let href: string | undefined;
  let label = '';
  const markdown = parts.map((part, i) => {
    if (i % 2 === 0) {
      if (href === undefined) return escapeMarkdown(part, links);
      label += part;
      return '';
    }
    if (links && part.startsWith('<a ')) {
      href = /href="([^"]*)"/.exec(part)?.[1] ?? '';
      label = '';
      return '';
    }
    if (part === '</a>' && href !== undefined) {
      const link = toMarkdownLink(href, label);
      href = undefined;
      return link;
    }
    return href === undefined ? toMarkdownMark(part) : '';
  });
  return toOneLine(markdown.join(''));
}

/** Converts a value of the parser, which is text with HTML elements, to plain text on one line. */
export function toPlainText(value: string): string {
  return toOneLine(
    splitTags(readHtml(value))
      .filter((_, i) => i % 2 === 0)
      .join(''),
  );
}

/** Converts an address or an identifier to plain text: it may be in `\url`, and TeX's escapes are removed. */
export function toVerbatim(value: string): string {
  return decodeEntities(
    toOneLine(
      value
        .replace(/^\s*\{?\\(?:url|path|nolinkurl)\s*\{([^]*)\}\s*\}?\s*$/, '$1')
        .replace(/\{?\$\\sim\$\}?|\\textasciitilde(?:\{\})?|\\~(?:\{\})?/g, '~')
        .replace(/\{?\\(?:textunderscore|_)(?:\{\})?\}?/g, '_')
        .replace(/\{?\\([%#&$~{}^])(?:\{\})?\}?/g, '$1')
        .replace(/^\{([^{}]*)\}$/, '$1'),
    ),
  );
}

function toOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Splits a value into text and elements, which alternate, starting with text. */
function splitTags(value: string): string[] {
  const withoutLogos = value.replace(texLogo, (_, ...groups: unknown[]) =>
    groups[0] === undefined ? 'TeX' : 'LaTeX',
  );
  return toLetters(withoutLogos).split(tag);
}

function toMarkdownMark(element: string): string {
  const name = /^<\/?(\w+)/.exec(element)?.[1] ?? '';
  if (name === 'br' || name === 'p') return ' ';
  return findOwn(markdownMarks, name) ?? (name === 'sup' || name === 'sub' ? element : '');
}

function toMarkdownLink(href: string, label: string): string {
  const address = toVerbatim(href.replaceAll(less, '').replaceAll(greater, ''));
  if (!/^https?:/i.test(address)) return escapeMarkdown(label, false);
  const target = address.replace(/[()<>\\\s]/g, (mark) => encodeURIComponent(mark));
  const plainLabel = toVerbatim(label);
  const text = plainLabel === '' || plainLabel === address ? address : label;
  return `[${escapeMarkdown(text, false)}](${target.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

function escapeMarkdown(text: string, links: boolean): string {
  if (!links) return text.replace(/[\\`*_[\]&$~\uE002\uE003]/g, '\\$&');
  return text
    .split(webAddress)
    .map((part, i) => (i % 2 === 0 ? escapeMarkdown(part, false) : toMarkdownLink(part, part)))
    .join('');
}

const keptElements: Record<string, string> = {
  ...{ i: 'i', em: 'i', italic: 'i', b: 'b', strong: 'b', bold: 'b', sub: 'sub', sup: 'sup' },
  ...{ inf: 'sub', subscript: 'sub', superscript: 'sup' },
};
const breakingElements = new Set(['br', 'p', 'sec', 'div', 'li', 'title']);
const htmlTag = /\uE002(\/?)(?:[a-z]+:)?([a-z][a-z\d-]*)((?:\s[^\uE002\uE003]*)?\/?)\uE003/gi;
const abstractHeading =
  /\uE002(?:jats:)?title\uE003\s*(?:Abstract|Summary)\s*\uE002\/(?:jats:)?title\uE003/gi;

/**
 * Reads the HTML and the JATS that Crossref, PubMed and HAL write in titles and abstracts: entities become characters,
 * emphasis and raised or lowered text remain, other elements are removed. A tag whose element is not closed is text.
 */
function readHtml(value: string): string {
  if (!/[&\uE002]/.test(value)) return value;
  const source = value
    .split(tag)
    .map((part, i) => (i % 2 === 0 ? decodeText(part) : part))
    .join('')
    .replace(abstractHeading, '');
  const counts = new Map<string, number>();
  for (const [, slash = '', name = ''] of source.matchAll(htmlTag)) {
    const key = slash + name.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return source.replace(htmlTag, (text, slash: string, rawName: string, rest: string) => {
    const name = rawName.toLowerCase();
    const isClosed = rest.endsWith('/') || counts.get(name) === counts.get(`/${name}`);
    if (breakingElements.has(name) && (isClosed || name === 'br' || name === 'p')) return ' ';
    if (!isClosed) return text;
    const kept = findOwn(keptElements, name);
    return kept === undefined || rest.endsWith('/') ? '' : `<${slash}${kept}>`;
  });
}

/** Decodes character references, also where a program has escaped them twice. */
function decodeText(text: string): string {
  return decodeEntities(decodeEntities(text)).replaceAll('<', less).replaceAll('>', greater);
}
