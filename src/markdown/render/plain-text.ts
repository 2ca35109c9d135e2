import type { Nodes } from 'mdast';
import { texToText } from '../../model/page/tex.ts';
import { separateDegrees } from '../../model/page/tex-packages.ts';
import { createMacroScope } from '../math/macro-scope.ts';
import { repairFormula } from '../math/repair-formula.ts';
import type { ShortcodeSite } from '../shortcodes/expand-shortcodes.ts';
import { parseMarkdown } from '../source/pandoc-math.ts';
import { removeHeadingAttributes } from '../source/attribute-lists.ts';
import type { MacroScope } from '../source/markdown-context.ts';
import { prepareText } from './prepare-text.ts';

export interface PlainTextOptions {
  math: boolean;
  /** The macros of the page before this text. */
  macros?: MacroScope;
  shortcodes?: ShortcodeSite;
}

/** Returns a Markdown text without markup, formulas in Unicode, blocks separated by blank lines. */
export function renderPlainText(source: string, options: PlainTextOptions): string {
  const { text } = prepareText(source, { ...options, isLine: false });
  return treeToPlainText(parseMarkdown(text), options);
}

/** Returns the text of a Markdown tree, formulas in Unicode, blocks separated by blank lines. */
export function treeToPlainText(
  tree: Nodes,
  { math, macros }: Pick<PlainTextOptions, 'math' | 'macros'>,
): string {
  const text = nodeToText(tree, math ? { macros: macros?.copy() } : undefined)
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
  return math ? separateDegrees(text) : text;
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

/** @param math Undefined if dollars are dollars. */
function nodeToText(node: Nodes, math: { macros?: MacroScope | undefined } | undefined): string {
  switch (node.type) {
    case 'inlineMath':
      return math ? formulaToText(node.value, math.macros) : `$${node.value}$`;
    case 'math':
      return math
        ? formulaToText(node.meta ? `${node.meta}\n${node.value}` : node.value, math.macros)
        : `$$${node.value}$$`;
    case 'image':
      return node.alt ?? '';
    case 'break':
      return ' ';
    case 'html':
      return '';
    case 'text':
      return node.value.replace(/\s*\n:[ \t]+/g, ': ').replace(/\s*\n\s*/g, ' ');
  }
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const parts = node.children.map((child) => ({
    block: blockTypes.has(child.type),
    text: nodeToText(child, math),
  }));
  const text = parts.reduce(
    (joined, part, i) => joined + (i > 0 && part.block ? '\n\n' : '') + part.text,
    '',
  );
  return node.type === 'heading' ? removeHeadingAttributes(text) : text;
}

function formulaToText(tex: string, macros = createMacroScope()): string {
  const source = macros.define(tex);
  const definitions = macros.listUsed(source);
  return texToText(definitions + repairFormula(source, { definitions }));
}
