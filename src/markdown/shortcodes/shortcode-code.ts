import type { Edit } from '../source/edits.ts';
import { isInside, linePrefix, type Range } from '../source/regions.ts';
import type { Tag } from './shortcode-tags.ts';

/** `{{< highlight go >}}` or `{% highlight ruby %}` with its end. */
export interface CodeTags {
  open: Tag;
  close: Tag;
  /** The code between them. */
  inner: Range;
}

/** Finds pairs of tags around code. Ignores a tag without its counterpart. */
export function findCodeTags(tags: readonly Tag[], code: readonly Range[]): CodeTags[] {
  const found: CodeTags[] = [];
  let open: Tag | undefined;
  for (const tag of tags) {
    if (tag.name !== 'highlight' || isInside(code, tag.start)) continue;
    if (!tag.closing) open ??= tag;
    else if (open) {
      found.push({ open, close: tag, inner: { start: open.end, end: tag.start } });
      open = undefined;
    }
  }
  return found;
}

/** Returns edits that replace the tags with the fences of a code block. */
export function fenceCode(text: string, { open, close, inner }: CodeTags): Edit[] {
  const code = text.slice(inner.start, inner.end);
  const runs = [...code.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run + 1)));
  const language = (open.positional[0] ?? open.named['lang'] ?? '').replace(/[^\w+#-]/g, '');
  const { before, first } = linePrefix(text, open.start);
  const lead = first ? '' : `\n${before}`;
  const next = /^[ \t]*\n/.test(code) ? '' : `\n${before}`;
  const last = /\n[ \t>]*$/.test(code) ? '' : `\n${before}`;
  const behind = /^[ \t]*(\n|$)/.test(text.slice(close.end)) ? '' : `\n${before}`;
  return [
    { start: open.start, end: open.end, text: `${lead}${fence}${language}${next}` },
    { start: close.start, end: close.end, text: `${last}${fence}${behind}` },
  ];
}
