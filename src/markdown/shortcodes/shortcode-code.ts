import type { Edit } from '../source/edits.ts';
import { isInside, getLinePrefix, type Range } from '../source/regions.ts';
import type { ShortcodeTag } from './shortcode-tags.ts';

/** `{{< highlight go >}}` or `{% highlight ruby %}` with its end. */
export interface CodeTags {
  open: ShortcodeTag;
  close: ShortcodeTag;
  /** The code between them. */
  inner: Range;
}

/** Finds pairs of tags around code. Ignores a tag without its counterpart. */
export function findCodeTags(tags: readonly ShortcodeTag[], code: readonly Range[]): CodeTags[] {
  const pairs: CodeTags[] = [];
  let open: ShortcodeTag | undefined;
  for (const tag of tags) {
    if (tag.name !== 'highlight' || isInside(code, tag.start)) continue;
    if (!tag.closing) open ??= tag;
    else if (open) {
      pairs.push({ open, close: tag, inner: { start: open.end, end: tag.start } });
      open = undefined;
    }
  }
  return pairs;
}

/** Returns edits that replace the tags with the fences of a code block. */
export function fenceCode(text: string, { open, close, inner }: CodeTags): Edit[] {
  const code = text.slice(inner.start, inner.end);
  const runs = [...code.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run + 1)));
  const language = (open.args[0] ?? open.namedArgs['lang'] ?? '').replace(/[^\w+#-]/g, '');
  const { before, first } = getLinePrefix(text, open.start);
  const beforeFence = first ? '' : `\n${before}`;
  const beforeCode = /^[ \t]*\n/.test(code) ? '' : `\n${before}`;
  const afterCode = /\n[ \t>]*$/.test(code) ? '' : `\n${before}`;
  const afterFence = /^[ \t]*(\n|$)/.test(text.slice(close.end)) ? '' : `\n${before}`;
  return [
    { start: open.start, end: open.end, text: `${beforeFence}${fence}${language}${beforeCode}` },
    { start: close.start, end: close.end, text: `${afterCode}${fence}${afterFence}` },
  ];
}
