import { toMarkTags, type MarkTags } from '../source/problem-marks.ts';
import type { Edit } from '../source/edits.ts';
import type { ShortcodeTag } from './shortcode-tags.ts';

/** The edits for a shortcode. Without edits, the page shows its source. */
export interface ExpandedTag {
  edits?: Edit[] | undefined;
  /** The target that it names and that does not exist. */
  missing?: string;
}

/** The code of a reference to a page that does not exist. */
export const unknownTarget = 'text/unknown-target';

/** Matches the text of a link up to its end: `text{{< /staticref >}}`. */
const staticrefEnd = /^((?:(?!\{\{|\n\s*\n)[\s\S])*)(\{\{[<%]\s*\/staticref\s*[>%]\}\})/i;

/** Returns true for shortcodes that mean an address within the site. */
export function isReference({ name, source, closing, args, namedArgs }: ShortcodeTag): boolean {
  if (closing) return name === 'staticref';
  const isLiquid = !source.startsWith('{{') && ['link', 'post_url'].includes(name);
  const isKnown = isLiquid || ['ref', 'relref', 'staticref'].includes(name);
  return isKnown && (args[0] ?? namedArgs['path'] ?? '') !== '';
}

/**
 * Replaces `ref` and `relref`, and `link` and `post_url` of Jekyll, with the address of a page, and
 * `staticref` with the address of a file in `public/`, or with a link to it if it has an end tag. If
 * the page does not exist, keeps the text of the link without the link.
 * @param marks Whether an element marks the text that is kept.
 */
export function expandReference(
  text: string,
  tag: ShortcodeTag,
  findPage: (name: string) => string | undefined,
  marks = false,
): ExpandedTag {
  const { start, end, name } = tag;
  // An anchor on the same page.
  const findTarget = (value: string) => (/^#./.test(value) ? value : findPage(value));
  if (tag.closing) return { edits: [] };
  const target = tag.args[0] ?? tag.namedArgs['path'] ?? '';
  const address =
    name === 'staticref' ? `/${target.replace(/^\/+/, '')}` : findTarget(target.trim());
  const linkText = name === 'staticref' ? staticrefEnd.exec(text.slice(end)) : null;
  if (linkText?.[1] !== undefined && linkText[2] !== undefined) {
    const [closing, length] = [end + linkText[1].length, linkText[2].length];
    return {
      edits: [
        { start, end, text: '[' },
        { start: closing, end: closing + length, text: `](<${address}>)` },
      ],
    };
  }
  if (address !== undefined) return { edits: [{ start, end, text: address }] };
  const mark = toMarkTags(unknownTarget, marks);
  return {
    edits:
      removeLink(text, tag, mark) ??
      removeDefinition(text, tag, mark) ??
      removeAttribute(text, tag, marks),
    missing: target,
  };
}

/** Returns edits that leave `words` of `[words](tag)` and `![words](tag)`. */
function removeLink(
  text: string,
  { start, end }: ShortcodeTag,
  mark: MarkTags,
): Edit[] | undefined {
  const before = /\]\(\s*<?$/.exec(text.slice(0, start));
  const after = /^[^)\n]*\)/.exec(text.slice(end));
  const opening = before && findOpeningBracket(text, before.index);
  if (!before || !after || opening === undefined || opening === null) return undefined;
  const linkStart = text[opening - 1] === '!' ? opening - 1 : opening;
  return [
    { start: linkStart, end: opening + 1, text: mark.open },
    { start: before.index, end: end + after[0].length, text: mark.close },
  ];
}

/** Returns edits that remove the definition `[name]: tag`, and leave the words of links with this name. */
function removeDefinition(
  text: string,
  { start, end }: ShortcodeTag,
  { open, close }: MarkTags,
): Edit[] | undefined {
  const before = /(?:^|\n) {0,3}\[((?:[^[\]\\]|\\.)+)\]:[ \t]*<?$/.exec(text.slice(0, start));
  if (!before) return undefined;
  const after = /^[^\n]*/.exec(text.slice(end))?.[0] ?? '';
  const name = (before[1] ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const link = new RegExp(
    `!?\\[([^[\\]]+)\\]\\[${name}\\]|\\[(${name})\\](?:\\[\\])?(?![(:[])`,
    'gi',
  );
  return [
    { start: before.index, end: end + after.length, text: before[0].startsWith('\n') ? '\n' : '' },
    ...[...text.matchAll(link)].map(({ index, 0: found, 1: words, 2: bare }) => ({
      ...{ start: index, end: index + found.length },
      text: open + (words ?? bare ?? '') + close,
    })),
  ];
}

/** Returns the edit that removes ` href="tag"` of an HTML element, or replaces it with a mark. */
function removeAttribute(
  text: string,
  { start, end }: ShortcodeTag,
  marks: boolean,
): Edit[] | undefined {
  const before = /\s(?:href|src)\s*=\s*(["'])$/i.exec(text.slice(0, start));
  const quote = before?.[1];
  if (!before || quote === undefined) return undefined;
  const close = text.indexOf(quote, end);
  const replacement = marks ? ` data-problem="${unknownTarget}"` : '';
  return close < 0 ? undefined : [{ start: before.index, end: close + 1, text: replacement }];
}

function findOpeningBracket(text: string, closing: number): number | undefined {
  let depth = 0;
  for (let index = closing; index >= 0; index -= 1) {
    if (text[index - 1] === '\\') continue;
    if (text[index] === ']') depth += 1;
    if (text[index] === '[') depth -= 1;
    if (depth === 0) return index;
  }
  return undefined;
}
