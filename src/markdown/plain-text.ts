import type { Nodes } from 'mdast';
import { mendFormula } from './math/mend-formula.ts';
import { texToText } from '../model/publication/tex-to-text.ts';

/** What a reader would say aloud: Markdown marks gone, formulas as Unicode, paragraphs kept apart. */
export function plainText(tree: Nodes, options: { math: boolean }): string {
  return textOf(tree, options.math)
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

function textOf(node: Nodes, math: boolean): string {
  switch (node.type) {
    case 'inlineMath':
      return math ? texToText(mendFormula(node.value)) : `$${node.value}$`;
    case 'math':
      return math ? texToText(mendFormula(node.value)) : `$$${node.value}$$`;
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
    text: textOf(child, math),
  }));
  return parts.reduce(
    (text, part, i) => text + (i > 0 && part.block ? '\n\n' : '') + part.text,
    '',
  );
}
