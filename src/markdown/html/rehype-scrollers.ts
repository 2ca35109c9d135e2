import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/**
 * A table stands in a box that scrolls by itself, by the keyboard too, so that a wide one never
 * widens the page (WCAG 2.2, 1.4.10 and 2.1.1). Code scrolls in its own.
 */
export const rehypeScrollers: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', (element: Element, index, parent) => {
      if (element.tagName === 'pre') element.properties['tabIndex'] = 0;
      if (element.tagName === 'table') alignByStyle(element);
      if (element.tagName !== 'table' || !parent || index === undefined) return undefined;
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: {
          className: ['table'],
          role: 'group',
          tabIndex: 0,
          ariaLabel: labelOf(element),
        },
        children: [element],
      };
      return SKIP;
    });
  };
};

/** As GitHub's tables say it for each cell, in the words that HTML has for it today. */
function alignByStyle(table: Element): void {
  visit(table, 'element', ({ properties }: Element) => {
    const { align, ...others } = properties;
    if (!/^(left|center|right)$/.test(String(align)) || 'style' in others) return;
    properties['style'] = `text-align: ${String(align)}`;
    delete properties['align'];
  });
}

/** Its caption, or what its columns are called. */
function labelOf(table: Element): string {
  const names: string[] = [];
  visit(table, 'element', (element: Element) => {
    if (element.tagName === 'th' || element.tagName === 'caption')
      names.push(toString(element).replace(/\s+/g, ' ').trim());
  });
  const said = names.filter(Boolean).slice(0, 4).join(', ');
  return said ? `Table: ${said}` : 'Table';
}
