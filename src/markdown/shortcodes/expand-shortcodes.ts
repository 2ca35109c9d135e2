import { toMarkTags, type MarkTags } from '../source/problem-marks.ts';
import { toPosition, type Edit } from '../source/edits.ts';
import type { TextFinding } from '../source/markdown-context.ts';
import { findHtmlRegions } from '../source/html-text.ts';
import { isInside, getLinePrefix, findRegions, isAlone, type Regions } from '../source/regions.ts';
import { expandLiquidValues } from './liquid-values.ts';
import { fenceCode, findCodeTags } from './shortcode-code.ts';
import {
  openCallout,
  showAction,
  showEmbed,
  showFigure,
  showHtmlFigure,
} from './shortcode-html.ts';
import {
  expandReference,
  isReference,
  unknownTarget,
  type ExpandedTag,
} from './shortcode-references.ts';
import { findTags, type ShortcodeTag } from './shortcode-tags.ts';
import { findSlideMarks } from './slide-marks.ts';

/** The part of the site in which shortcodes look up names. */
export interface ShortcodeSite {
  /** Returns whether a file with this name exists. */
  hasFile(name: string): boolean;
  /** Returns the address, below the base path, of the talk that `ref` names. */
  findPage(source: string): string | undefined;
}

export interface Expansion {
  edits: Edit[];
  findings: TextFinding[];
}

const unknownShortcode = 'text/unknown-shortcode';
const callouts = ['callout', 'alert'];
/**
 * Shortcodes that are removed: only their theme needed them, or the page generates its own table of
 * contents or list of chapters.
 */
const ignoredShortcodes = ['math', 'blogdown/postref', 'toc', 'list_children'];
const basePathTags = /\{\{-?\s*(?:site\.(?:base)?url|base_path)\s*-?\}\}/g;

interface ExpandOptions {
  /** The text is one line, which gets no blocks. */
  isLine: boolean;
  /** The text is a deck, which has shortcodes of its own. */
  slides?: boolean;
  /** The text is HTML, in which nothing is Markdown. */
  isHtml?: boolean;
  /** An element marks what has a problem. */
  marks?: boolean;
}

/**
 * Returns edits that replace Hugo's and Jekyll's shortcodes with Markdown and HTML. Leaves code
 * unchanged, except that `{{</* x *\/>}}` becomes `{{< x >}}` there too.
 */
export function expandShortcodes(
  text: string,
  site: ShortcodeSite,
  { isLine, slides = false, isHtml = false, marks = false }: ExpandOptions,
): Expansion {
  if (!slides && !hasShortcodes(text)) return { edits: [], findings: [] };
  const regions = isHtml ? findHtmlRegions(text) : findRegions(text);
  const { tags, escaped } = findTags(text);
  const slideMarks = slides ? findSlideMarks(text, tags, regions) : undefined;
  const codeBlocks = isLine ? [] : findCodeTags(tags, regions.code);
  regions.code.push(...codeBlocks.map(({ inner }) => inner));
  const codeTags = new Set(codeBlocks.flatMap(({ open, close }) => [open, close]));
  const edits: Edit[] = escaped.map(({ start, end, shown: unescaped }) => ({
    ...{ start, end },
    text: isInside(regions.code, start) ? unescaped : toCodeSpan(unescaped),
  }));
  for (const { index, 0: source } of text.matchAll(basePathTags)) {
    if (!isInside(regions.code, index))
      edits.push({ start: index, end: index + source.length, text: '' });
  }
  edits.push(
    ...codeBlocks.flatMap((block) => fenceCode(text, block)),
    ...(slideMarks?.edits ?? []),
  );
  const liquid = expandLiquidValues(text, regions, marks);
  edits.push(...liquid.edits);
  const findings = new Map<string, TextFinding>();
  for (const tag of tags) {
    if (slideMarks?.tags.has(tag) || codeTags.has(tag)) continue;
    const skipped = [regions.code, regions.formulas, regions.comments];
    if (skipped.some((ranges) => isInside(ranges, tag.start))) continue;
    const expanded = isReference(tag)
      ? expandReference(text, tag, site.findPage, marks)
      : expandTag(text, tag, site, { isLine, isHtml });
    const code = expanded ? unknownTarget : unknownShortcode;
    edits.push(...(expanded?.edits ?? [showTag(tag, regions, toMarkTags(code, marks))]));
    if (expanded?.missing !== undefined) {
      const key = `ref ${expanded.missing}`;
      if (!findings.has(key)) findings.set(key, toUnknownTarget(text, tag, expanded.missing));
    } else if (!expanded && !findings.has(tag.name)) {
      findings.set(tag.name, toUnknownShortcode(text, tag));
    }
  }
  return { edits, findings: [...liquid.findings, ...findings.values()] };
}

/** Returns whether a text may have shortcodes or other tags of a template. */
export function hasShortcodes(text: string): boolean {
  return /\{\{|\{%/.test(text);
}

function expandTag(
  text: string,
  tag: ShortcodeTag,
  site: ShortcodeSite,
  { isLine, isHtml = false }: ExpandOptions,
): ExpandedTag | undefined {
  const pickFile = (names: string[]) => names.find((name) => site.hasFile(name)) ?? names[0] ?? '';
  if (ignoredShortcodes.includes(tag.name) || isIgnoredInclude(tag)) return replaceTag(tag, '');
  if (callouts.includes(tag.name)) {
    if (isLine) return replaceTag(tag, '');
    return replaceTag(tag, toOwnLines(text, tag, tag.closing ? '\n</div>\n\n' : openCallout(tag)));
  }
  const action = isLine ? undefined : showAction(tag);
  if (action !== undefined) {
    return replaceTag(tag, action.includes('\n') ? toOwnLines(text, tag, action) : action);
  }
  if (tag.closing) return undefined;
  const isBlock = !isLine && isAlone(text, tag);
  if (isHtml && tag.name === 'figure') {
    const html = showHtmlFigure(tag, pickFile);
    return html === undefined ? undefined : replaceTag(tag, html);
  }
  const replacement =
    tag.name === 'figure' ? showFigure(tag, pickFile, isBlock) : showEmbed(tag, pickFile);
  if (!replacement) return undefined;
  if (!isBlock) return replaceTag(tag, replacement.text);
  const html =
    tag.name === 'figure' ? replacement.text : `<p class="embed">${replacement.text}</p>\n`;
  return replaceTag(tag, toOwnLines(text, tag, html));
}

/** Returns true for `{% include base_path %}`, at the start of pages of academicpages. */
function isIgnoredInclude({ name, args }: ShortcodeTag): boolean {
  return name === 'include' && /^(base_path|toc)(\.html)?$/.test(args[0] ?? '');
}

function replaceTag({ start, end }: ShortcodeTag, text: string): ExpandedTag {
  return { edits: [{ start, end, text }] };
}

/** Puts a block on lines of its own, inside the quotation or list item of the tag. */
function toOwnLines(text: string, tag: ShortcodeTag, block: string): string {
  const { before, first } = getLinePrefix(text, tag.start);
  return (first ? '' : `\n${before}\n${before}`) + block.replaceAll('\n', `\n${before}`);
}

/** Shows the source of a tag, in a code span, which Markdown leaves unchanged. */
function showTag(
  { start, end, source }: ShortcodeTag,
  { html }: Regions,
  { open, close }: MarkTags,
): Edit {
  return { start, end, text: isInside(html, start) ? source : open + toCodeSpan(source) + close };
}

function toCodeSpan(source: string): string {
  const longest = Math.max(0, ...[...source.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${longest > 0 ? ` ${source} ` : source}${fence}`;
}

function toUnknownShortcode(text: string, tag: ShortcodeTag): TextFinding {
  return {
    ...{ code: unknownShortcode },
    message: `the shortcode ${tag.name} is not supported, so the page shows it as written`,
    remedy: 'Replace it with Markdown, or delete it.',
    position: toPosition(text, tag.start),
    shortcode: tag.name,
  };
}

function toUnknownTarget(text: string, tag: ShortcodeTag, target: string): TextFinding {
  return {
    ...{ code: unknownTarget },
    message: `${tag.name} refers to "${target}", but there is no page with this name, so the text is not linked`,
    remedy: 'Replace the shortcode with the address of the page.',
    position: toPosition(text, tag.start),
  };
}
