import type { BuiltSite } from '../build/build-site.ts';
import { listPages } from './dist.ts';
import { parsePage, type Page } from './html.ts';

/** Measures of a page; the page with the highest value is the hardest test. */
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

/** Selects at most `count` pages that differ as much as possible, the same on every machine. */
export function selectVariedPages(site: BuiltSite, count: number): string[] {
  const pages = listPages(site.dist)
    .map((file) => ({ file, page: parsePage(site.read(file)) }))
    // Leaves out redirects from old addresses.
    .filter(({ page }) => !page.first('meta[http-equiv="refresh"]'));
  const lists = traits.map((trait) => {
    const measured = pages.map(({ file, page }) => ({ file, value: trait(page) }));
    return measured
      .sort((a, b) => b.value - a.value || (a.file < b.file ? -1 : 1))
      .map(({ file }) => file);
  });
  // The first of each list, then the second of each, and so on.
  const ordered = pages.flatMap((_, rank) => lists.map((list) => list[rank]!));
  return [...new Set(ordered)].slice(0, count);
}
