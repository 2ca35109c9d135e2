import type { Nodes, Root } from 'mdast';
import { parseMarkdown } from './pandoc-math.ts';
import { visit } from './visit.ts';

/** The ranges of a Markdown text that are not prose. */
export interface Regions {
  /** Code blocks and spans. */
  code: Range[];
  formulas: Range[];
  /** HTML tags and blocks, comments among them. */
  html: Range[];
  comments: Range[];
}

/** Offsets in a text, from `start` up to `end`. */
export interface Range {
  start: number;
  end: number;
}

/** The last text whose regions were found, with its tree, until `parsePrepared` takes it. */
let last: { text: string; tree: Root } | undefined;

/** Parses a text like `parseMarkdown`, unless `findRegions` has just done so. */
export function parsePrepared(text: string): Root {
  const tree = last?.text === text ? last.tree : parseMarkdown(text);
  last = undefined;
  return tree;
}

/** Finds code, formulas and HTML in a Markdown text. */
export function findRegions(text: string): Regions {
  const regions: Regions = { code: [], formulas: [], html: [], comments: [] };
  last = last?.text === text ? last : { text, tree: parseMarkdown(text) };
  visit(last.tree, (node: Nodes) => {
    const start = node.position?.start.offset ?? 0;
    const range = { start, end: node.position?.end.offset ?? start };
    if (node.type === 'code' || node.type === 'inlineCode') regions.code.push(range);
    if (node.type === 'math' || node.type === 'inlineMath') regions.formulas.push(range);
    if (node.type !== 'html') return;
    regions.html.push(range);
    const html = text.slice(range.start, range.end);
    for (const match of html.matchAll(/<!--[\s\S]*?(?:-->|$)/g)) {
      const commentStart = range.start + match.index;
      regions.comments.push({ start: commentStart, end: commentStart + match[0].length });
    }
  });
  return regions;
}

/** Returns true if one of the ranges contains the offset. */
export function isInside(ranges: readonly Range[], offset: number): boolean {
  return ranges.some(({ start, end }) => start <= offset && offset < end);
}

/**
 * Returns what a line must start with (`before`) to belong to the same quotation or list item as
 * the text at an offset, and whether that text is the `first` of its line.
 */
export function getLinePrefix(text: string, offset: number): { before: string; first: boolean } {
  const start = findLineStart(text, offset);
  const [marks = ''] =
    /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(text.slice(start, offset)) ?? [];
  return {
    before: marks.replace(/[^ \t>]/g, ' '),
    first: start + marks.length === offset,
  };
}

/** Returns true if the lines of a range contain nothing else. */
export function isAlone(text: string, { start, end }: Range): boolean {
  const after = /^[^\r\n]*/.exec(text.slice(end))?.[0] ?? '';
  return getLinePrefix(text, start).first && after.trim() === '';
}

function findLineStart(text: string, offset: number): number {
  if (offset === 0) return 0;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
