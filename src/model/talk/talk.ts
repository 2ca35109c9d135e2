import type { TalkFrontMatter } from '../../schema/talk.ts';
import { toAuthors, type Author } from '../person/author.ts';
import { toDeliveries, type Delivery } from './delivery.ts';
import type { TalkLink } from '../link.ts';
import { toPage, type Page, type PageSite, type PageSource } from '../page.ts';
import { toTags, type Tag } from '../tag.ts';
import { kindOfTalk } from './talk-kind.ts';
import { toTalkLinks, type FindFile } from './talk-links.ts';
import { instantOf, publishedAt } from './talk-when.ts';
import { writtenDeliveries } from './written-deliveries.ts';

export interface Talk extends Page {
  /** Who speaks, in the order written; the site's owner when nobody is named. */
  speakers: string[];
  /** The same people, with their pages. */
  authors: Author[];
  /** What kind of talk it is, in the author's word: `Tutorial`. */
  kind?: string;
  /** Where and when it is given: one at least, the earliest first. */
  deliveries: Delivery[];
  links: TalkLink[];
  tags: Tag[];
  /** When it was announced, in milliseconds since 1970; absent when nothing says so. */
  published?: number;
  /** When it was last changed, if the author says so. */
  revised?: number;
}

export interface TalkSource extends PageSource {
  frontMatter: TalkFrontMatter;
  findFile: FindFile;
}

/** The whole meaning of one talk file. */
export function toTalk(source: TalkSource, site: PageSite): Talk {
  const { frontMatter: fm, texts } = source;
  const authors = toAuthors(fm, site);
  const page = toPage(source, 'talks', site);
  const kind = kindOfTalk(fm);
  const deliveries = writtenDeliveries(fm);
  const textsOf = deliveries.map((_, i) => ({
    event: texts[`deliveries.${i}.event`],
    venue: texts[`deliveries.${i}.venue`],
    note: texts[`deliveries.${i}.note`],
  }));
  const published = publishedAt(fm, site);
  const revised = fm.lastmod && instantOf(fm.lastmod, site);
  return {
    ...page,
    speakers: authors.map(({ name }) => name),
    authors,
    ...(kind && { kind }),
    deliveries: toDeliveries(deliveries, textsOf, page.href, source.findFile, site),
    links: toTalkLinks(fm, source.findFile, site.findDeck),
    tags: toTags([...(fm.tags ?? []), ...(fm.tag ?? [])], site.addresses),
    ...(published !== undefined && { published }),
    ...(revised !== undefined && { revised }),
  };
}
