import type { Element, ElementContent, Root, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

const closing = /^(?:[,.;:!?)\]’”»…%]+|[-‐–](?=\p{L}))/u;
const opening = /[([‘“«]+$/;
/** In letters of TeX. A longer formula may be parted, and a line may then end before its comma. */
const longest = 24;

/**
 * Binds a short formula to the punctuation beside it. Browsers take a formula for a picture, and would
 * begin a line with the comma after it.
 */
export const rehypeBindFormulas: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', (element: Element, index, parent) => {
      if (element.tagName === 'pre') return SKIP;
      if (!isFormula(element) || !parent || index === undefined) return undefined;
      const siblings = parent.children as ElementContent[];
      const [before, after] = [siblings[index - 1], siblings[index + 1]];
      const start = take(before, opening);
      const end = take(after, closing);
      if (start === '' && end === '') return undefined;
      siblings[index] = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['bound'] },
        children: [...toText(start), element, ...toText(end)],
      };
      return SKIP;
    });
  };
};

function isFormula(element: Element): boolean {
  const { className } = element.properties;
  return (
    Array.isArray(className) &&
    className.includes('math-inline') &&
    toString(element).replace(/\s+/g, ' ').trim().length <= longest
  );
}

/** Cuts from a text what stands at the end beside the formula. */
function take(node: ElementContent | undefined, beside: RegExp): string {
  if (node?.type !== 'text') return '';
  const [found = ''] = beside.exec(node.value) ?? [];
  if (found !== '') node.value = node.value.replace(beside, '');
  return found;
}

function toText(value: string): Text[] {
  return value === '' ? [] : [{ type: 'text', value }];
}
