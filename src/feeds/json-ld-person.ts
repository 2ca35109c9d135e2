import type { Person } from 'schema-dts';
import type { Site } from '../model/site.ts';

/** The name of the owner among machines, the same on every page. */
export function ownerId(site: Site): string {
  return `${site.absolute(site.addresses.home)}#person`;
}

/** A speaker; the owner of the site is the one whom the home page describes. */
export function toSpeaker(site: Site, name: string): Person {
  if (name !== site.name) return { '@type': 'Person', name };
  const url = site.absolute(site.addresses.home);
  return { '@type': 'Person', '@id': ownerId(site), name, url };
}
