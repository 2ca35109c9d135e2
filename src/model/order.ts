import type { Tag } from './tag.ts';
import type { Talk } from './talk.ts';
import { isOver, startInstant } from './when.ts';

/** Newest first; what begins at the same instant is ordered by address, so the order is total. */
export function sortNewestFirst(talks: readonly Talk[]): Talk[] {
  return [...talks].sort(
    (a, b) => startInstant(b.when) - startInstant(a.when) || compareText(a.slug, b.slug),
  );
}

/** Talks still to come, the next one first. */
export function upcomingTalks(talks: readonly Talk[], now: number): Talk[] {
  return sortNewestFirst(talks.filter((talk) => !isOver(talk.when, now))).reverse();
}

/** Talks that are over, the latest first. */
export function pastTalks(talks: readonly Talk[], now: number): Talk[] {
  return sortNewestFirst(talks.filter((talk) => isOver(talk.when, now)));
}

export function byYear(talks: readonly Talk[]): { year: number; talks: Talk[] }[] {
  const years = new Map<number, Talk[]>();
  for (const talk of talks) {
    const { year } = talk.when.start;
    const inYear = years.get(year) ?? [];
    inYear.push(talk);
    years.set(year, inYear);
  }
  return [...years].map(([year, inYear]) => ({ year, talks: inYear }));
}

/** All tags with their talks, in the order of their names; the spelling is the latest talk's. */
export function byTag(talks: readonly Talk[]): { tag: Tag; talks: Talk[] }[] {
  const tags = new Map<string, { tag: Tag; talks: Talk[] }>();
  for (const talk of sortNewestFirst(talks)) {
    for (const tag of talk.tags) {
      const entry = tags.get(tag.slug) ?? { tag, talks: [] };
      entry.talks.push(talk);
      tags.set(tag.slug, entry);
    }
  }
  return [...tags.values()].sort((a, b) => compareText(a.tag.slug, b.tag.slug));
}

/** By code units: the same order on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
