import type { Html, Nodes, Root, RootContent } from 'mdast';
import type {} from 'remark-math';
import { decodeEntities } from '../../model/page/entities.ts';
import { toPosition } from './edits.ts';
import type { HtmlNotation } from './markdown-context.ts';
import type { Range, Regions } from './regions.ts';

/** A comment, an element whose content is no prose, or a tag. */
const NO_PROSE =
  /<!--[\s\S]*?(?:-->|$)|<(pre|code|script|style|textarea|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)|<[a-z/!?](?:"[^"]*"|'[^']*'|[^"'>])*>?/gi;
/** An element in which Pandoc writes one formula. It has no tags inside. */
const PANDOC_FORMULA =
  /<span\s+class=(["'])[^"']*\bmath\s+(inline|display)\b[^"']*\1\s*>([^<]*)(?=<\/span\s*>)/gi;
/** The formulas of MathJax, in text without tags. */
const MATHJAX_FORMULA =
  /\\\([\s\S]{0,4000}?\\\)|\\\[[\s\S]{0,4000}?\\\]|\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray)\*?)\}[\s\S]{0,4000}?\\end\{\1\}/g;
const DOLLAR_FORMULA =
  /\$\$(?:[^$\\]|\\.)+\$\$|(?<![\\$])\$(?![\s$])(?:[^$\\\n]|\\.)+(?<!\s)\$(?![\d$])/gs;

interface Formula extends Range {
  tex: string;
  display: boolean;
}

/** Finds what is no prose in a text of HTML: code, tags, comments. */
export function findHtmlRegions(text: string): Regions {
  const regions: Regions = {
    code: [],
    formulas: [],
    html: [{ start: 0, end: text.length }],
    comments: [],
  };
  for (const { index, 0: source, 1: element } of text.matchAll(NO_PROSE)) {
    const range = { start: index, end: index + source.length };
    if (source.startsWith('<!--')) regions.comments.push(range);
    else if (element !== undefined) regions.code.push(range);
  }
  return regions;
}

/**
 * Parses a text of HTML into a Markdown tree: its HTML, unchanged, and its formulas. Nothing in it is Markdown,
 * and `<pre>` and `<code>` contain no formulas.
 */
export function parseHtmlText(text: string, notation: HtmlNotation): Root {
  const children: RootContent[] = [];
  let end = 0;
  for (const formula of notation.math ? findFormulas(text, notation) : []) {
    if (formula.start > end) children.push(toHtml(text, { start: end, end: formula.start }));
    children.push(toMath(text, formula));
    end = formula.end;
  }
  if (end < text.length) children.push(toHtml(text, { start: end, end: text.length }));
  return { type: 'root', children };
}

/** Returns the formulas of a text in their order. They do not overlap. */
function findFormulas(text: string, { dollars }: HtmlNotation): Formula[] {
  const formulas: Formula[] = [];
  for (const match of text.matchAll(PANDOC_FORMULA)) {
    const [whole, , kind, content = ''] = match;
    const start = match.index + whole.length - content.length;
    const range = { start, end: start + content.length };
    const tex = removeDelimiters(decodeEntities(content)).trim();
    if (tex !== '') formulas.push({ ...range, tex, display: kind?.toLowerCase() === 'display' });
  }
  const isTaken = (start: number) => formulas.some((one) => one.start <= start && start < one.end);
  for (const { start, end } of findProse(text)) {
    const prose = text.slice(start, end);
    if (isTaken(start)) continue;
    const patterns = dollars ? [MATHJAX_FORMULA, DOLLAR_FORMULA] : [MATHJAX_FORMULA];
    for (const match of patterns.flatMap((pattern) => [...prose.matchAll(pattern)])) {
      const at = start + match.index;
      const display = /^(?:\\\[|\\begin|\$\$)/.test(match[0]);
      const tex = decodeEntities(removeDelimiters(match[0])).trim();
      if (tex === '' || isTaken(at)) continue;
      formulas.push({ start: at, end: at + match[0].length, tex, display });
    }
  }
  return formulas.sort((a, b) => a.start - b.start);
}

/** Returns the ranges of a text between tags, outside code. */
function findProse(text: string): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const { index, 0: source } of text.matchAll(NO_PROSE)) {
    if (index > start) ranges.push({ start, end: index });
    start = index + source.length;
  }
  if (start < text.length) ranges.push({ start, end: text.length });
  return ranges;
}

function removeDelimiters(source: string): string {
  const [, tex] = /^\s*(?:\\[([]|\$\$?)([\s\S]*?)(?:\\[)\]]|\$\$?)\s*$/.exec(source) ?? [];
  return tex ?? source;
}

function toHtml(text: string, range: Range): Html {
  return { type: 'html', value: text.slice(range.start, range.end), position: toSpan(text, range) };
}

/** Returns the node of a formula within a line, as a displayed one may be inside a paragraph. */
function toMath(
  text: string,
  { tex, display, ...range }: Formula,
): Extract<Nodes, { type: 'inlineMath' }> {
  return {
    ...{ type: 'inlineMath', value: tex, position: toSpan(text, range) },
    data: {
      hName: 'code',
      hProperties: { className: ['language-math', display ? 'math-display' : 'math-inline'] },
      hChildren: [{ type: 'text', value: tex }],
    },
  };
}

function toSpan(text: string, { start, end }: Range): NonNullable<Html['position']> {
  return {
    start: { ...toPosition(text, start), offset: start },
    end: { ...toPosition(text, end), offset: end },
  };
}
