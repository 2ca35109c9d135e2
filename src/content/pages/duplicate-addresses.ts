import { toProblems, type Problem } from '../problems/problem.ts';
import type { ReadPage } from './read-page.ts';
import type { Section } from '../sections/section.ts';

type Named = Pick<Section, 'name' | 'noun'>;

/** Returns an error for each page that shares its address with another page. Ignores case. */
export function duplicateAddresses(pages: readonly ReadPage[], section: Named): Problem[] {
  const bySlug = new Map<string, ReadPage[]>();
  for (const page of pages) {
    const slug = page.slug.toLowerCase();
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), page]);
  }
  return [...bySlug.values()].flatMap((group) =>
    group.length < 2 ? [] : group.flatMap((page) => problemOf(page, group, section)),
  );
}

function problemOf(page: ReadPage, group: readonly ReadPage[], { name, noun }: Named): Problem[] {
  const others = group.filter((other) => other !== page).map((other) => other.file.name);
  const finding = {
    path: page.frontMatter.slug === undefined ? [] : ['slug'],
    severity: 'error' as const,
    code: 'duplicate-address',
    message: `the address /${name}/${page.slug}/ is also the address of ${others.join(' and ')}`,
    remedy: 'Rename one of the folders, or set a different slug: in one of the files.',
  };
  return toProblems([finding], { file: page.file.name, topic: noun }, page.written, page.text);
}
