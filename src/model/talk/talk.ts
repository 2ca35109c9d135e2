import type { TalkFrontMatter } from '../../schema/talk.ts';
import { type Author, toAuthors } from '../page/author.ts';
import type { PageLink } from '../page/link.ts';
import { toDeckLinks, type FindDeck, type FindFile, toPageLinks } from '../page/page-links.ts';
import { toCaptionText, pickText, type RawText } from '../page/page-texts.ts';
import { type Page, type PageSite, type PageSource, toPage } from '../page/page.ts';
import { type RawLink, toRawLinks } from '../page/raw-links.ts';
import { type Tag, toRawTags, toTags } from '../page/tags.ts';
import { toFeedInstant } from '../page/when.ts';
import { type Delivery, toDeliveries } from './delivery.ts';
import { toPublicationInstant, toRawDeliveries } from './raw-deliveries.ts';

export interface Talk extends Page {
  /** The speakers in the order of the file; the owner of the site if it names nobody. */
  speakers: string[];
  /** The speakers with their pages. */
  authors: Author[];
  /** The kind of talk, as written: `Tutorial`. */
  kind?: string;
  /** At least one, the earliest first. */
  deliveries: Delivery[];
  links: PageLink[];
  tags: Tag[];
  /** The date of publication for feeds, in milliseconds since 1970; absent if it is unknown. */
  published?: number;
  /** The date of the last change for feeds, in milliseconds since 1970. */
  revised?: number;
}

export interface TalkSource extends PageSource {
  frontMatter: TalkFrontMatter;
  findFile: FindFile;
}

/** Converts the file of a talk. */
export function toTalk(source: TalkSource, site: PageSite): Talk {
  const { frontMatter: fm, texts } = source;
  const authors = toAuthors(fm, site);
  const page = toPage(source, 'talks', site);
  const kind = toTalkKind(fm);
  const deliveries = toRawDeliveries(fm);
  const deliveryTexts = deliveries.map((_, i) => ({
    event: texts[`deliveries.${i}.event`],
    venue: texts[`deliveries.${i}.venue`],
    note: texts[`deliveries.${i}.note`],
  }));
  const published = toPublicationInstant(fm, site);
  const revised = fm.lastmod && toFeedInstant(fm.lastmod, site);
  return {
    ...page,
    speakers: authors.map(({ name }) => name),
    authors,
    ...(kind && { kind }),
    deliveries: toDeliveries(deliveries, deliveryTexts, page.href, source.findFile, site),
    links: toTalkLinks(fm, source.findFile, site.findDeck),
    tags: toTags(toRawTags(fm), site.addresses),
    ...(published !== undefined && { published }),
    ...(revised !== undefined && { revised }),
  };
}

/**
 * Returns the links of a talk whose targets exist, each target once. The label of a second link of one
 * kind is its host, so that each link has a label of its own.
 */
export function toTalkLinks(
  talk: TalkFrontMatter,
  findFile: FindFile,
  findDeck?: FindDeck,
): PageLink[] {
  return toPageLinks(toRawLinks(talk), findFile, toDeckLinks(talk, findDeck));
}

/** Returns the targets of all links on the page of a talk. */
export function toTalkLinkTargets(
  talk: TalkFrontMatter,
): Pick<RawLink, 'path' | 'url' | 'isAddress'>[] {
  const deliveryLinks = toRawDeliveries(talk).flatMap(({ eventUrl, slides, video }) =>
    [eventUrl, slides, video].flatMap((link) =>
      link ? [{ path: link.path, url: link.value }] : [],
    ),
  );
  return [...toRawLinks(talk), ...deliveryLinks];
}

/** Returns whether a talk has a summary that its abstract does not start with. */
export function hasOwnSummary({ summary, abstract }: Pick<Talk, 'summary' | 'abstract'>): boolean {
  return summary !== undefined && !abstract?.text.startsWith(summary.text);
}

/** Returns the texts of a talk. Of several keys with one meaning, that of the newest theme is used. */
export function toTalkTexts(talk: TalkFrontMatter): RawText[] {
  return [
    ...pickText(talk, 'title', 'title'),
    ...pickText(talk, 'subtitle', 'line'),
    ...pickText(talk, 'summary', 'line', ['summary', 'abstract_short', 'excerpt', 'description']),
    ...toCaptionText(talk),
    ...toDeliveryTexts(talk),
    ...pickText(talk, 'abstract', 'block'),
  ];
}

function toDeliveryTexts(talk: TalkFrontMatter): RawText[] {
  return toRawDeliveries(talk).flatMap((delivery, i) =>
    (['event', 'venue', 'note'] as const).flatMap((key): RawText[] => {
      const text = delivery[key];
      return text ? [{ name: `deliveries.${i}.${key}`, ...text, kind: 'line' }] : [];
    }),
  );
}

/** Values of `type` in Hugo, where it selects a template, and words that are not a kind of talk. */
const layoutNames =
  /^(talks?|events?|presentations?|pages?|posts?|slides|projects?|publications?|docs|book|landing|widget_page)$/i;

/** Returns the kind of a talk, from `talk_type` or the `type` of academicpages. */
function toTalkKind(talk: TalkFrontMatter): string | undefined {
  return [talk.talk_type, talk.type].find((word) => word !== undefined && !layoutNames.test(word));
}
