import type { Course } from '../../model/course/course.ts';
import type { Deck } from '../../model/deck/deck.ts';
import { findMainDelivery } from '../../model/talk/talk-deliveries.ts';
import type { Page } from '../../model/page/page.ts';
import type { Person } from '../../model/person/person.ts';
import type { Post } from '../../model/post/post.ts';
import type { Project } from '../../model/project/project.ts';
import type { Publication } from '../../model/publication/publication.ts';
import type { PublicationFilter } from '../../model/publication/publication-filters.ts';
import type { TalkFilter } from '../../model/talk/talk-filters.ts';
import { toSectionTitle } from '../../model/site/section-titles.ts';
import { hasPages, type Site } from '../../model/site/site.ts';
import type { Tag } from '../../model/page/tags.ts';
import type { Talk } from '../../model/talk/talk.ts';
import { toHighwireTags } from '../citation/highwire.ts';
import { toSectionChannel } from '../feed/feed.ts';
import {
  toCourseGraph,
  toHomeGraph,
  toPersonGraph,
  toPostGraph,
  toProjectGraph,
  toPublicationGraph,
  toTalkGraph,
} from '../json-ld/json-ld.ts';
import { describeTalk } from '../text/description.ts';
import type { Alternate, PageHead } from './page-head.ts';

/** Returns the head of the home page. */
export function toHomeHead(site: Site): PageHead {
  return { type: 'profile', jsonLd: toHomeGraph(site) };
}

/** Returns the head of the page of a talk. @param now In milliseconds since 1970. */
export function toTalkHead(site: Site, talk: Talk, now: number): PageHead {
  const title = talk.title.text;
  const { published, revised, slug } = talk;
  const talkDelivery = { talk, delivery: findMainDelivery(talk, now) };
  const head = { title, description: describeTalk(talkDelivery, site.language) };
  if (talk.private) return { ...head, type: 'article', hidden: true };
  const { talkImage, talkCalendar, talkMarkdown } = site.addresses;
  return {
    ...head,
    type: 'article',
    image: { href: talkImage(slug), alt: `${title}, by ${talk.speakers.join(', ')}` },
    // Search engines reject dates in the future.
    ...(published !== undefined && published <= now && { published }),
    ...(revised !== undefined && revised <= now && { revised }),
    jsonLd: toTalkGraph(site, talk, now),
    feeds: [
      { title: `${title} as a calendar`, href: talkCalendar(slug), type: 'text/calendar' },
      { title: `${title} as Markdown`, href: talkMarkdown(slug), type: 'text/markdown' },
    ],
  };
}

/** Returns the head of the page of a tag. */
export function toTagHead({ name, feed, addresses }: Site, tag: Tag): PageHead {
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

/**
 * Returns the share image of a page; a chapter has that of the site. A private page has none and is hidden from search
 * engines.
 */
function toShareFields({ addresses }: Site, section: string, page: Page): Partial<PageHead> {
  if (page.private) return { hidden: true };
  if (page.slug.includes('/')) return {};
  return { image: { href: addresses.pageImage(section, page.slug), alt: page.title.text } };
}

/** Returns the head of the page of a person. */
export function toPersonHead(site: Site, person: Person): PageHead {
  const { title, role, institutions, bio } = person;
  const details = [title.text, role, institutions[0]?.name].filter(Boolean).join(', ');
  return {
    title: title.text,
    description: bio?.text ?? `${details}.`,
    type: 'profile',
    ...toShareFields(site, 'people', person),
    jsonLd: toPersonGraph(site, person),
  };
}

/** Returns the head of the page of a project. */
export function toProjectHead(site: Site, project: Project): PageHead {
  const { title, summary } = project;
  const description = summary?.text ?? `A project by ${site.name}: ${title.text}.`;
  return {
    title: title.text,
    description,
    type: 'article',
    ...toShareFields(site, 'projects', project),
    jsonLd: toProjectGraph(site, project, description),
  };
}

/** Returns the head of the page of a course. */
export function toCourseHead(site: Site, course: Course): PageHead {
  const { title, summary, institution, terms } = course;
  const details = [title.text, institution?.text, ...terms].filter(Boolean).join(', ');
  const description = summary?.text ?? `A course taught by ${site.name}: ${details}.`;
  return {
    title: title.text,
    description,
    type: 'article',
    ...toShareFields(site, 'teaching', course),
    jsonLd: toCourseGraph(site, course, description),
  };
}

/** Returns the head of the page of a chapter. @param course The title of its course, if that is public. */
export function toChapterHead(site: Site, chapter: Course, course?: string): PageHead {
  const { title, summary } = chapter;
  const description = course === undefined ? `A chapter by ${site.name}` : `A chapter of ${course}`;
  return {
    title: title.text,
    description: summary?.text ?? `${description}: ${title.text}.`,
    type: 'article',
    ...toShareFields(site, 'teaching', chapter),
  };
}

/** Returns the head of the page of a deck. */
export function toDeckHead(site: Site, deck: Deck): PageHead {
  const { title, summary, authors } = deck;
  const people = authors.map((author) => author.name).join(', ') || site.name;
  return {
    title: title.text,
    description: summary?.text ?? `Slides by ${people}: ${title.text}.`,
    type: 'article',
    ...toShareFields(site, 'slides', deck),
  };
}

/** Returns the head of a page outside the other sections. */
export function toPlainPageHead(site: Site, page: Page): PageHead {
  const { title, summary } = page;
  return {
    title: title.text,
    ...(summary && { description: summary.text }),
    ...toShareFields(site, 'pages', page),
  };
}

/**
 * Returns the head of the page of a post.
 * @param now In milliseconds since 1970.
 * @param image The absolute address of its image. Default: the share image of the site.
 */
export function toPostHead(site: Site, post: Post, now: number, image?: string): PageHead {
  const { title, summary, authors, published = Infinity, revised = Infinity } = post;
  const people = authors.map(({ name }) => name).join(', ');
  return {
    title: title.text,
    description: summary?.text ?? `${title.text}, by ${people}.`,
    type: 'article',
    ...toShareFields(site, 'posts', post),
    ...(published <= now && { published }),
    ...(revised <= now && { revised }),
    jsonLd: toPostGraph(site, post, image),
    feeds: [toPostsFeed(site)],
  };
}

/** Returns the head of the list of posts. @param page The number of the page, from 1. */
export function toPostsHead(site: Site, page: number): PageHead {
  const title = toSectionTitle(site, 'posts');
  return {
    title: page === 1 ? title : `${title}, page ${page}`,
    description: `${title} by ${site.name}.`,
    feeds: [toPostsFeed(site)],
  };
}

function toPostsFeed(site: Site): Alternate {
  const { title } = toSectionChannel(site, 'posts');
  return { title, href: site.addresses.postsRss, type: 'application/rss+xml' };
}

/**
 * Returns the head of the page of a publication.
 * @param image The absolute address of its image. Default: the share image of the site.
 */
export function toPublicationHead(site: Site, publication: Publication, image?: string): PageHead {
  const { title, summary, abstract, authors } = publication;
  const people = authors.map(({ name }) => name).join(', ');
  return {
    title: title.text,
    description:
      summary?.text ??
      abstract?.text ??
      (people === '' ? title.text : `${title.text}, by ${people}.`),
    type: 'article',
    ...(publication.private && { hidden: true }),
    citation: toHighwireTags(site, publication),
    jsonLd: toPublicationGraph(site, publication, image),
    feeds: listPublicationFeeds(site),
  };
}

/** Returns the head of the list of publications. */
export function toPublicationsHead(site: Site): PageHead {
  const title = toSectionTitle(site, 'publications');
  return {
    title,
    description: `${title} by ${site.name}.`,
    feeds: listPublicationFeeds(site),
  };
}

/** Returns the head of a filtered list of publications. */
export function toPublicationFilterHead(site: Site, filter: PublicationFilter): PageHead {
  const { by, title } = filter;
  const subject = by === 'tag' ? `Publications on ${title}` : title;
  return { title, description: `${subject} by ${site.name}.`, feeds: listPublicationFeeds(site) };
}

function listPublicationFeeds(site: Site): Alternate[] {
  const { title } = toSectionChannel(site, 'publications');
  const { publicationsRss, bibtex } = site.addresses;
  return [
    { title, href: publicationsRss, type: 'application/rss+xml' },
    { title, href: bibtex, type: 'application/x-bibtex' },
  ];
}

/** Returns the head of a filtered list of talks. */
export function toTalkFilterHead({ name }: Site, { title, by }: TalkFilter): PageHead {
  const description = by === 'kind' ? `Talks by ${name}: ${title}.` : `${title} by ${name}.`;
  return { title, description };
}

/** Returns the feeds that every page links to: those of all talks, or else those of posts and publications. */
export function listSiteFeeds(site: Site): Alternate[] {
  const { addresses } = site;
  const { title } = site.feed;
  const type = 'application/rss+xml';
  if (hasPages(site, 'talks')) {
    return [
      { title, href: addresses.rss, type },
      { title, href: addresses.jsonFeed, type: 'application/feed+json' },
      { title, href: addresses.calendar, type: 'text/calendar' },
    ];
  }
  const sectionFeeds = { posts: addresses.postsRss, publications: addresses.publicationsRss };
  return Object.entries(sectionFeeds)
    .filter(([section]) => hasPages(site, section))
    .map(([section, href]) => ({ title: toSectionChannel(site, section).title, href, type }));
}
