import type { Element, ElementContent, Nodes } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import { texToText } from '../../model/publication/tex-to-text.ts';

// Readers disagree about MathML. FreshRSS keeps the elements of presentation but neither <semantics>
// nor <annotation>, so that TeX spills out beside the formula; Miniflux long knew none of it, and
// made "x2" of a square; and without KaTeX's style sheet (Thunderbird, Folo) its two forms stand one
// after the other. Unicode is right in every one, and in a mail. What it cannot write stays TeX, set
// as code, which all of them keep.

/** A formula that KaTeX has typeset, as text. */
export function formula(typeset: Element): Element {
  const text = texToText(texOf(typeset));
  const isTex = /[\\^_&]/.test(text);
  return element(isTex ? 'code' : 'em', [{ type: 'text', value: text }]);
}

/** A displayed formula, in a paragraph of its own. */
export function displayedFormula(typeset: Element): Element {
  return element('p', [formula(typeset)]);
}

/** The TeX that KaTeX leaves beside its MathML. */
function texOf(typeset: Element): string {
  let annotation: Nodes | undefined;
  visit(typeset, { tagName: 'annotation' }, (node) => {
    annotation = node;
  });
  return annotation ? toText(annotation, { whitespace: 'pre' }) : toText(typeset);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
