import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { formulaAttribute, parseFormulaCode, type Formula } from './formula-placeholder.ts';
import { texToText } from './tex.ts';

/** The name of an environment, with the columns of a table. */
const environment = /\\begin\s*\{array\}\s*\{[^{}]*\}|\\(?:begin|end)\s*\{[^{}]*\}/g;

/** TeX commands that set the look of a formula and add no words. */
const layoutCommand =
  /\\(?:[,;:!]|(?:left|right|[bB]igg?[lmr]?|displaystyle|limits|quad|qquad|mathrm|mathit|text|operatorname|mathcal|mathbb|mathbf|begin|end)(?![a-zA-Z])\*?)/g;

/**
 * Returns the words of HTML for the search index: on one line, with each formula once, in Unicode if possible. Spaces
 * are where hast-util-to-text has white space, as `innerText` of a browser does. That package takes quadratic time for
 * nested elements.
 */
export function toSearchText(html: string): string {
  const parts: string[] = [];
  addChildren(parts, fromHtml(html, { fragment: true }), { isPre: false, rowAfter: false });
  return parts.join('').replace(/\s+/g, ' ').trim();
}

interface Surroundings {
  /** White space is not collapsed. */
  isPre: boolean;
  /** The table has a row after this part of it. */
  rowAfter: boolean;
}

function addChildren(parts: string[], parent: Root | Element, { isPre, rowAfter }: Surroundings) {
  const children = parent.children.filter(
    (child) => !isAriaHidden(child) && !isFootnoteMark(child),
  );
  const isTable = isNamed(parent, tableName);
  const isTablePart = isTable || isNamed(parent, rowParentName);
  for (const [i, child] of children.entries()) {
    if (child.type === 'text') {
      const isBetweenParts =
        isTablePart &&
        [children[i - 1], children[i + 1]].every((node) => !node || isNamed(node, tablePartName));
      if (!isBetweenParts || /[^\t\n\f\r ]/.test(child.value) || child.value === '')
        parts.push(isPre ? child.value : joinLines(child.value));
    } else if (child.type === 'element') {
      const hasAfter = (test: Test) => hasLater(children, i, test);
      const isRowAfter = isTable ? hasAfter(hasRow) : isNamed(parent, rowGroupName) && rowAfter;
      addElement(parts, child, { isPre, rowAfter: isRowAfter }, hasAfter);
    }
  }
}

type Test = (node: RootContent) => boolean;

function hasLater(nodes: readonly RootContent[], index: number, test: Test): boolean {
  for (let i = index + 1; i < nodes.length; i += 1) if (test(nodes[i]!)) return true;
  return false;
}

function addElement(
  parts: string[],
  element: Element,
  { isPre, rowAfter }: Surroundings,
  hasAfter: (test: Test) => boolean,
): void {
  const { tagName, properties } = element;
  const formula = findFormula(element);
  if (formula) {
    const words = toWords(toFormulaElement(formula));
    parts.push(isPre ? words : joinLines(words));
    return;
  }
  const isShown = tagName !== 'dialog' || Boolean(properties['open']);
  if (hiddenName.test(tagName) || properties['hidden'] || !isShown) return;
  const isBlock = blockName.test(tagName);
  if (isBlock) parts.push('\n');
  const isCell = cellName.test(tagName);
  const isPreInside = isPre || preName.test(tagName) || (isCell && Boolean(properties['noWrap']));
  addChildren(parts, element, { isPre: isPreInside, rowAfter });
  const isRow = tagName === 'tr' && (rowAfter || hasAfter(isRowElement));
  if (isBlock || tagName === 'br' || isRow) parts.push('\n');
  else if (isCell && hasAfter(isCellElement)) parts.push('\t');
}

const tableName = /^table$/;
const rowGroupName = /^(tbody|tfoot|thead)$/;
const rowParentName = /^(table|tbody|tfoot|thead|tr)$/;
const tablePartName = /^(caption|col|colgroup|tbody|td|tfoot|th|thead|tr)$/;
const cellName = /^(td|th)$/;
const preName = /^(listing|nobr|plaintext|pre|textarea|xmp)$/;
const hiddenName = /^(datalist|head|noembed|noframes|noscript|rp|script|style|template|title)$/;
const blockName =
  /^(address|article|aside|blockquote|body|caption|center|dd|dialog|dir|dl|dt|div|figure|figcaption|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|listing|main|menu|nav|ol|p|plaintext|pre|section|ul|xmp)$/;

function isNamed(node: RootContent | Root, name: RegExp): boolean {
  return node.type === 'element' && name.test(node.tagName);
}

function isRowElement(node: RootContent): boolean {
  return node.type === 'element' && node.tagName === 'tr';
}

function isCellElement(node: RootContent): boolean {
  return isNamed(node, cellName);
}

function hasRow(node: RootContent): boolean {
  return (
    isRowElement(node) ||
    (isNamed(node, rowGroupName) && (node as Element).children.some(isRowElement))
  );
}

function isAriaHidden(node: RootContent): boolean {
  return node.type === 'element' && node.properties['ariaHidden'] === 'true' && !findFormula(node);
}

/**
 * Returns whether an element is the number of a footnote in the text, the arrow from the footnote back to it, or the
 * hidden heading of the footnotes.
 */
function isFootnoteMark(node: RootContent): boolean {
  if (node.type !== 'element') return false;
  const { tagName, properties, children } = node;
  if ('dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties) return true;
  if (properties['id'] === 'footnote-label') return true;
  return tagName === 'sup' && children.length > 0 && children.every(isFootnoteMark);
}

/** Removes what CSS ignores in text: marks of direction, and a line break next to a zero-width space. */
function joinLines(value: string): string {
  if (value === '') return ' ';
  const text = value.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
  if (!text.includes('\u200B') || !text.includes('\n')) return text || ' ';
  const lines = text.split('\n').map((line, i, { length }) => {
    const start = i > 0 ? line.replace(/^[\t ]+/, '') : line;
    return i < length - 1 ? start.replace(/[\t ]+$/, '') : start;
  });
  let joined = '';
  let isOpen = false;
  for (const [i, line] of lines.entries()) {
    if (line.endsWith('\u200B') || lines[i + 1]?.startsWith('\u200B')) {
      joined += line;
      isOpen = false;
    } else if (line !== '') {
      joined += isOpen ? ` ${line}` : line;
      isOpen = true;
    } else if (i === 0 || i === lines.length - 1) joined += ' ';
  }
  return joined;
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
export function toFormulaElement({ tex, definitions = '' }: Formula): Element {
  const text = texToText(definitions + tex);
  const isTex = /[\\^_&]/.test(text);
  return createElement(isTex ? 'code' : 'em', [{ type: 'text', value: text }]);
}

/**
 * Returns the words of a formula. Of a formula that Unicode cannot express, these are its letters and signs, without
 * the TeX around them: `\hat{H} = \arg\min_H` → `H = arg min H`.
 */
function toWords({ tagName, children: [child] }: Element): string {
  const source = child?.type === 'text' ? child.value : '';
  if (tagName !== 'code') return source;
  return source
    .replace(environment, ' ')
    .replace(/\\\|/g, '‖')
    .replace(layoutCommand, ' ')
    .replace(/\\([a-zA-Z]+)\*?\s*/g, (command) => {
      const symbol = texToText(command.trim());
      return symbol.startsWith('\\') ? ' ' : `${symbol} `;
    })
    .replace(/\\[^a-zA-Z]|[{}&_^]/g, ' ')
    .replace(/(?<=[(|] *) +| +(?=[),;.|])/g, '');
}

function createElement(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
