import type { Definition, Image, Link, Nodes, Parents } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { applyEdits, type Edit } from '../source/edits.ts';
import { remarkPandocMath } from '../math/remark-pandoc-math.ts';
import { toLeanHtml } from './lean-html.ts';
import { visit } from 'unist-util-visit';

/** The absolute form of an address; undefined where nothing is to be found at it. */
export type Resolve = (written: string) => string | undefined;

const parser = unified().use(remarkParse).use(remarkPandocMath).freeze();

/** `](address "title")` at the end of a link or picture, and `[name]: address` of a definition. */
const inLink =
  /\]\(\s*(<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)(?:\s+(?:"[^]*"|'[^]*'|\([^]*\)))?\s*\)$/;
const inDefinition = /^\[(?:[^[\]\\]|\\.)+\]:\s*(<[^<>\n]*>|\S+)/;

/**
 * Markdown with every address made absolute. A link or picture that leads nowhere leaves its words
 * behind.
 */
export function absoluteAddresses(text: string, resolve: Resolve): string {
  const edits: Edit[] = [];
  visit(parser.parse(text), (node: Nodes, _index: unknown, parent?: Parents) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const written = text.slice(start, end);
    if (node.type === 'html') {
      const lean = toLeanHtml(written, resolve);
      if (lean !== written) edits.push({ start, end, text: lean });
    } else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      edits.push(...toEdits(node, written, start, resolve, parent?.type === 'link'));
    }
  });
  return applyEdits(text, edits).text;
}

/** The addresses of the pictures of a text, as written, in their order. */
export function picturesIn(text: string): string[] {
  const pictures: string[] = [];
  visit(parser.parse(text), 'image', ({ url }: Image) => {
    pictures.push(url);
  });
  return pictures;
}

function toEdits(
  node: Link | Image | Definition,
  written: string,
  start: number,
  resolve: Resolve,
  inside: boolean,
): Edit[] {
  const match = (node.type === 'definition' ? inDefinition : inLink).exec(written);
  const target = match?.[1];
  // What is left is an address written as itself, such as <https://example.org>.
  if (!match || target === undefined) return [];
  const address = resolve(node.url);
  const end = start + written.length;
  if (address === undefined && node.type === 'image') {
    const words = (node.alt ?? '').replace(/[[\]\\*_`<]/g, '\\$&');
    return [{ start, end, text: words && !inside ? `(Picture: ${words})` : words }];
  }
  const closing = start + match.index;
  if (address === undefined && node.type === 'link') {
    return [
      { start, end: start + 1, text: '' },
      { start: closing, end, text: '' },
    ];
  }
  const place =
    closing + match[0].indexOf(target, node.type === 'definition' ? match[0].indexOf(']:') + 2 : 2);
  const shown = (address ?? '#').replace(
    /[()<>\s]/g,
    (mark) => escapes[mark] ?? encodeURIComponent(mark),
  );
  return [{ start: place, end: place + target.length, text: shown }];
}

const escapes: Record<string, string> = { '(': '%28', ')': '%29' };
