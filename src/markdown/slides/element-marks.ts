import type { Element, ElementContent, Parents, Root } from 'hast';
import { SKIP } from 'unist-util-visit';
import { visit } from '../source/visit.ts';

/**
 * Moves the attributes in `<!-- .element: … -->` of reveal.js, which `findRevealMarks` has made
 * elements, to the element before them, or to the one that contains them.
 */
export function applyElementMarks(tree: Root): void {
  visit(tree, 'element', (mark: Element, index, parent) => {
    if (mark.properties['dataSlide'] !== 'element' || !parent || index === undefined)
      return undefined;
    const siblings = parent.children as ElementContent[];
    const previous = siblings.slice(0, index).findLast((node) => node.type === 'element');
    const target = previous ?? toElement(parent as Parents);
    if (target) addAttributes(target, mark);
    siblings.splice(index, 1);
    return [SKIP, index];
  });
}

function toElement(parent: Parents): Element | undefined {
  return parent.type === 'element' ? parent : undefined;
}

function addAttributes({ properties }: Element, mark: Element): void {
  const { dataSlide: _, className, ...others } = mark.properties;
  if (Array.isArray(className)) {
    const present = properties['className'];
    properties['className'] = [...(Array.isArray(present) ? present : []), ...className];
  }
  Object.assign(properties, others);
}
