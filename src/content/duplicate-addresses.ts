import { toProblems, type Problem } from './problem.ts';
import type { ReadTalk } from './read-talk.ts';

/** An error for every talk whose address another one has. Case does not tell addresses apart. */
export function duplicateAddresses(talks: readonly ReadTalk[]): Problem[] {
  const bySlug = new Map<string, ReadTalk[]>();
  for (const talk of talks) {
    const slug = talk.slug.toLowerCase();
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), talk]);
  }
  return [...bySlug.values()].flatMap((group) =>
    group.length < 2 ? [] : group.flatMap((talk) => problemOf(talk, group)),
  );
}

function problemOf(talk: ReadTalk, group: readonly ReadTalk[]): Problem[] {
  const others = group.filter((other) => other !== talk).map((other) => other.file.name);
  const finding = {
    path: talk.frontMatter.slug === undefined ? [] : ['slug'],
    severity: 'error' as const,
    code: 'talk/duplicate-address',
    message: `the address /talks/${talk.slug}/ is also that of ${others.join(' and ')}`,
    remedy: 'Rename one of the folders, or give one talk another name by slug:.',
  };
  return toProblems([finding], talk.file.name, talk.written, talk.text);
}
