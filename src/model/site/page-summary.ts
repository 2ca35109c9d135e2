import type { Course } from '../course/course.ts';
import type { Deck } from '../deck/deck.ts';
import type { Page } from '../page/page.ts';
import type { PlainPage } from '../plain-page/plain-page.ts';
import type { Person } from '../person/person.ts';
import type { Post } from '../post/post.ts';
import type { Project } from '../project/project.ts';
import type { Publication } from '../publication/publication.ts';
import { formatDay } from '../page/format-when.ts';

/**
 * The facts about a page of any section: for the search, share images and `llms.txt`. All texts are
 * plain text.
 */
export interface PageSummary {
  page: Page;
  people: string[];
  /** The venue of a publication, the institution of a course or of a person. */
  where?: string | undefined;
  /** The date as pages show it; for a person, the role. */
  when?: string | undefined;
  year?: number | undefined;
  /** For sorting, in milliseconds since 1970. */
  instant?: number | undefined;
  tags: readonly string[];
}

export function summarisePublication(publication: Publication): PageSummary {
  const { authors, venue, year, published, tags } = publication;
  const when = year === undefined ? undefined : String(year);
  const where = venue?.text;
  return {
    ...{ page: publication, where, when, year, tags },
    instant: published,
    people: toNames(authors),
  };
}

export function summariseProject(project: Project): PageSummary {
  const { authors, year, sortDate, tags } = project;
  const when = year === undefined ? undefined : String(year);
  return { ...{ page: project, when, year, tags }, instant: sortDate, people: toNames(authors) };
}

/** @param language A BCP 47 tag. */
export function summarisePost(post: Post, language: string): PageSummary {
  const { authors, day, venue, published, tags } = post;
  return {
    ...{ page: post, people: toNames(authors), where: venue?.text, tags },
    when: day && formatDay(day, language),
    year: day?.start.year,
    instant: published,
  };
}

export function summariseCourse(course: Course): PageSummary {
  const { authors, institution, terms, year, sortDate, tags } = course;
  const when = terms.join(', ') || (year === undefined ? undefined : String(year));
  const where = institution?.text;
  return {
    ...{ page: course, where, when, year, tags },
    instant: sortDate,
    people: toNames(authors),
  };
}

export function summarisePerson(person: Person): PageSummary {
  const { role, institutions, interests } = person;
  return { page: person, people: [], where: institutions[0]?.name, when: role, tags: interests };
}

export function summariseDeck(deck: Deck): PageSummary {
  return { page: deck, people: toNames(deck.authors), tags: [] };
}

export function summarisePlainPage(page: PlainPage): PageSummary {
  return { page, people: [], tags: page.tags };
}

function toNames(authors: readonly { name: string }[]): string[] {
  return authors.map(({ name }) => name);
}
