import type { Person } from 'schema-dts';
import type { Author } from '../../model/person/author.ts';
import type { Site } from '../../model/site/site.ts';

/** The name of a person among machines, the same on every page. @param page The address of theirs. */
export function personId(page: string): string {
  return `${page}#person`;
}

/** A speaker; of the owner of the site the home page tells more, of others their own page if there is one. */
export function toSpeaker(site: Site, { name, isOwner, href }: Author): Person {
  const page = isOwner ? site.addresses.home : href;
  if (page === undefined) return { '@type': 'Person', name };
  const url = site.absolute(page);
  return { '@type': 'Person', '@id': personId(url), name, url };
}
