import type { Element, ElementContent } from 'hast';

/** Returns an element that contains what is left of a value with a problem. `data-problem` is the code. */
export function createMark(code: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { dataProblem: code }, children };
}

/** The tags of a mark, as HTML in Markdown. */
export interface MarkTags {
  open: string;
  close: string;
}

/** Returns the tags of a mark; empty ones for a text that is not shown on a page. */
export function toMarkTags(code: string, marks: boolean): MarkTags {
  return marks
    ? { open: `<span data-problem="${code}">`, close: '</span>' }
    : { open: '', close: '' };
}

/** Marks an element that lacks an attribute because of a problem. A link becomes its words. */
export function markElement(element: Element, code: string): void {
  if (element.tagName === 'a') element.tagName = 'span';
  element.properties['dataProblem'] = code;
}
