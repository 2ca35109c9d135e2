import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';

/** A page, parsed as a browser parses it. */
export interface Page {
  /** The elements that match a CSS selector, in document order. */
  all(selector: string): Element[];
  /** The first match, or `undefined`. */
  first(selector: string): Element | undefined;
  /** The text of the first match with its white space collapsed, or "". */
  text(selector: string): string;
}

export function parsePage(html: string): Page {
  const tree: Root = fromHtml(html);
  return {
    all: (selector) => selectAll(selector, tree),
    first: (selector) => select(selector, tree),
    text: (selector) => {
      const found = select(selector, tree);
      return found ? textOf(found) : '';
    },
  };
}

/** The text inside an element with its white space collapsed. */
export function textOf(element: Element): string {
  return toString(element).replaceAll(/\s+/g, ' ').trim();
}

/** An attribute by its name in hast (`href`, `srcSet`, `className`), as text. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}
