import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/**
 * The page's title is the one h1. Headings of the text start at h2 and never skip a level,
 * whatever the author began with; their order of rank is kept. Each slide of a deck is seen alone, and
 * begins anew.
 */
export const rehypeHeadingLevels: Plugin<[], Root> = function () {
  return (tree) => {
    const open: number[] = [];
    visit(tree, 'element', (element: Element) => {
      if (element.tagName === 'section' && isSlide(element)) open.length = 0;
      const written = /^h([1-6])$/.exec(element.tagName)?.[1];
      if (written === undefined) return;
      while (open.length > 0 && open[open.length - 1]! >= Number(written)) open.pop();
      open.push(Number(written));
      element.tagName = `h${Math.min(open.length + 1, 6)}`;
    });
  };
};

function isSlide({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('slide');
}
