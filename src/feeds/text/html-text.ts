import type { Element, ElementContent, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import { texToText } from '../../model/page/tex.ts';

/** TeX commands that set the look of a formula and add no words. */
const layoutCommand =
  /\\(?:[,;:!]|(?:left|right|[bB]igg?[lmr]?|displaystyle|limits|quad|qquad|mathrm|mathit|text|operatorname|mathcal|mathbb|mathbf|begin|end)(?![a-zA-Z])\*?)/g;

/**
 * Returns the words of HTML for the search index: on one line, with each formula once, in Unicode if
 * possible.
 */
export function toSearchText(html: string): string {
  const tree: Root = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node, index, parent) => {
    if (index === undefined || !parent) return undefined;
    if (isKatex(node)) parent.children.splice(index, 1, toWords(toFormulaElement(node)));
    else if (node.properties['ariaHidden'] === 'true') parent.children.splice(index, 1);
    else return undefined;
    return [SKIP, index];
  });
  return toText(tree).replace(/\s+/g, ' ').trim();
}

/**
 * Returns a formula typeset by KaTeX as text: in Unicode, or else its TeX as code.
 *
 * Feed readers disagree about MathML. FreshRSS keeps the presentation elements but neither <semantics>
 * nor <annotation>, so that the TeX appears next to the formula. Older versions of Miniflux drop MathML
 * and show a square as "x2". Readers without KaTeX's style sheet (Thunderbird, Folo) show both forms of
 * a formula. All of them, and mail programs, show Unicode and code.
 */
export function toFormulaElement(katex: Element): Element {
  const text = texToText(findTex(katex));
  const isTex = /[\\^_&]/.test(text);
  return createElement(isTex ? 'code' : 'em', [{ type: 'text', value: text }]);
}

/** Returns the words of a formula. If it is TeX, commands become their names: `\hat{H}` → `hat H`. */
function toWords(formula: Element): ElementContent {
  const source = toText(formula, { whitespace: 'pre' });
  if (formula.tagName !== 'code') return { type: 'text', value: source };
  const text = source
    .replace(layoutCommand, ' ')
    .replace(/\\([a-zA-Z]+)\*?\s*/g, (command, name: string) => {
      const symbol = texToText(command.trim());
      return symbol.startsWith('\\') ? `${name} ` : `${symbol} `;
    })
    .replace(/\\[^a-zA-Z]|[{}&]/g, ' ')
    .replace(/(?<=[_^(|]) +| +(?=[_^),;.|])/g, '');
  return { type: 'text', value: text };
}

/** Returns the TeX that KaTeX adds to its MathML. */
function findTex(katex: Element): string {
  let annotation: Nodes | undefined;
  visit(katex, { tagName: 'annotation' }, (node) => {
    annotation = node;
  });
  return annotation ? toText(annotation, { whitespace: 'pre' }) : toText(katex);
}

function isKatex({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('katex');
}

function createElement(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
