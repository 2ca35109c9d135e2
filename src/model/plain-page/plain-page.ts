import type { PlainPageFrontMatter } from '../../schema/plain-page.ts';
import { toDeckLinks, type FindFile, toPageLinks } from '../page/page-links.ts';
import type { PageLink } from '../page/link.ts';
import { compareText, compareWeights } from '../page/lists.ts';
import { toPage, type Page, type PageSite, type PageSource } from '../page/page.ts';
import { toRawTags } from '../page/tags.ts';
import { toRawLinks } from '../page/raw-links.ts';

/** A page in the section `pages`, such as a page of legal notes. */
export interface PlainPage extends Page {
  links: PageLink[];
  tags: string[];
  weight?: number;
}

export interface PlainPageSource extends PageSource {
  frontMatter: PlainPageFrontMatter;
  findFile: FindFile;
}

/** Converts the file of a page. */
export function toPlainPage(source: PlainPageSource, site: PageSite): PlainPage {
  const { frontMatter: fm, findFile } = source;
  return {
    ...toPage(source, 'pages', site),
    links: toPageLinks(toRawLinks(fm), findFile, toDeckLinks(fm, site.findDeck)),
    tags: toRawTags(fm),
    ...(fm.weight !== undefined && { weight: fm.weight }),
  };
}

/** Sorts pages for a menu: by weight, then by title. */
export function sortPlainPages(pages: readonly PlainPage[]): PlainPage[] {
  return [...pages].sort(
    (a, b) =>
      compareWeights(a, b) ||
      compareText(a.title.text, b.title.text) ||
      compareText(a.slug, b.slug),
  );
}
