import { placeIn, type Edit } from '../source/edits.ts';
import type { TextFinding } from '../source/environment.ts';
import { isInside, linePrefix, regionsOf, standsAlone, type Regions } from '../source/regions.ts';
import { fenceCode, findCodeTags } from './shortcode-code.ts';
import { openCallout, showAction, showEmbed, showFigure } from './shortcode-html.ts';
import { expandReference, isReference, type Expanded } from './shortcode-references.ts';
import { findTags, type Tag } from './shortcode-tags.ts';
import { findSlideMarks } from './slide-marks.ts';

/** What shortcodes look up in the site. */
export interface ShortcodeSite {
  /** Returns whether a file with this name exists. */
  hasFile(name: string): boolean;
  /** Returns the address, below the base path, of the talk that `ref` names. */
  findTalk(written: string): string | undefined;
}

export interface Expansion {
  edits: Edit[];
  findings: TextFinding[];
}

const callouts = ['callout', 'alert'];
/**
 * Shortcodes that show nothing: only their theme needed them, or the page itself makes a table of
 * contents.
 */
const showNothing = ['math', 'blogdown/postref', 'toc'];
const paths = /\{\{-?\s*(?:site\.(?:base)?url|base_path)\s*-?\}\}/g;

/**
 * Returns edits that replace Hugo's and Jekyll's shortcodes with Markdown and HTML. Leaves code
 * unchanged, except that `{{</* x *\/>}}` becomes `{{< x >}}` there too. `lines` is for texts of
 * one line, which get no blocks; `slides` for decks, which have shortcodes of their own.
 */
export function expandShortcodes(
  text: string,
  site: ShortcodeSite,
  { lines, slides = false }: { lines: boolean; slides?: boolean },
): Expansion {
  if (!slides && !/\{\{|\{%/.test(text)) return { edits: [], findings: [] };
  const regions = regionsOf(text);
  const { tags, escaped } = findTags(text);
  const marks = slides ? findSlideMarks(text, tags, regions) : undefined;
  const set = lines ? [] : findCodeTags(tags, regions.code);
  regions.code.push(...set.map(({ inner }) => inner));
  const taken = new Set(set.flatMap(({ open, close }) => [open, close]));
  const edits: Edit[] = escaped.map(({ start, end, shown }) => ({
    ...{ start, end },
    text: isInside(regions.code, start) ? shown : asCode(shown),
  }));
  for (const { index, 0: written } of text.matchAll(paths)) {
    const inCode = isInside(regions.code, index);
    if (!inCode) edits.push({ start: index, end: index + written.length, text: '' });
  }
  edits.push(...set.flatMap((one) => fenceCode(text, one)), ...(marks?.edits ?? []));
  const findings = new Map<string, TextFinding>();
  for (const tag of tags) {
    if (marks?.taken.has(tag) || taken.has(tag)) continue;
    const kept = [regions.code, regions.formulas, regions.comments];
    if (kept.some((ranges) => isInside(ranges, tag.start))) continue;
    const expanded = isReference(tag)
      ? expandReference(text, tag, site.findTalk)
      : expand(text, tag, site, lines);
    edits.push(...(expanded?.edits ?? [asWritten(tag, regions)]));
    if (expanded?.missing !== undefined) {
      const key = `ref ${expanded.missing}`;
      if (!findings.has(key)) findings.set(key, unknownTarget(text, tag, expanded.missing));
    } else if (!expanded && !findings.has(tag.name)) {
      findings.set(tag.name, unknownShortcode(text, tag));
    }
  }
  return { edits, findings: [...findings.values()] };
}

function expand(text: string, tag: Tag, site: ShortcodeSite, lines: boolean): Expanded | undefined {
  const pick = (names: string[]) => names.find((name) => site.hasFile(name)) ?? names[0] ?? '';
  if (showNothing.includes(tag.name) || includesNothing(tag)) return replace(tag, '');
  if (callouts.includes(tag.name)) {
    if (lines) return replace(tag, '');
    return replace(tag, ownLines(text, tag, tag.closing ? '\n</div>\n\n' : openCallout(tag)));
  }
  const action = lines ? undefined : showAction(tag);
  if (action !== undefined) {
    return replace(tag, action.includes('\n') ? ownLines(text, tag, action) : action);
  }
  if (tag.closing) return undefined;
  const alone = !lines && standsAlone(text, tag);
  const shown = tag.name === 'figure' ? showFigure(tag, pick, alone) : showEmbed(tag, pick);
  if (!shown) return undefined;
  if (!alone) return replace(tag, shown.text);
  const block = tag.name === 'figure' ? shown.text : `<p class="embed">${shown.text}</p>\n`;
  return replace(tag, ownLines(text, tag, block));
}

/** Matches `{% include base_path %}`, at the start of pages of academicpages. */
function includesNothing({ name, positional }: Tag): boolean {
  return name === 'include' && /^(base_path|toc)(\.html)?$/.test(positional[0] ?? '');
}

function replace({ start, end }: Tag, text: string): Expanded {
  return { edits: [{ start, end, text }] };
}

/** Puts a block on lines of its own, inside the quotation or list item of the tag. */
function ownLines(text: string, tag: Tag, block: string): string {
  const { before, first } = linePrefix(text, tag.start);
  return (first ? '' : `\n${before}\n${before}`) + block.replaceAll('\n', `\n${before}`);
}

/** Shows a tag as written, in a code span, which Markdown leaves unchanged. */
function asWritten({ start, end, written }: Tag, { html }: Regions): Edit {
  return { start, end, text: isInside(html, start) ? written : asCode(written) };
}

function asCode(written: string): string {
  const longest = Math.max(0, ...[...written.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${longest > 0 ? ` ${written} ` : written}${fence}`;
}

function unknownShortcode(text: string, tag: Tag): TextFinding {
  return {
    ...{ code: 'text/unknown-shortcode', severity: 'warning' },
    message: `the shortcode ${tag.name} is not supported, so the page shows it as written`,
    remedy: 'Replace it with Markdown, or delete it.',
    position: placeIn(text, tag.start),
    shortcode: tag.name,
  };
}

function unknownTarget(text: string, tag: Tag, target: string): TextFinding {
  return {
    ...{ code: 'text/unknown-target', severity: 'warning' },
    message: `${tag.name} refers to "${target}", but there is no page with this name, so the text is not linked`,
    remedy: 'Replace the shortcode with the address of the page.',
    position: placeIn(text, tag.start),
  };
}
