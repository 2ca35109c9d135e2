import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import type { Node, Point, Position } from 'unist';
import { quote } from '../../schema/describe.ts';
import { addFinding } from '../environment.ts';

/**
 * rehype-katex only leaves a message when KaTeX refuses a formula, and the page shows red text.
 * Runs after it and makes each message an error finding.
 */
export const rehypeFormulaFindings: Plugin<[], Root> = function () {
  return (_tree, file) => {
    for (const message of file.messages) {
      if (message.source !== 'rehype-katex') continue;
      const ancestors = message.ancestors ?? [];
      const place = spanOf(message.place) ?? nearest(ancestors);
      const formula = quote(toString(ancestors.at(-1) as Element));
      addFinding(file, {
        code: 'text/formula',
        severity: 'error',
        message: `the formula ${formula} cannot be typeset: ${reasonOf(message.cause)}`,
        remedy: 'Correct the TeX, or write \\$ for a dollar sign.',
        position: { line: place?.start.line ?? 1, column: place?.start.column ?? 1 },
      });
    }
  };
};

/** A display formula has no place of its own; what surrounds it has. */
function nearest(ancestors: Node[]): Position | undefined {
  return ancestors.findLast((node) => node.position)?.position;
}

/** KaTeX appends a place counted from the formula's start, with a stretch of it. */
function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text
    .replace(/^KaTeX parse error:\s*/, '')
    .replace(/ at (position \d+|end of input):[\s\S]*$/, '')
    .replace(/\.$/, '');
}

function spanOf(place: Point | Position | null | undefined): Position | undefined {
  return place && 'start' in place ? place : undefined;
}
