import type { Element, ElementContent, Root, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { SKIP } from 'unist-util-visit';
import { visit } from '../source/visit.ts';

const closingPunctuation = /^(?:[,.;:!?)\]’”»…%]+|[-‐–](?=\p{L}))/u;
const openingPunctuation = /[([‘“«]+$/;
/** The longest formula that is kept on one line with its punctuation, in characters of TeX. */
const maxLength = 24;

/**
 * Keeps a short formula and the punctuation beside it on one line. Browsers treat a formula like an
 * image and may break the line before a comma.
 */
export const rehypeBindFormulas: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', (element: Element, index, parent) => {
      if (element.tagName === 'pre') return SKIP;
      if (!isFormula(element) || !parent || index === undefined) return undefined;
      const siblings = parent.children as ElementContent[];
      const [before, after] = [siblings[index - 1], siblings[index + 1]];
      const start = takePunctuation(before, openingPunctuation);
      const end = takePunctuation(after, closingPunctuation);
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
    toString(element).replace(/\s+/g, ' ').trim().length <= maxLength
  );
}

/** Removes the punctuation next to the formula from a text, and returns it. */
function takePunctuation(node: ElementContent | undefined, pattern: RegExp): string {
  if (node?.type !== 'text') return '';
  const [found = ''] = pattern.exec(node.value) ?? [];
  if (found !== '') node.value = node.value.replace(pattern, '');
  return found;
}

function toText(value: string): Text[] {
  return value === '' ? [] : [{ type: 'text', value }];
}
