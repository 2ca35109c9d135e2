import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { remarkPandocMath } from '../math/remark-pandoc-math.ts';

/** Stretches of a Markdown text that are not plain prose, by offsets. */
export interface Regions {
  /** Code blocks and spans. */
  code: Range[];
  formulas: Range[];
  /** HTML tags and blocks, comments among them. */
  html: Range[];
  comments: Range[];
}

export interface Range {
  start: number;
  end: number;
}

const parser = unified().use(remarkParse).use(remarkPandocMath).freeze();

export function regionsOf(text: string): Regions {
  const regions: Regions = { code: [], formulas: [], html: [], comments: [] };
  visit(parser.parse(text), (node: Nodes) => {
    const start = node.position?.start.offset ?? 0;
    const range = { start, end: node.position?.end.offset ?? start };
    if (node.type === 'code' || node.type === 'inlineCode') regions.code.push(range);
    if (node.type === 'math' || node.type === 'inlineMath') regions.formulas.push(range);
    if (node.type !== 'html') return;
    regions.html.push(range);
    const written = text.slice(range.start, range.end);
    for (const match of written.matchAll(/<!--[\s\S]*?(?:-->|$)/g)) {
      const begin = range.start + match.index;
      regions.comments.push({ start: begin, end: begin + match[0].length });
    }
  });
  return regions;
}

export function isInside(ranges: readonly Range[], offset: number): boolean {
  return ranges.some(({ start, end }) => start <= offset && offset < end);
}
