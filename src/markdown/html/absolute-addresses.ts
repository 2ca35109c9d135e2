import type { Definition, Image, Link, Nodes, Parents } from 'mdast';
import { visit } from 'unist-util-visit';
import { applyEdits, type Edit } from '../source/edits.ts';
import { parseMarkdown } from '../source/pandoc-math.ts';
import type { ResolveAddress } from './resolve-address.ts';
import { simplifyHtml } from './simplify-html.ts';

/**
 * Matches `](address "title")` at the end of a link or image; `inDefinition` matches `[name]:
 * address`.
 */
const inLink =
  /\]\(\s*(<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)(?:\s+(?:"[^]*"|'[^]*'|\([^]*\)))?\s*\)$/;
const inDefinition = /^\[(?:[^[\]\\]|\\.)+\]:\s*(<[^<>\n]*>|\S+)/;

/**
 * Makes every address in a Markdown text absolute. Replaces a link or image that leads nowhere with
 * its text.
 */
export function absoluteAddresses(text: string, resolve: ResolveAddress): string {
  const edits: Edit[] = [];
  visit(parseMarkdown(text), (node: Nodes, _index: unknown, parent?: Parents) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const written = text.slice(start, end);
    if (node.type === 'html') {
      const lean = simplifyHtml(written, resolve);
      if (lean !== written) edits.push({ start, end, text: lean });
    } else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      edits.push(...toEdits(node, written, start, resolve, parent?.type === 'link'));
    }
  });
  return applyEdits(text, edits).text;
}

/** Returns the addresses of the images in a text, as written, in their order. */
export function picturesIn(text: string): string[] {
  const pictures: string[] = [];
  visit(parseMarkdown(text), 'image', ({ url }: Image) => {
    pictures.push(url);
  });
  return pictures;
}

function toEdits(
  node: Link | Image | Definition,
  written: string,
  start: number,
  resolve: ResolveAddress,
  inside: boolean,
): Edit[] {
  const match = (node.type === 'definition' ? inDefinition : inLink).exec(written);
  const target = match?.[1];
  // An autolink, such as <https://example.org>.
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
