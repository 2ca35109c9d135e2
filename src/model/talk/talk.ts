import type { TalkFrontMatter } from '../../schema/talk.ts';
import { type Author, toAuthors } from '../page/author.ts';
import type { PageLink } from '../page/link.ts';
import { toDeckLinks, type FindDeck, type FindFile, toPageLinks } from '../page/page-links.ts';
import { captionText, firstText, type RawText } from '../page/page-texts.ts';
import { type Page, type PageSite, type PageSource, toPage } from '../page/page.ts';
import { type RawLink, rawLinks } from '../page/raw-links.ts';
import { type Tag, toTags } from '../page/tags.ts';
import { toInstant } from '../page/when.ts';
import { type Delivery, toDeliveries } from './delivery.ts';
import { toPublicationInstant, rawDeliveries } from './raw-deliveries.ts';

export interface Talk extends Page {
  /** Who speaks, in the order written; the site's owner when nobody is named. */
  speakers: string[];
  /** The same people, with their pages. */
  authors: Author[];
  /** What kind of talk it is, in the author's word: `Tutorial`. */
  kind?: string;
  /** Where and when it is given: one at least, the earliest first. */
  deliveries: Delivery[];
  links: PageLink[];
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
  const kind = toTalkKind(fm);
  const deliveries = rawDeliveries(fm);
  const textsOf = deliveries.map((_, i) => ({
    event: texts[`deliveries.${i}.event`],
    venue: texts[`deliveries.${i}.venue`],
    note: texts[`deliveries.${i}.note`],
  }));
  const published = toPublicationInstant(fm, site);
  const revised = fm.lastmod && toInstant(fm.lastmod, site);
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

/**
 * The links of a talk that lead somewhere, each target once. A second link of one kind is called
 * by its host, so that no two links of a talk bear the same name.
 */
export function toTalkLinks(
  talk: TalkFrontMatter,
  findFile: FindFile,
  findDeck?: FindDeck,
): PageLink[] {
  return toPageLinks(rawLinks(talk), findFile, toDeckLinks(talk, findDeck));
}

/** Everything that a talk links to. */
export function rawTalkAddresses(
  talk: TalkFrontMatter,
): Pick<RawLink, 'path' | 'url' | 'isAddress'>[] {
  const ofDeliveries = rawDeliveries(talk).flatMap(({ eventUrl, slides, video }) =>
    [eventUrl, slides, video].flatMap((at) => (at ? [{ path: at.path, url: at.value }] : [])),
  );
  return [...rawLinks(talk), ...ofDeliveries];
}

/** The texts of a talk. Of several keys with one meaning the newest theme's wins. */
export function talkTexts(talk: TalkFrontMatter): RawText[] {
  return [
    ...firstText(talk, 'title', 'title'),
    ...firstText(talk, 'subtitle', 'line'),
    ...firstText(talk, 'summary', 'line', ['summary', 'abstract_short', 'excerpt', 'description']),
    ...captionText(talk),
    ...textsOfDeliveries(talk),
    ...firstText(talk, 'abstract', 'block'),
  ];
}

function textsOfDeliveries(talk: TalkFrontMatter): RawText[] {
  return rawDeliveries(talk).flatMap((delivery, i) =>
    (['event', 'venue', 'note'] as const).flatMap((key): RawText[] => {
      const text = delivery[key];
      return text ? [{ name: `deliveries.${i}.${key}`, ...text, kind: 'line' }] : [];
    }),
  );
}

/** Words that `type` has in Hugo, where it chooses a template, and words that say nothing. */
const layouts =
  /^(talks?|events?|presentations?|pages?|posts?|slides|projects?|publications?|docs|book|landing|widget_page)$/i;

/** The kind of a talk, by `talk_type` or academicpages' `type`. */
function toTalkKind(talk: TalkFrontMatter): string | undefined {
  return [talk.talk_type, talk.type].find((word) => word !== undefined && !layouts.test(word));
}
