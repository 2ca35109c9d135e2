import type { Person } from 'schema-dts';
import type { Author } from '../../model/page/author.ts';
import type { Person as SitePerson } from '../../model/person/person.ts';
import type { Site } from '../../model/site/site.ts';
import type { SiteLink } from '../../model/page/link.ts';

interface PersonDetails extends Pick<SitePerson, 'href' | 'institutions'> {
  name: string;
  role: string | undefined;
  links: readonly SiteLink[];
}

/** Returns the owner of the site with role, institutions and profiles. */
export function toOwnerNode(site: Site): Person {
  const { name, role, affiliation, links, addresses } = site;
  const institutions = affiliation ? [affiliation] : [];
  return toPersonNode(site, { href: addresses.home, name, role, institutions, links });
}

/** Returns a person with role, institutions and profiles. */
export function toPersonNode(
  { absolute }: Site,
  { href, name, role, institutions, links }: PersonDetails,
) {
  const profiles = links.filter((link) => /^https?:/i.test(link.href));
  const affiliations = institutions.map((institution) => ({
    '@type': 'Organization' as const,
    name: institution.name,
    ...(institution.href && { url: absolute(institution.href) }),
  }));
  return {
    '@type': 'Person' as const,
    '@id': toPersonId(absolute(href)),
    name,
    url: absolute(href),
    ...(role && { jobTitle: role }),
    ...(affiliations.length > 0 && {
      affiliation: affiliations.length === 1 ? affiliations[0] : affiliations,
    }),
    ...(profiles.length > 0 && { sameAs: profiles.map((link) => link.href) }),
  };
}

/** Returns an author by name. The home page or their own page has the details. */
export function toAuthorNode(site: Site, { name, isOwner, href, url: webSite }: Author): Person {
  const page = isOwner ? site.addresses.home : href;
  if (page === undefined) return { '@type': 'Person', name, ...(webSite && { url: webSite }) };
  const url = site.absolute(page);
  return { '@type': 'Person', '@id': toPersonId(url), name, url };
}

/** Returns the identifier of a person, which is the same on every page. @param page Their page. */
function toPersonId(page: string): string {
  return `${page}#person`;
}
