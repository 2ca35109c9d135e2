import { applyEdits, type Edit } from './edits.ts';
import { isInside, findRegions } from './regions.ts';

/**
 * Matches `{: .notice}` on a line, `{:target="_blank"}` after a link or other inline element,
 * `{::options /}`, and the list that `{:toc}` replaces with a table of contents.
 */
const attributeLists =
  /^[ \t]*(?:[*-]|1\.)[ \t][^\n]*\n[ \t]*\{:\s*toc[^}\n]*\}[ \t]*$|^[ \t>]*\{::?[^}\n]*\}[ \t]*$|(?<=[)\]*_`])\{:[^}\n]*\}/gim;

/** Returns edits that remove the attributes of kramdown, the Markdown dialect of Jekyll. */
export function removeKramdownAttributes(text: string): Edit[] {
  if (!/\{:/.test(text)) return [];
  const { code, formulas, comments } = findRegions(text);
  const skipped = [code, formulas, comments];
  return [...text.matchAll(attributeLists)].flatMap(({ index, 0: { length } }) =>
    skipped.some((ranges) => isInside(ranges, index))
      ? []
      : [{ start: index, end: index + length, text: '' }],
  );
}

const moduleStatements = /^(?:import|export)\b.*(?:\n(?![ \t]*\n).+)*/gm;
const components = /<\/?[A-Z][\w.]*(?:\s(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^<>"'{}])*)?\/?>/g;
const comments = /\{\s*\/\*[\s\S]*?\*\/\s*\}/g;

/**
 * Removes imports, components and comments from MDX. Keeps the title of a component and its
 * content.
 */
export function stripJsx(text: string): string {
  const { code, formulas } = findRegions(text);
  const edits: Edit[] = [];
  for (const pattern of [moduleStatements, components, comments]) {
    for (const { index, 0: found } of text.matchAll(pattern)) {
      if (isInside(code, index) || isInside(formulas, index)) continue;
      const [, title] = (pattern === components && /\stitle="([^"]+)"/.exec(found)) || [];
      edits.push({ start: index, end: index + found.length, text: title ? `**${title}**\n` : '' });
    }
  }
  return applyEdits(text, edits).text;
}
