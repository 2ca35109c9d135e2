import type { Range } from './regions.ts';

/**
 * What a line needs in front to belong to the same quotation or list item as the text at an
 * offset, and whether that text is the first of its line.
 */
export function linePrefix(text: string, offset: number): { before: string; first: boolean } {
  const start = lineStart(text, offset);
  const [marks = ''] =
    /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(text.slice(start, offset)) ?? [];
  return {
    before: marks.replace(/[^ \t>]/g, ' '),
    first: start + marks.length === offset,
  };
}

/** True when nothing else stands on the lines of a stretch of text. */
export function standsAlone(text: string, { start, end }: Range): boolean {
  const rest = /^[^\r\n]*/.exec(text.slice(end))?.[0] ?? '';
  return linePrefix(text, start).first && rest.trim() === '';
}

function lineStart(text: string, offset: number): number {
  if (offset === 0) return 0;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
