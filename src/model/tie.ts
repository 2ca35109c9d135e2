import type { Page } from './page.ts';
import type { Course } from './course.ts';
import { mainDelivery } from './talk/talk-deliveries.ts';
import type { Post } from './post.ts';
import type { Project } from './project.ts';
import type { Publication } from './publication/publication.ts';
import type { RichText } from './rich-text.ts';
import type { Talk } from './talk/talk.ts';

/** Pages of one section that another page goes with, in the order of their list. */
export interface TieList {
  /** `Talks`, or `Talk` for one alone. */
  title: string;
  ties: readonly Tie[];
}

/** A page as others lead to it. */
export interface Tie {
  page: Page;
  /** The event or where it appeared. */
  where?: RichText;
  year?: number;
}

export type TiedSection = 'talks' | 'publications' | 'projects' | 'posts' | 'teaching' | 'pages';

const titles: Record<TiedSection, [one: string, several: string]> = {
  talks: ['Talk', 'Talks'],
  publications: ['Publication', 'Publications'],
  projects: ['Project', 'Projects'],
  posts: ['Post', 'Posts'],
  teaching: ['Course', 'Courses'],
  pages: ['Page', 'Pages'],
};

/** Pages of one section as another page lists them; none where there are none. */
export function toTieList(section: TiedSection, ties: readonly Tie[]): TieList[] {
  const [one, several] = titles[section];
  return ties.length === 0 ? [] : [{ title: ties.length === 1 ? one : several, ties }];
}

export function tieOfTalk(talk: Talk, now: number): Tie {
  const { event, when } = mainDelivery(talk, now);
  const where = event && { html: `<em>${event.name.html}</em>`, text: event.name.text };
  return { page: talk, ...(where && { where }), year: when.start.year };
}

export function tieOfPublication(page: Publication): Tie {
  const { venueShort: where, year } = page;
  return { page, ...(where && { where }), ...(year !== undefined && { year }) };
}

/** A project or a course. */
export function tieOfYear(page: Project | Course): Tie {
  return { page, ...(page.year !== undefined && { year: page.year }) };
}

export function tieOfPost(page: Post): Tie {
  return { page, ...(page.day && { year: page.day.start.year }) };
}
