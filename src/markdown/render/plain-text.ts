import type { Nodes } from 'mdast';
import { texToText } from '../../model/page/tex.ts';
import { repairFormula } from '../math/repair-formula.ts';
import type { ShortcodeSite } from '../shortcodes/expand-shortcodes.ts';
import { parseMarkdown } from '../source/pandoc-math.ts';
import { prepareText } from './prepare-text.ts';

export interface PlainTextOptions {
  math: boolean;
  shortcodes?: ShortcodeSite;
}

/** Returns a Markdown text without markup, formulas in Unicode, blocks separated by blank lines. */
export function renderPlainText(source: string, options: PlainTextOptions): string {
  const { text } = prepareText(source, { ...options, isLine: false });
  return treeToPlainText(parseMarkdown(text), options);
}

/** Returns the text of a Markdown tree, formulas in Unicode, blocks separated by blank lines. */
export function treeToPlainText(tree: Nodes, options: { math: boolean }): string {
  return nodeToText(tree, options.math)
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}

const blockTypes = new Set([
  'paragraph',
  'heading',
  'list',
  'listItem',
  'blockquote',
  'math',
  'code',
]);

function nodeToText(node: Nodes, math: boolean): string {
  switch (node.type) {
    case 'inlineMath':
      return math ? texToText(repairFormula(node.value)) : `$${node.value}$`;
    case 'math':
      return math ? texToText(repairFormula(node.value)) : `$$${node.value}$$`;
    case 'image':
      return node.alt ?? '';
    case 'break':
      return ' ';
    case 'html':
      return '';
    case 'text':
      return node.value.replace(/\s*\n\s*/g, ' ');
  }
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const parts = node.children.map((child) => ({
    block: blockTypes.has(child.type),
    text: nodeToText(child, math),
  }));
  return parts.reduce(
    (text, part, i) => text + (i > 0 && part.block ? '\n\n' : '') + part.text,
    '',
  );
}
