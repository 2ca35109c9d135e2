import type { TalkFrontMatter } from '../schema/talk.ts';
import { toDeliveries, type Delivery } from './delivery.ts';
import type { TalkLink } from './link.ts';
import { toPage, type Page, type PageSource } from './page.ts';
import { toTags, type Tag } from './tag.ts';
import { kindOfTalk } from './talk-kind.ts';
import { toTalkLinks, type FindFile } from './talk-links.ts';
import { instantOf, publishedAt } from './talk-when.ts';
import type { Addresses } from './url.ts';
import { writtenDeliveries } from './written-deliveries.ts';

export interface Talk extends Page {
  /** Who speaks, in the order written; the site's owner when nobody is named. */
  speakers: string[];
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

/** What a talk takes from its site. */
export interface TalkSite {
  owner: string;
  timezone: string;
  z: 'utc' | 'local';
  addresses: Addresses;
}

/** The whole meaning of one talk file. */
export function toTalk(source: TalkSource, site: TalkSite): Talk {
  const { slug, frontMatter: fm, texts } = source;
  const speakers = fm.authors ?? fm.author ?? [site.owner];
  const href = site.addresses.talk(slug);
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
    ...toPage(source, href, site),
    speakers: speakers.map((name) => (name === 'admin' || name === 'me' ? site.owner : name)),
    ...(kind && { kind }),
    deliveries: toDeliveries(deliveries, textsOf, href, source.findFile, site),
    links: toTalkLinks(fm, source.findFile),
    tags: toTags([...(fm.tags ?? []), ...(fm.tag ?? [])], site.addresses),
    ...(published !== undefined && { published }),
    ...(revised !== undefined && { revised }),
  };
}
