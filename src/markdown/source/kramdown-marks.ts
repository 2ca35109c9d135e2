import type { Edit } from './edits.ts';
import { isInside, regionsOf } from './regions.ts';

/**
 * `{: .notice}` on a line, `{:target="_blank"}` behind a link or another mark, `{::options /}`; the list
 * that `{:toc}` turns into a table of contents goes with it.
 */
const marks =
  /^[ \t]*(?:[*-]|1\.)[ \t][^\n]*\n[ \t]*\{:\s*toc[^}\n]*\}[ \t]*$|^[ \t>]*\{::?[^}\n]*\}[ \t]*$|(?<=[)\]*_`])\{:[^}\n]*\}/gim;

/** Edits that take out what only kramdown, the Markdown of Jekyll, understands: attributes of elements. */
export function kramdownMarks(text: string): Edit[] {
  if (!/\{:/.test(text)) return [];
  const { code, formulas, comments } = regionsOf(text);
  const kept = [code, formulas, comments];
  return [...text.matchAll(marks)].flatMap(({ index, 0: { length } }) =>
    kept.some((ranges) => isInside(ranges, index))
      ? []
      : [{ start: index, end: index + length, text: '' }],
  );
}
