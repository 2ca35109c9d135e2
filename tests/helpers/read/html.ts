import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { typesetFormulas } from '../../../src/markdown/math/typeset-page.ts';

/** A page, parsed like in a browser. */
export interface Page {
  /** Returns the elements that match a CSS selector, in document order. */
  all(selector: string): Element[];
  /** Returns the first match, or `undefined`. */
  first(selector: string): Element | undefined;
  /** Returns the text of the first match with collapsed white space, or "". */
  text(selector: string): string;
}

export function parsePage(html: string): Page {
  const tree: Root = fromHtml(html);
  return {
    all: (selector) => selectAll(selector, tree),
    first: (selector) => select(selector, tree),
    text: (selector) => {
      const element = select(selector, tree);
      return element ? getText(element) : '';
    },
  };
}

/** Returns the text of an element with collapsed white space. */
export function getText(element: Element): string {
  return toString(element).replaceAll(/\s+/g, ' ').trim();
}

/** Returns an attribute by its name in hast (`href`, `srcSet`, `className`), as text. */
export function getAttribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** Parses a rendered text as its page shows it, with typeset formulas. */
export function parseText(html: string): Page {
  return parsePage(typesetFormulas(html));
}

/** Returns the TeX of each formula of a rendered text, in order. */
export function listFormulas(html: string): string[] {
  return parseText(html)
    .all('annotation')
    .filter((element) => getAttribute(element, 'encoding') === 'application/x-tex')
    .map(getText);
}

/** Returns the TeX of the display formulas of a rendered text. */
export function listDisplayFormulas(html: string): string[] {
  return parseText(html).all('.katex-display annotation').map(getText);
}
