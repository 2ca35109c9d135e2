import type { BuiltSite } from './build-site.ts';
import { attribute, parsePage, textOf } from './html.ts';

/** The titles of the talks that a page lists, in order; those that wait for their time left out. */
export function listedOn(site: BuiltSite, path: string): string[] {
  const page = parsePage(site.read(path));
  return page.all('li:not([hidden]) > article :is(h2, h3) > a').map(textOf);
}

/** The links of a row of choices: their words and where they lead. */
export function choicesOf(site: BuiltSite, path: string, row: string) {
  const links = parsePage(site.read(path)).all(`nav[aria-label="${row}"] li:not([hidden]) a`);
  return links.map((link) => ({ name: textOf(link), href: attribute(link, 'href') ?? '' }));
}
