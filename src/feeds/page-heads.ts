import { mainDelivery } from '../model/order.ts';
import type { Publication } from '../model/publication.ts';
import type { Selection } from '../model/selection.ts';
import type { Site } from '../model/site.ts';
import type { Tag } from '../model/tag.ts';
import type { Talk } from '../model/talk.ts';
import { describeTalk } from './describe-page.ts';
import { highwireTags } from './highwire.ts';
import { homeGraph, talkGraph } from './json-ld.ts';
import type { Alternate, PageHead } from './page-head.ts';

/** What the home page says of itself. */
export function homeHead(site: Site): PageHead {
  return { type: 'profile', jsonLd: homeGraph(site) };
}

/** What the page of a talk says of itself. @param now In milliseconds since 1970. */
export function talkHead(site: Site, talk: Talk, now: number): PageHead {
  const title = talk.title.text;
  const { published, revised, slug } = talk;
  const occasion = { talk, delivery: mainDelivery(talk, now) };
  const head = { title, description: describeTalk(occasion, site.language) };
  if (talk.private) return { ...head, type: 'article', hidden: true };
  const { talkPicture, talkCalendar, talkMarkdown } = site.addresses;
  return {
    ...head,
    type: 'article',
    picture: { href: talkPicture(slug), alt: `${title}, by ${talk.speakers.join(', ')}` },
    // Search engines take no date to come.
    ...(published !== undefined && published <= now && { published }),
    ...(revised !== undefined && revised <= now && { revised }),
    jsonLd: talkGraph(site, talk, now),
    feeds: [
      { title: `${title} as a calendar`, href: talkCalendar(slug), type: 'text/calendar' },
      { title: `${title} as Markdown`, href: talkMarkdown(slug), type: 'text/markdown' },
    ],
  };
}

/** What the page of a tag says of itself. */
export function tagHead({ name, feed, addresses }: Site, tag: Tag): PageHead {
  const title = `${feed.title}: ${tag.name}`;
  return {
    title: tag.name,
    description: `Talks by ${name} on ${tag.name}.`,
    feeds: [
      { title, href: addresses.tagRss(tag.slug), type: 'application/rss+xml' },
      { title, href: addresses.tagCalendar(tag.slug), type: 'text/calendar' },
    ],
  };
}

/** What the page of a publication says of itself. */
export function publicationHead(site: Site, publication: Publication): PageHead {
  const { title, summary, abstract, authors } = publication;
  const people = authors.map(({ name }) => name).join(', ');
  return {
    title: title.text,
    description: summary?.text ?? abstract?.text ?? `${title.text}, by ${people}.`,
    type: 'article',
    ...(publication.private && { hidden: true }),
    citation: highwireTags(site, publication),
  };
}

/** What the pages of a selection say of themselves. */
export function selectionHead({ name }: Site, { title, by }: Selection): PageHead {
  const what = by === 'kind' ? `Talks of this kind` : title;
  return { title, description: `${what} by ${name}.` };
}

/** The feeds of all talks, which every page names. */
export function siteFeeds({ feed: { title }, addresses }: Site): Alternate[] {
  return [
    { title, href: addresses.rss, type: 'application/rss+xml' },
    { title, href: addresses.jsonFeed, type: 'application/feed+json' },
    { title, href: addresses.calendar, type: 'text/calendar' },
  ];
}
