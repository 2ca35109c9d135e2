import { applyEdits, type Edit } from './edits.ts';
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

const modules = /^(?:import|export)\b.*(?:\n(?![ \t]*\n).+)*/gm;
const components = /<\/?[A-Z][\w.]*(?:\s(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^<>"'{}])*)?\/?>/g;
const comments = /\{\s*\/\*[\s\S]*?\*\/\s*\}/g;

/** MDX without what only a program understands: a component leaves its title and what is inside. */
export function stripJsx(text: string): string {
  const { code, formulas } = regionsOf(text);
  const edits: Edit[] = [];
  for (const pattern of [modules, components, comments]) {
    for (const { index, 0: found } of text.matchAll(pattern)) {
      if (isInside(code, index) || isInside(formulas, index)) continue;
      const [, title] = (pattern === components && /\stitle="([^"]+)"/.exec(found)) || [];
      edits.push({ start: index, end: index + found.length, text: title ? `**${title}**\n` : '' });
    }
  }
  return applyEdits(text, edits).text;
}
