import type { Element, ElementContent } from 'hast';

/** Returns an element that contains what is left of a value with a problem. `data-problem` is the code. */
export function createMark(code: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { dataProblem: code }, children };
}

/** Marks an element that lacks an attribute because of a problem. A link becomes its words. */
export function markElement(element: Element, code: string): void {
  if (element.tagName === 'a') element.tagName = 'span';
  element.properties['dataProblem'] = code;
}
