import type { BuiltSite } from '../build/build-site.ts';
import { getAttribute, parsePage, getText } from './html.ts';

/** Returns the titles of the talks that a page lists, in order, without those that are hidden until later. */
export function listTalkTitles(site: BuiltSite, path: string): string[] {
  const page = parsePage(site.read(path));
  return page.all('li:not([hidden]) > article :is(h2, h3) > a').map(getText);
}

/** Returns the links of a row of filters: their names and targets. */
export function listFilterLinks(site: BuiltSite, path: string, row: string) {
  const links = parsePage(site.read(path)).all(`nav[aria-label="${row}"] li:not([hidden]) a`);
  return links.map((link) => ({ name: getText(link), href: getAttribute(link, 'href') ?? '' }));
}
