import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/** What may be in a label: everything up to the first block. */
const blocks = /^(ul|ol|p|pre|div|table|blockquote|h[1-6]|dl|figure|hr)$/;

/** Makes the text of an item of a task list the label of its check box, which has no other name. */
export const rehypeTaskLists: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', (item: Element) => {
      const { className } = item.properties;
      if (!Array.isArray(className) || !className.includes('task-list-item')) return;
      // The items of a list with blank lines between them are paragraphs.
      const paragraph = item.children.find(isParagraph);
      labelBox(item.children.some(isBox) ? item : (paragraph ?? item));
    });
  };
};

function labelBox(parent: Element): void {
  const start = parent.children.findIndex(isBox);
  if (start < 0) return;
  const rest = parent.children.slice(start);
  const length = rest.findIndex((node) => node.type === 'element' && blocks.test(node.tagName));
  const children = length < 0 ? rest : rest.slice(0, length);
  const label: Element = { type: 'element', tagName: 'label', properties: {}, children };
  parent.children.splice(start, children.length, label);
}

function isBox(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'input';
}

function isParagraph(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'p';
}
