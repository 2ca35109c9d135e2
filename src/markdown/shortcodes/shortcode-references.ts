import type { Edit } from '../source/edits.ts';
import type { Tag } from './shortcode-tags.ts';

/** The edits for a shortcode. Without edits, it is shown as written. */
export interface Expanded {
  edits?: Edit[] | undefined;
  /** The target that it names and that does not exist. */
  missing?: string;
}

/** Matches the text of a link up to its end: `text{{< /staticref >}}`. */
const staticEnd = /^((?:(?!\{\{|\n\s*\n)[\s\S])*)(\{\{[<%]\s*\/staticref\s*[>%]\}\})/i;

/** Returns true for shortcodes that mean an address within the site. */
export function isReference({ name, closing, positional, named }: Tag): boolean {
  if (closing) return name === 'staticref';
  const known = ['ref', 'relref', 'staticref'].includes(name);
  return known && (positional[0] ?? named['path'] ?? '') !== '';
}

/**
 * Replaces `ref` and `relref` with the address of a talk, and `staticref` with the address of a
 * file in `public/`, or with a link to it if it has an end tag. If the talk does not exist, keeps
 * the text of the link without the link.
 */
export function expandReference(
  text: string,
  tag: Tag,
  findTalk: (written: string) => string | undefined,
): Expanded {
  const { start, end, name } = tag;
  if (tag.closing) return { edits: [] };
  const target = tag.positional[0] ?? tag.named['path'] ?? '';
  const address = name === 'staticref' ? `/${target.replace(/^\/+/, '')}` : findTalk(target.trim());
  const words = name === 'staticref' ? staticEnd.exec(text.slice(end)) : null;
  if (words?.[1] !== undefined && words[2] !== undefined) {
    const [closing, length] = [end + words[1].length, words[2].length];
    return {
      edits: [
        { start, end, text: '[' },
        { start: closing, end: closing + length, text: `](<${address}>)` },
      ],
    };
  }
  if (address !== undefined) return { edits: [{ start, end, text: address }] };
  return { edits: linkAround(text, tag) ?? attributeAround(text, tag), missing: target };
}

/** Returns edits that leave `words` of `[words](tag)` and `![words](tag)`. */
function linkAround(text: string, { start, end }: Tag): Edit[] | undefined {
  const before = /\]\(\s*<?$/.exec(text.slice(0, start));
  const after = /^[^)\n]*\)/.exec(text.slice(end));
  const opening = before && openingBracket(text, before.index);
  if (!before || !after || opening === undefined || opening === null) return undefined;
  const from = text[opening - 1] === '!' ? opening - 1 : opening;
  return [
    { start: from, end: opening + 1, text: '' },
    { start: before.index, end: end + after[0].length, text: '' },
  ];
}

/** Returns the edit that removes ` href="tag"` of an HTML element. */
function attributeAround(text: string, { start, end }: Tag): Edit[] | undefined {
  const before = /\s(?:href|src)\s*=\s*(["'])$/i.exec(text.slice(0, start));
  const quote = before?.[1];
  if (!before || quote === undefined) return undefined;
  const close = text.indexOf(quote, end);
  return close < 0 ? undefined : [{ start: before.index, end: close + 1, text: '' }];
}

function openingBracket(text: string, closing: number): number | undefined {
  let depth = 0;
  for (let at = closing; at >= 0; at -= 1) {
    if (text[at - 1] === '\\') continue;
    if (text[at] === ']') depth += 1;
    if (text[at] === '[') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}
