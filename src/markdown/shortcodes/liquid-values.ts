import { toMarkTags } from '../source/problem-marks.ts';
import { toPosition, type Edit } from '../source/edits.ts';
import type { TextFinding } from '../source/markdown-context.ts';
import { isInside, type Regions } from '../source/regions.ts';

/** A value of Liquid, the template language of Jekyll: `{{ "/x.pdf" | relative_url }}`, `{{ page.title }}`. */
const liquidValue =
  /\{\{-?[ \t]*(?:(["'])([^"'{}\n]*)\1|((?:page|site|post|layout|include|paginator)\.[\w.]+))((?:[ \t]*\|[^{}|\n]*)*)[ \t]*-?\}\}/g;
const liquidCode = 'text/liquid';
/** Filters that only complete an address. */
const addressFilter =
  /^\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:base)?url|uri_escape|escape|strip)\s*$/;
/** These are read without a warning, see `expandShortcodes`. */
const ignoredName = /^site\.(?:base)?url$/;

/**
 * Replaces addresses of Liquid with what they mean, and shows other values as code, with a finding, because
 * pages are not templates. Ignores code, formulas and comments.
 * @param marks Whether an element marks a value that is shown as code.
 */
export function expandLiquidValues(
  text: string,
  { code, formulas, html, comments }: Regions,
  marks = false,
): { edits: Edit[]; findings: TextFinding[] } {
  const edits: Edit[] = [];
  const findings = new Map<string, TextFinding>();
  for (const match of text.matchAll(liquidValue)) {
    const { index } = match;
    const [source, , path, name = '', filters = ''] = match;
    if ([code, formulas, comments].some((ranges) => isInside(ranges, index))) continue;
    // A quoted text without a filter is an example of Jinja or Vue as often as Liquid.
    if (filters === '' && (path !== undefined || ignoredName.test(name))) continue;
    const areAddress = filters
      .split('|')
      .slice(1)
      .every((filter) => addressFilter.test(filter));
    const address = path !== undefined && areAddress ? toAddress(path) : undefined;
    const isHtml = isInside(html, index);
    const { open, close } = toMarkTags(liquidCode, marks);
    const shown = isHtml ? source : `${open}\`${source}\`${close}`;
    edits.push({ start: index, end: index + source.length, text: address ?? shown });
    if (address === undefined && !findings.has(source))
      findings.set(source, toFinding(text, index, source));
  }
  return { edits, findings: [...findings.values()] };
}

function toAddress(path: string): string {
  if (/^[a-z]+:/i.test(path)) return path;
  return `/${path.replace(/^\/+/, '')}`;
}

function toFinding(text: string, index: number, source: string): TextFinding {
  return {
    ...{ code: liquidCode, position: toPosition(text, index) },
    message: `${source} is Liquid, the template language of Jekyll, so the page shows it as written`,
    remedy: 'Write its value instead.',
  };
}
