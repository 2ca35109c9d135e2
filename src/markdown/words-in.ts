import type { Element } from 'hast';
import { visit } from './visit.ts';

/** The text of an element, in one line. */
export function wordsIn(element: Element): string {
  let words = '';
  visit(element, 'text', (node: { value?: string }) => {
    words += node.value ?? '';
  });
  return words.replace(/\s+/g, ' ').trim();
}
