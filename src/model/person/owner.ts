import type { PersonFrontMatter } from '../../schema/person.ts';
import { ownerSlugs } from './author.ts';
import { nameKey } from './name-key.ts';
import { compareText } from '../order.ts';
import { namesOf } from './written-person.ts';

/**
 * Whose site it is, of all people: who has its name, else who is called `admin` or `me`, else who is
 * marked as its owner, the first by the names of folders.
 */
export function ownerAmong<P extends { slug: string; frontMatter: PersonFrontMatter }>(
  people: readonly P[],
  siteName: string,
): P | undefined {
  const sorted = people.toSorted((a, b) => compareText(a.slug, b.slug));
  const isCalled = ({ frontMatter }: P) =>
    namesOf(frontMatter).some((name) => nameKey(name) === nameKey(siteName));
  return (
    sorted.find(isCalled) ??
    sorted.find(({ slug }) => ownerSlugs.includes(slug)) ??
    sorted.find(({ frontMatter }) => saysOwner(frontMatter))
  );
}

export function saysOwner({ superuser, is_owner }: PersonFrontMatter): boolean {
  return superuser ?? is_owner ?? false;
}
