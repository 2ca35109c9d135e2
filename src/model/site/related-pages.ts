import type { Course } from '../course/course.ts';
import type { RichText } from '../page/page-texts.ts';
import type { Page } from '../page/page.ts';
import {
  createReferenceFinder,
  referableSections,
  type IdentifiedPage,
} from '../page/references.ts';
import type { Post } from '../post/post.ts';
import type { Project } from '../project/project.ts';
import type { Publication } from '../publication/publication.ts';
import { findMainDelivery } from '../talk/talk-deliveries.ts';
import type { Talk } from '../talk/talk.ts';

/** The related pages of one section, in the order of its list. */
export interface RelatedGroup {
  /** `Talks`, or `Talk` for a single one. */
  title: string;
  pages: readonly RelatedPage[];
}

/** A page as other pages link to it. */
export interface RelatedPage {
  page: Page;
  /** The event of a talk or the venue of a publication. */
  where?: RichText;
  year?: number;
}

export type RelatedSection = 'talks' | 'publications' | 'projects' | 'posts' | 'teaching' | 'pages';

const groupTitles: Record<RelatedSection, [singular: string, plural: string]> = {
  talks: ['Talk', 'Talks'],
  publications: ['Publication', 'Publications'],
  projects: ['Project', 'Projects'],
  posts: ['Post', 'Posts'],
  teaching: ['Course', 'Courses'],
  pages: ['Page', 'Pages'],
};

/** Returns the group of related pages of one section; empty without pages. */
export function toRelatedGroup(
  section: RelatedSection,
  pages: readonly RelatedPage[],
): RelatedGroup[] {
  const [singular, plural] = groupTitles[section];
  return pages.length === 0 ? [] : [{ title: pages.length === 1 ? singular : plural, pages }];
}

function toRelatedTalk(talk: Talk, now: number): RelatedPage {
  const { event, when } = findMainDelivery(talk, now);
  const where = event && { html: `<em>${event.name.html}</em>`, text: event.name.text };
  return { page: talk, ...(where && { where }), year: when.start.year };
}

function toRelatedPublication(page: Publication): RelatedPage {
  const { venueShort: where, year } = page;
  return { page, ...(where && { where }), ...(year !== undefined && { year }) };
}

/** Converts a project or a course. */
export function toRelatedWork(page: Project | Course): RelatedPage {
  return { page, ...(page.year !== undefined && { year: page.year }) };
}

export function toRelatedPost(page: Post): RelatedPage {
  return { page, ...(page.day && { year: page.day.start.year }) };
}

/** The pages that can be related, each section in the order of its list. */
export interface PagesBySection {
  talks: readonly Talk[];
  publications: readonly Publication[];
  projects: readonly Project[];
  posts: readonly Post[];
  teaching: readonly Course[];
  pages: readonly Page[];
}

/**
 * Returns the related pages of each page, by its address: the pages that it refers to, and those that
 * refer to it. Unknown names are skipped. A private page links to others, but no page links to it.
 * @param pages All public pages.
 * @param now In milliseconds since 1970.
 */
export function relatePages(pages: PagesBySection, now: number): Map<string, RelatedGroup[]> {
  const members = toMembers(pages, now);
  const bySection = Map.groupBy(members, ({ section }) => section);
  const finders = new Map(
    referableSections.map((section) => [
      section,
      createReferenceFinder(bySection.get(section) ?? []),
    ]),
  );
  for (const member of members) {
    for (const { section, name } of member.entry.page.references) {
      const target = finders.get(section)?.(name);
      if (!target || target === member) continue;
      addRelated(member, target);
      addRelated(target, member);
    }
  }
  return new Map(members.map((member) => [member.entry.page.href, toRelatedGroups(member)]));
}

interface Member extends IdentifiedPage {
  section: RelatedSection;
  position: number;
  entry: RelatedPage;
  related: Set<Member>;
}

/** Returns all pages with their positions, section by section. */
function toMembers(pages: PagesBySection, now: number): Member[] {
  const sections: [RelatedSection, RelatedPage[]][] = [
    ['talks', pages.talks.map((talk) => toRelatedTalk(talk, now))],
    ['publications', pages.publications.map(toRelatedPublication)],
    ['projects', pages.projects.map(toRelatedWork)],
    ['posts', pages.posts.map(toRelatedPost)],
    ['teaching', pages.teaching.map(toRelatedWork)],
    ['pages', pages.pages.map((page) => ({ page }))],
  ];
  const entries = sections.flatMap(([section, pages]) =>
    pages.map((entry) => ({ section, entry })),
  );
  return entries.map(({ section, entry }, position): Member => {
    const { slug, identifiers } = entry.page;
    return { section, position, entry, slug, identifiers, related: new Set() };
  });
}

function addRelated(member: Member, other: Member): void {
  if (!other.entry.page.private) member.related.add(other);
}

function toRelatedGroups({ related }: Member): RelatedGroup[] {
  const sorted = [...related].sort((a, b) => a.position - b.position);
  const bySection = Map.groupBy(sorted, ({ section }) => section);
  return [...bySection].flatMap(([section, members]) =>
    toRelatedGroup(
      section,
      members.map(({ entry }) => entry),
    ),
  );
}
