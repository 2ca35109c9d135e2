import type { BuiltSite } from './build-site.ts';
import { pagesIn } from './dist.ts';
import { parsePage, type Page } from './html.ts';

/** How much of each of these a page has; the pages that have most of one strain it most. */
const traits: ((page: Page) => number)[] = [
  (page) => page.text('h1').length,
  (page) => page.all('main .katex').length,
  (page) => page.all('main table').length,
  (page) => page.all('main a').length,
  (page) => page.all('main h2, main h3, main h4').length,
  (page) => page.all('main pre, main code, main blockquote').length,
  (page) => page.all('main img, main figure').length,
  (page) => page.text('main').length,
  (page) => -page.text('main').length,
];

/** Pages of a site that differ as much as can be, the same on every machine: `count` at most. */
export function variedPages(site: BuiltSite, count: number): string[] {
  const pages = pagesIn(site.dist)
    .map((file) => ({ file, page: parsePage(site.read(file)) }))
    // An old address leads away at once.
    .filter(({ page }) => !page.first('meta[http-equiv="refresh"]'));
  const lists = traits.map((trait) => {
    const rated = pages.map(({ file, page }) => ({ file, much: trait(page) }));
    return rated
      .sort((a, b) => b.much - a.much || (a.file < b.file ? -1 : 1))
      .map(({ file }) => file);
  });
  // The strongest of each list, then the second of each, and so on.
  const inTurn = pages.flatMap((_, rank) => lists.map((list) => list[rank]!));
  return [...new Set(inTurn)].slice(0, count);
}
