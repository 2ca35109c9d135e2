import type { TalkFrontMatter } from '../schema/talk.ts';
import { toDeliveries, type Delivery } from './delivery.ts';
import type { TalkLink } from './link.ts';
import { pictureOf, type ImageFile, type Picture } from './page-picture.ts';
import type { RichText } from './rich-text.ts';
import { toTags, type Tag } from './tag.ts';
import { kindOfTalk } from './talk-kind.ts';
import { toTalkLinks, type FindFile } from './talk-links.ts';
import { instantOf, publishedAt } from './talk-when.ts';
import type { Addresses } from './url.ts';
import { writtenDeliveries } from './written-deliveries.ts';
import type { Texts } from './written-text.ts';

export interface Talk {
  slug: string;
  href: string;
  title: RichText;
  subtitle?: RichText;
  /** Who speaks, in the order written; the site's owner when nobody is named. */
  speakers: string[];
  /** What kind of talk it is, in the author's word: `Tutorial`. */
  kind?: string;
  /** Where and when it is given: one at least, the earliest first. */
  deliveries: Delivery[];
  links: TalkLink[];
  summary?: RichText;
  abstract?: RichText;
  picture?: Picture;
  tags: Tag[];
  featured: boolean;
  draft: boolean;
  /** When it was announced, in milliseconds since 1970; absent when nothing says so. */
  published?: number;
  /** When it was last changed, if the author says so. */
  revised?: number;
  /** Not to be seen before this instant. */
  hiddenUntil?: number;
  /** Not to be seen from this instant on. */
  hiddenFrom?: number;
  /** For those who know its address: not in feeds, not for search engines. */
  private: boolean;
  /** Old addresses, site-relative, that lead here. */
  aliases: string[];
  hasBody: boolean;
  /** A formula stands in something of it. */
  hasMath: boolean;
  /** A video in its texts waits to be played. */
  hasPlayer: boolean;
}

export interface TalkSource {
  slug: string;
  frontMatter: TalkFrontMatter;
  texts: Texts;
  picture?: ImageFile | undefined;
  /** The picture moves. */
  animated?: boolean | undefined;
  hasBody: boolean;
  hasMath: boolean;
  hasPlayer: boolean;
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
  const picture = pictureOf(source);
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
  const hiddenUntil = fm.publishDate && instantOf(fm.publishDate, site);
  const revised = fm.lastmod && instantOf(fm.lastmod, site);
  const hiddenFrom = fm.expiryDate && instantOf(fm.expiryDate, site);
  return {
    slug,
    href,
    title: texts['title'] ?? { html: '', text: '' },
    ...(texts['subtitle'] && { subtitle: texts['subtitle'] }),
    speakers: speakers.map((name) => (name === 'admin' || name === 'me' ? site.owner : name)),
    ...(kind && { kind }),
    deliveries: toDeliveries(deliveries, textsOf, href, source.findFile, site),
    links: toTalkLinks(fm, source.findFile),
    ...(texts['summary'] && { summary: texts['summary'] }),
    ...(texts['abstract'] && { abstract: texts['abstract'] }),
    ...(picture && { picture }),
    tags: toTags([...(fm.tags ?? []), ...(fm.tag ?? [])], site.addresses),
    featured: fm.featured ?? fm.selected ?? false,
    draft: fm.draft ?? false,
    ...(published !== undefined && { published }),
    ...(revised !== undefined && { revised }),
    ...(hiddenUntil !== undefined && { hiddenUntil }),
    ...(hiddenFrom !== undefined && { hiddenFrom }),
    private: fm.private ?? false,
    aliases: [...(fm.aliases ?? []), ...(fm.alias ?? []), ...(fm.permalink ? [fm.permalink] : [])],
    hasBody: source.hasBody,
    hasMath: source.hasMath,
    hasPlayer: source.hasPlayer,
  };
}
