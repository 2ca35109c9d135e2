import type { Definition, Image, Link, Nodes, Parents } from 'mdast';
import { applyEdits, type Edit } from '../source/edits.ts';
import { parseMarkdown } from '../source/pandoc-math.ts';
import type { ResolveAddress } from './resolve-address.ts';
import { simplifyHtml } from './simplify-html.ts';
import { visit } from '../source/visit.ts';

/**
 * Matches `](address "title")` at the end of a link or image; `definitionTarget` matches `[name]:
 * address`.
 */
const linkTarget =
  /\]\(\s*(<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)(?:\s+(?:"[^]*"|'[^]*'|\([^]*\)))?\s*\)$/;
const definitionTarget = /^\[(?:[^[\]\\]|\\.)+\]:\s*(<[^<>\n]*>|\S+)/;

/** Matches every text with a link, image or definition in brackets, or with HTML. Parsing costs much more. */
export const possibleAddress = /\]\(|\]:|<[a-zA-Z/!?]/;

/**
 * Makes every address in a Markdown text absolute. Replaces a link or image without a target with
 * its text.
 */
export function makeAddressesAbsolute(text: string, resolve: ResolveAddress): string {
  if (!possibleAddress.test(text)) return text;
  const edits: Edit[] = [];
  visit(parseMarkdown(text), (node: Nodes, _index: unknown, parent?: Parents) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const source = text.slice(start, end);
    if (node.type === 'html') {
      const simplified = simplifyHtml(source, resolve);
      if (simplified !== source) edits.push({ start, end, text: simplified });
    } else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      edits.push(...toAddressEdits(node, source, start, resolve, parent?.type === 'link'));
    }
  });
  return applyEdits(text, edits).text;
}

/** Returns the addresses of the images in a text, unchanged, in their order. */
export function findImageAddresses(text: string): string[] {
  if (!text.includes('![')) return [];
  const addresses: string[] = [];
  visit(parseMarkdown(text), 'image', ({ url }: Image) => {
    addresses.push(url);
  });
  return addresses;
}

function toAddressEdits(
  node: Link | Image | Definition,
  source: string,
  start: number,
  resolve: ResolveAddress,
  isInLink: boolean,
): Edit[] {
  const match = (node.type === 'definition' ? definitionTarget : linkTarget).exec(source);
  const target = match?.[1];
  // An autolink, such as <https://example.org>.
  if (!match || target === undefined) return [];
  const address = resolve(node.url);
  const end = start + source.length;
  if (address === undefined && node.type === 'image') {
    const alt = (node.alt ?? '').replace(/[[\]\\*_`<]/g, '\\$&');
    return [{ start, end, text: alt && !isInLink ? `(Picture: ${alt})` : alt }];
  }
  const closing = start + match.index;
  if (address === undefined && node.type === 'link') {
    return [
      { start, end: start + 1, text: '' },
      { start: closing, end, text: '' },
    ];
  }
  const targetStart =
    closing + match[0].indexOf(target, node.type === 'definition' ? match[0].indexOf(']:') + 2 : 2);
  const escaped = (address ?? '#').replace(
    /[()<>\s]/g,
    (mark) => escapes[mark] ?? encodeURIComponent(mark),
  );
  return [{ start: targetStart, end: targetStart + target.length, text: escaped }];
}

const escapes: Record<string, string> = { '(': '%28', ')': '%29' };
