import type { Heading, Root } from 'mdast';
import type { Plugin } from 'unified';
import type { Edit } from './edits.ts';
import { findRegions, isInside } from './regions.ts';
import { visit } from './visit.ts';

/** One attribute of goldmark, Pandoc or kramdown: `#id`, `.class` or `name=value`. */
const attribute = String.raw`(?:[.#][\p{L}\w:.-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+))`;
const list = String.raw`\{:?[ \t]*${attribute}(?:[ \t]+${attribute})*[ \t]*\}`;
/** A list alone on its line, for the block before it. */
const blockList = new RegExp(`^[ \\t>]*${list}[ \\t]*$`, 'gmu');
/** A list after a link, an image, code or emphasis. */
const inlineList = new RegExp(`(?<=[)\\]\`*_])${list}`, 'gu');
const headingList = new RegExp(`[ \\t]+(${list})[ \\t]*$`, 'u');
const id = /[{\s:]#([\p{L}\w:.-]+)/u;
/** A heading in one line, without the attributes that it may have. */
const headingLine = /(?:^|\n)[ \t>]*#{1,6}[ \t][^\n{}]*$/;

/**
 * Returns edits that remove lists of attributes for blocks and inline elements: classes mean nothing
 * here. An id becomes that of the heading before it, or an anchor.
 */
export function removeAttributeLists(text: string): Edit[] {
  if (!/\{:?[ \t]*[.#\w]/.test(text)) return [];
  const blockMatches = [...text.matchAll(blockList)];
  const inlineMatches = [...text.matchAll(inlineList)];
  // Most braces are in formulas. Finding these takes much longer.
  if (blockMatches.length + inlineMatches.length === 0) return [];
  const { code, formulas, comments, html } = findRegions(text);
  const isText = ({ index }: RegExpExecArray) =>
    ![code, formulas, comments, html].some((ranges) => isInside(ranges, index));
  const blocks = blockMatches.filter(isText).map((match): Edit => {
    const { index, 0: found } = match;
    const name = id.exec(found)?.[1];
    const edit = { start: index, end: index + found.length };
    if (name === undefined) return { ...edit, text: '' };
    const before = text.slice(Math.max(0, index - 1000), index).replace(/\r?\n$/, '');
    if (headingLine.test(before))
      return { ...edit, start: index - (text[index - 2] === '\r' ? 2 : 1), text: ` {#${name}}` };
    return { ...edit, text: `\n<a id="${name}"></a>\n` };
  });
  const inline = inlineMatches.filter(isText).map(({ index, 0: found }): Edit => ({
    ...{ start: index, end: index + found.length },
    text: '',
  }));
  return [...blocks, ...inline];
}

/** Gives headings the ids in their attributes, `## Proof {#my-proof .wide}`, and removes the attributes. */
export const remarkHeadingAttributes: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'heading', (heading: Heading) => {
      const last = heading.children.at(-1);
      const found = last?.type === 'text' ? headingList.exec(` ${last.value}`) : null;
      if (last?.type !== 'text' || !found) return;
      last.value = last.value.slice(0, Math.max(0, found.index - 1));
      const name = id.exec(found[1]!)?.[1];
      if (name !== undefined) ((heading.data ??= {}).hProperties ??= {})['id'] = name;
    });
  };
};

/** Removes the attributes from the text of a heading. */
export function removeHeadingAttributes(text: string): string {
  return text.replace(headingList, '');
}
