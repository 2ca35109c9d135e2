import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import {
  formulaAttribute,
  parseFormulaCode,
  type Formula,
} from '../../model/page/formula-placeholder.ts';
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
    const formula = findFormula(node);
    if (formula) parent.children.splice(index, 1, toWords(toFormulaElement(formula)));
    else if (node.properties['ariaHidden'] === 'true') parent.children.splice(index, 1);
    else return undefined;
    return [SKIP, index];
  });
  return toText(tree).replace(/\s+/g, ' ').trim();
}

/** Returns the formula that an element is a placeholder for. */
export function findFormula({ properties }: Element): Formula | undefined {
  return parseFormulaCode(properties[formulaAttribute]);
}

/**
 * Returns a formula as text: in Unicode, or else its TeX as code.
 *
 * Feed readers disagree about MathML. FreshRSS keeps the presentation elements but neither <semantics>
 * nor <annotation>, so that the TeX appears next to the formula. Older versions of Miniflux drop MathML
 * and show a square as "x2". Readers without KaTeX's style sheet (Thunderbird, Folo) show both forms of
 * a formula. All of them, and mail programs, show Unicode and code.
 */
export function toFormulaElement({ tex }: Formula): Element {
  const text = texToText(tex);
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

function createElement(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
