import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import { texToText } from '../model/publication/tex-to-text.ts';
import { formula } from './feed/feed-formula.ts';

/** Commands that say how a formula is set, and nothing of what it says. */
const setting =
  /\\(?:[,;:!]|(?:left|right|[bB]igg?[lmr]?|displaystyle|limits|quad|qquad|mathrm|mathit|text|operatorname|mathcal|mathbb|mathbf|begin|end)(?![a-zA-Z])\*?)/g;

/**
 * The words of an HTML text as the search knows them: on one line, each formula once, as Unicode
 * where that can write it.
 */
export function toSearchText(html: string): string {
  const tree: Root = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node, index, parent) => {
    if (index === undefined || !parent) return undefined;
    if (isTypeset(node)) parent.children.splice(index, 1, readable(formula(node)));
    else if (node.properties['ariaHidden'] === 'true') parent.children.splice(index, 1);
    else return undefined;
    return [SKIP, index];
  });
  return toText(tree).replace(/\s+/g, ' ').trim();
}

/** The text of a formula; where it stays TeX, commands by their names: `\hat{H}` → `hat H`. */
function readable(formula: Element): ElementContent {
  const written = toText(formula, { whitespace: 'pre' });
  if (formula.tagName !== 'code') return { type: 'text', value: written };
  const text = written
    .replace(setting, ' ')
    .replace(/\\([a-zA-Z]+)\*?\s*/g, (command, name: string) => {
      const sign = texToText(command.trim());
      return sign.startsWith('\\') ? `${name} ` : `${sign} `;
    })
    .replace(/\\[^a-zA-Z]|[{}&]/g, ' ')
    .replace(/(?<=[_^(|]) +| +(?=[_^),;.|])/g, '');
  return { type: 'text', value: text };
}

function isTypeset({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('katex');
}
