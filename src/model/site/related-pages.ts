import type { Course } from '../course/course.ts';
import type { RichText } from '../page/page-texts.ts';
import type { Page } from '../page/page.ts';
import { createPageFinder, referableSections, type IdentifiedPage } from '../page/references.ts';
import type { Post } from '../post/post.ts';
import type { Project } from '../project/project.ts';
import type { Publication } from '../publication/publication.ts';
import { mainDelivery } from '../talk/talk-deliveries.ts';
import type { Talk } from '../talk/talk.ts';

/** Pages of one section that another page goes with, in the order of their list. */
export interface RelatedGroup {
  /** `Talks`, or `Talk` for one alone. */
  title: string;
  ties: readonly RelatedPage[];
}

/** A page as others lead to it. */
export interface RelatedPage {
  page: Page;
  /** The event or where it appeared. */
  where?: RichText;
  year?: number;
}

export type RelatedSection = 'talks' | 'publications' | 'projects' | 'posts' | 'teaching' | 'pages';

const titles: Record<RelatedSection, [one: string, several: string]> = {
  talks: ['Talk', 'Talks'],
  publications: ['Publication', 'Publications'],
  projects: ['Project', 'Projects'],
  posts: ['Post', 'Posts'],
  teaching: ['Course', 'Courses'],
  pages: ['Page', 'Pages'],
};

/** Pages of one section as another page lists them; none where there are none. */
export function toRelatedGroup(
  section: RelatedSection,
  ties: readonly RelatedPage[],
): RelatedGroup[] {
  const [one, several] = titles[section];
  return ties.length === 0 ? [] : [{ title: ties.length === 1 ? one : several, ties }];
}

function toRelatedTalk(talk: Talk, now: number): RelatedPage {
  const { event, when } = mainDelivery(talk, now);
  const where = event && { html: `<em>${event.name.html}</em>`, text: event.name.text };
  return { page: talk, ...(where && { where }), year: when.start.year };
}

function toRelatedPublication(page: Publication): RelatedPage {
  const { venueShort: where, year } = page;
  return { page, ...(where && { where }), ...(year !== undefined && { year }) };
}

/** A project or a course. */
export function toRelatedWork(page: Project | Course): RelatedPage {
  return { page, ...(page.year !== undefined && { year: page.year }) };
}

export function toRelatedPost(page: Post): RelatedPage {
  return { page, ...(page.day && { year: page.day.start.year }) };
}

/** The pages that are tied to each other, each section in the order of its list. */
export interface PagesBySection {
  talks: readonly Talk[];
  publications: readonly Publication[];
  projects: readonly Project[];
  posts: readonly Post[];
  teaching: readonly Course[];
  pages: readonly Page[];
}

/**
 * What goes with each page, by its address: the pages that it names, and those that name it. A name
 * that means nothing is passed over. A private page leads to others, and none leads to it.
 * @param pages All that a visitor may see.
 * @param now In milliseconds since 1970.
 */
export function relatePages(pages: PagesBySection, now: number): Map<string, RelatedGroup[]> {
  const members = toMembers(pages, now);
  const bySection = Map.groupBy(members, ({ section }) => section);
  const finders = new Map(
    referableSections.map((section) => [section, createPageFinder(bySection.get(section) ?? [])]),
  );
  for (const member of members) {
    for (const { section, name } of member.tie.page.mentions) {
      const other = finders.get(section)?.(name);
      if (!other || other === member) continue;
      addTo(member, other);
      addTo(other, member);
    }
  }
  return new Map(members.map((member) => [member.tie.page.href, toLists(member)]));
}

interface Member extends IdentifiedPage {
  section: RelatedSection;
  place: number;
  tie: RelatedPage;
  partners: Set<Member>;
}

/** All pages, section by section, each in its place. */
function toMembers(pages: PagesBySection, now: number): Member[] {
  const ties: [RelatedSection, RelatedPage[]][] = [
    ['talks', pages.talks.map((talk) => toRelatedTalk(talk, now))],
    ['publications', pages.publications.map(toRelatedPublication)],
    ['projects', pages.projects.map(toRelatedWork)],
    ['posts', pages.posts.map(toRelatedPost)],
    ['teaching', pages.teaching.map(toRelatedWork)],
    ['pages', pages.pages.map((page) => ({ page }))],
  ];
  const all = ties.flatMap(([section, found]) => found.map((tie) => ({ section, tie })));
  return all.map(({ section, tie }, place) => {
    const { slug, knownAs } = tie.page;
    return { section, place, tie, slug, knownAs, partners: new Set() };
  });
}

function addTo(member: Member, other: Member): void {
  if (!other.tie.page.private) member.partners.add(other);
}

function toLists({ partners }: Member): RelatedGroup[] {
  const sorted = [...partners].sort((a, b) => a.place - b.place);
  const bySection = Map.groupBy(sorted, ({ section }) => section);
  return [...bySection].flatMap(([section, found]) =>
    toRelatedGroup(
      section,
      found.map(({ tie }) => tie),
    ),
  );
}
