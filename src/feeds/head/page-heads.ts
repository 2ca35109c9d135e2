import type { Course } from '../../model/course.ts';
import type { Deck } from '../../model/deck.ts';
import { mainDelivery } from '../../model/order.ts';
import type { Page } from '../../model/page.ts';
import type { Person } from '../../model/person/person.ts';
import type { Post } from '../../model/post.ts';
import type { Project } from '../../model/project.ts';
import type { Selection } from '../../model/selection.ts';
import type { Site } from '../../model/site/site.ts';
import type { Tag } from '../../model/tag.ts';
import type { Talk } from '../../model/talk/talk.ts';
import { describeTalk } from './describe-page.ts';
import { sectionChannel } from '../feed/feed-channel.ts';
import {
  courseGraph,
  homeGraph,
  personGraph,
  postGraph,
  projectGraph,
  talkGraph,
} from '../json-ld/json-ld.ts';
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

/** The picture of a shared link; a private page has none, and is not to be found. */
function sharedAs({ addresses }: Site, section: string, page: Page): Partial<PageHead> {
  if (page.private) return { hidden: true };
  return { picture: { href: addresses.pagePicture(section, page.slug), alt: page.title.text } };
}

/** What the page of a person says of itself. */
export function personHead(site: Site, person: Person): PageHead {
  const { title, role, institutions, bio } = person;
  const said = [title.text, role, institutions[0]?.name].filter(Boolean).join(', ');
  return {
    title: title.text,
    description: bio?.text ?? `${said}.`,
    type: 'profile',
    ...sharedAs(site, 'people', person),
    jsonLd: personGraph(site, person),
  };
}

/** What the page of a project says of itself. */
export function projectHead(site: Site, project: Project): PageHead {
  const { title, summary } = project;
  const description = summary?.text ?? `A project by ${site.name}: ${title.text}.`;
  return {
    title: title.text,
    description,
    type: 'article',
    ...sharedAs(site, 'projects', project),
    jsonLd: projectGraph(site, project, description),
  };
}

/** What the page of a course says of itself. */
export function courseHead(site: Site, course: Course): PageHead {
  const { title, summary, institution, terms } = course;
  const said = [title.text, institution?.text, ...terms].filter(Boolean).join(', ');
  const description = summary?.text ?? `A course taught by ${site.name}: ${said}.`;
  return {
    title: title.text,
    description,
    type: 'article',
    ...sharedAs(site, 'teaching', course),
    jsonLd: courseGraph(site, course, description),
  };
}

/** What the page of a deck says of itself. */
export function deckHead(site: Site, deck: Deck): PageHead {
  const { title, summary, authors } = deck;
  const people = authors.map((author) => author.name).join(', ') || site.name;
  return {
    title: title.text,
    description: summary?.text ?? `Slides by ${people}: ${title.text}.`,
    type: 'article',
    ...sharedAs(site, 'slides', deck),
  };
}

/** What a page of no section says of itself. */
export function plainPageHead(site: Site, page: Page): PageHead {
  const { title, summary } = page;
  return {
    title: title.text,
    ...(summary && { description: summary.text }),
    ...sharedAs(site, 'pages', page),
  };
}

/** What the page of a post says of itself. @param now In milliseconds since 1970. */
export function postHead(site: Site, post: Post, now: number): PageHead {
  const { title, summary, authors, published = Infinity, revised = Infinity } = post;
  const people = authors.map(({ name }) => name).join(', ');
  return {
    title: title.text,
    description: summary?.text ?? `${title.text}, by ${people}.`,
    type: 'article',
    ...sharedAs(site, 'posts', post),
    ...(published <= now && { published }),
    ...(revised <= now && { revised }),
    jsonLd: postGraph(site, post),
    feeds: [postsFeed(site)],
  };
}

/** What the list of posts says of itself. @param page Of several, from 1. */
export function postsHead(site: Site, page: number): PageHead {
  return {
    title: page === 1 ? 'Posts' : `Posts, page ${page}`,
    description: `Posts by ${site.name}.`,
    feeds: [postsFeed(site)],
  };
}

function postsFeed(site: Site): Alternate {
  const { title } = sectionChannel(site, 'posts');
  return { title, href: site.addresses.postsRss, type: 'application/rss+xml' };
}

/** What the pages of a selection say of themselves. */
export function selectionHead({ name }: Site, { title, by }: Selection): PageHead {
  const description = by === 'kind' ? `Talks by ${name}: ${title}.` : `${title} by ${name}.`;
  return { title, description };
}

/** The feeds of all talks, which every page names. */
export function siteFeeds({ feed: { title }, addresses }: Site): Alternate[] {
  return [
    { title, href: addresses.rss, type: 'application/rss+xml' },
    { title, href: addresses.jsonFeed, type: 'application/feed+json' },
    { title, href: addresses.calendar, type: 'text/calendar' },
  ];
}
