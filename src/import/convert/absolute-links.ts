import { applyEdits, type Edit } from '../../markdown/source/edits.ts';
import { findRegions, isInside } from '../../markdown/source/regions.ts';
import { decodePath } from '../../model/page/addresses.ts';

/** The target of a link or an image, after `](` or in an attribute of HTML. */
const linkTarget =
  /(?<=\]\(\s*)(?:<([^<>\n]*)>|((?:[^\s()<>]|\([^\s()]*\))+))|(?<=\b(?:href|src|poster)\s*=\s*)(?:"([^"\n]*)"|'([^'\n]*)')|(?<=^\[[^\]\n]+\]:[ \t]+)(\S+)/gm;

/**
 * Replaces targets that are relative to a page of the old site with addresses from the root, because the
 * page has another address in the new site.
 * @param page The old address of the page: `/blog/2020/knots/`.
 * @param find Returns the address from the root for a path from the root of the old site: `posts/a/plot.png`;
 * undefined if the old site does not have it.
 */
export function makeLinksAbsolute(
  text: string,
  page: string,
  find: (path: string) => string | undefined,
): string {
  const matches = [...text.matchAll(linkTarget)];
  if (matches.length === 0) return text;
  const { code, formulas, comments } = findRegions(text);
  const edits = matches.flatMap((match): Edit[] => {
    const { index, 0: source } = match;
    const target = match.slice(1).find((group) => group !== undefined) ?? '';
    if ([code, formulas, comments].some((ranges) => isInside(ranges, index))) return [];
    const address = toAbsolute(target, page, find);
    if (address === undefined || address === target) return [];
    return [
      { start: index, end: index + source.length, text: source.replace(target, () => address) },
    ];
  });
  return edits.length === 0 ? text : applyEdits(text, edits).text;
}

/** Returns the address from the root for one target, as in `makeLinksAbsolute`; undefined if it stays. */
export function toAbsolute(
  target: string,
  page: string,
  find: (path: string) => string | undefined,
): string | undefined {
  if (target === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?|\{)/i.test(target)) return undefined;
  const [path = '', rest = ''] = splitTarget(target);
  const resolved = URL.parse(path.replaceAll('%', '%25'), `https://old.invalid${encodeURI(page)}`);
  if (!resolved) return undefined;
  const decoded = decodePath(decodePath(resolved.pathname)).replace(/^\/+/, '');
  const address = find(decoded);
  return address === undefined ? undefined : address + rest;
}

function splitTarget(target: string): [string, string] {
  const at = target.search(/[?#]/);
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at)];
}
