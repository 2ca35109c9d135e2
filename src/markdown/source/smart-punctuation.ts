import type { InlineCode, Root, Text } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import type { Plugin } from 'unified';
import { smartPunctuation } from './punctuation-options.ts';
import { visit } from './visit.ts';

/**
 * Replaces straight quotation marks, dashes and dots with typographic ones, exactly as remark-smartypants does. Two
 * dashes become an en dash and three an em dash, as in Hugo and Jekyll. That plugin parses every text as natural
 * language, which was a tenth of the time of rendering. It is called only for texts with quotation marks whose side
 * depends on more than the characters next to them, and for parts with dashes or dots that it may join.
 */
export const remarkSmartPunctuation: Plugin<[], Root> = function () {
  const replaceAll = remarkSmartypants.call(this as never, smartPunctuation) as unknown as (
    tree: Root,
  ) => void;
  return (tree) => {
    const nodes = listTextNodes(tree);
    const text = nodes.map(toContext).join('');
    const quotes = [...text.matchAll(/["']/g)];
    const sides = quotes.map(({ index }) => findSide(text, index));
    if (sides.includes(undefined)) {
      replaceAll(tree);
      return;
    }
    if (sides.length > 0) replaceQuotes(nodes, sides);
    const joinable = nodes.filter((node) => node.type === 'text' && joinableMarks.test(node.value));
    if (joinable.length > 0) replaceAll({ type: 'root', children: joinable as Text[] });
  };
};

/** Two dashes or backticks, or three dots, also with spaces between them. */
const joinableMarks = /--|``|\.[\s\x85]*\.[\s\x85]*\./;

/** A text, code, or the start of a block. */
type Part = Text | InlineCode | { type: 'block' };

function listTextNodes(tree: Root): Part[] {
  const parts: Part[] = [];
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') parts.push(node);
    else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      parts.push({ type: 'block' });
  });
  return parts;
}

/** Returns what is next to quotation marks in other parts, as in remark-smartypants: code is a word. */
function toContext(part: Part): string {
  if (part.type === 'block') return ' ';
  return part.type === 'text' ? part.value : 'A'.repeat(part.value.length);
}

type Side = 'opening' | 'closing';

/** Returns which side of a quotation a mark is on, if the characters next to it are enough to know. */
function findSide(text: string, index: number): Side | undefined {
  const before = text[index - 1] ?? '';
  const after = text[index + 1] ?? '';
  if (isQuote(before) || isQuote(after)) return undefined;
  if (/[A-Za-z0-9]/.test(before) || after === ' ' || after === '\n' || after === '')
    return 'closing';
  // At the start of a sentence, remark-smartypants closes the mark of 's.
  const isGenitive = text[index] === "'" && after === 's';
  return /[\s(]/.test(before) && /[A-Za-z]/.test(after) && !isGenitive ? 'opening' : undefined;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

function replaceQuotes(parts: readonly Part[], sides: readonly (Side | undefined)[]): void {
  let count = 0;
  for (const part of parts) {
    if (part.type !== 'text') continue;
    part.value = part.value.replace(/["']/g, (mark) => {
      const isOpening = sides[count] === 'opening';
      count += 1;
      if (mark === '"') return isOpening ? '“' : '”';
      return isOpening ? '‘' : '’';
    });
  }
}
