import type { Course } from './course.ts';
import { createPageFinder, mentionable, type Named } from './mention.ts';
import type { Page } from './page.ts';
import type { Post } from './post.ts';
import type { Project } from './project.ts';
import type { Publication } from './publication/publication.ts';
import type { Talk } from './talk/talk.ts';
import {
  tieOfPost,
  tieOfYear,
  tieOfPublication,
  tieOfTalk,
  toTieList,
  type Tie,
  type TiedSection,
  type TieList,
} from './tie.ts';

/** The pages that are tied to each other, each section in the order of its list. */
export interface TiedPages {
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
export function tiePages(pages: TiedPages, now: number): Map<string, TieList[]> {
  const members = toMembers(pages, now);
  const bySection = Map.groupBy(members, ({ section }) => section);
  const finders = new Map(
    mentionable.map((section) => [section, createPageFinder(bySection.get(section) ?? [])]),
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

interface Member extends Named {
  section: TiedSection;
  place: number;
  tie: Tie;
  partners: Set<Member>;
}

/** All pages, section by section, each in its place. */
function toMembers(pages: TiedPages, now: number): Member[] {
  const ties: [TiedSection, Tie[]][] = [
    ['talks', pages.talks.map((talk) => tieOfTalk(talk, now))],
    ['publications', pages.publications.map(tieOfPublication)],
    ['projects', pages.projects.map(tieOfYear)],
    ['posts', pages.posts.map(tieOfPost)],
    ['teaching', pages.teaching.map(tieOfYear)],
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

function toLists({ partners }: Member): TieList[] {
  const sorted = [...partners].sort((a, b) => a.place - b.place);
  const bySection = Map.groupBy(sorted, ({ section }) => section);
  return [...bySection].flatMap(([section, found]) =>
    toTieList(
      section,
      found.map(({ tie }) => tie),
    ),
  );
}
