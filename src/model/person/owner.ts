import type { PersonFrontMatter } from '../../schema/person.ts';
import { ownerSlugs } from './author.ts';
import { nameKey } from './name-key.ts';
import { compareText } from '../order.ts';
import type { Institution, Person } from './person.ts';
import type { Site, SiteLink } from '../site/site.ts';
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

/** The site with what its settings leave to the file of its owner. */
export function withOwner(site: Site, owner: Person | undefined): Site {
  if (!owner) return site;
  const role = site.role ?? owner.role;
  const affiliation = site.affiliation ?? owner.institutions[0];
  return {
    ...site,
    ...(role && { role }),
    ...(affiliation && { affiliation }),
    links: [...site.links, ...owner.links.filter((link) => !isAmong(link, site.links))],
  };
}

/** What the home page says of the owner first. @param site With what their file adds to it. */
export function introduceOwner(site: Site, owner: Person | undefined) {
  const { name, role, affiliation, links } = site;
  const others = owner?.institutions.filter((one) => one.name !== affiliation?.name) ?? [];
  const institutions: Institution[] = [...(affiliation ? [affiliation] : []), ...others];
  return { name, role, pronouns: owner?.pronouns, institutions, links, isOwner: true };
}

function isAmong({ name, href }: SiteLink, links: readonly SiteLink[]): boolean {
  return links.some((link) => link.href === href || link.name === name);
}
