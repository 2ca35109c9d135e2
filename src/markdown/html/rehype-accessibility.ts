import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { SKIP } from 'unist-util-visit';
import { visit } from '../source/visit.ts';

/**
 * Changes the levels of headings so that they start at h2, below the title of the page, and skip no
 * level. Keeps their relative ranks. Starts again for each slide of a deck.
 */
export const rehypeHeadingLevels: Plugin<[], Root> = function () {
  return (tree) => {
    const openLevels: number[] = [];
    visit(tree, 'element', (element: Element) => {
      if (element.tagName === 'section' && isSlide(element)) openLevels.length = 0;
      const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1]);
      if (Number.isNaN(level)) return;
      while (openLevels.length > 0 && openLevels[openLevels.length - 1]! >= level) openLevels.pop();
      openLevels.push(level);
      element.tagName = `h${Math.min(openLevels.length + 1, 6)}`;
    });
  };
};

function isSlide({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('slide');
}

/**
 * Puts each table into a labelled container that scrolls, also by keyboard, so that a wide table
 * does not widen the page (WCAG 2.2, 1.4.10 and 2.1.1). Makes code blocks focusable for the same
 * reason.
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
          ariaLabel: toTableLabel(element),
        },
        children: [element],
      };
      return SKIP;
    });
  };
};

/** Replaces the obsolete attribute `align`, which remark-gfm writes for each cell. */
function alignByStyle(table: Element): void {
  visit(table, 'element', ({ properties }: Element) => {
    const { align, ...rest } = properties;
    if (!/^(left|center|right)$/.test(String(align)) || 'style' in rest) return;
    properties['style'] = `text-align: ${String(align)}`;
    delete properties['align'];
  });
}

/** Returns a label made of the caption or the column headings. */
function toTableLabel(table: Element): string {
  const names: string[] = [];
  visit(table, 'element', (element: Element) => {
    if (element.tagName === 'th' || element.tagName === 'caption')
      names.push(toString(element).replace(/\s+/g, ' ').trim());
  });
  const label = names.filter(Boolean).slice(0, 4).join(', ');
  return label ? `Table: ${label}` : 'Table';
}

/**
 * Puts the text of a task list item into a label of its check box, which has no other accessible
 * name.
 */
export const rehypeTaskLists: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', (item: Element) => {
      const { className } = item.properties;
      if (!Array.isArray(className) || !className.includes('task-list-item')) return;
      // In a list with blank lines, each item contains a paragraph.
      const paragraph = item.children.find(isParagraph);
      labelBox(item.children.some(isBox) ? item : (paragraph ?? item));
    });
  };
};

/** A label ends before the first of these elements. */
const blocks = /^(ul|ol|p|pre|div|table|blockquote|h[1-6]|dl|figure|hr)$/;

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
