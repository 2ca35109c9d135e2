import { existsSync, readdirSync } from 'node:fs';
import { type Addresses, decodePath } from '../../model/page/addresses.ts';
import type { SiteFile } from '../../model/page/link.ts';
import { findSection } from '../../model/site/section-folders.ts';
import { suggest } from '../../schema/suggest.ts';
import { findPageSlug, toSectionFolder } from './find-file.ts';
import type { SiteFolder } from './site-folder.ts';

/** Addresses that Lectern generates, besides those of the sections. */
const builtInPages = ['search', 'subscribe', 'cv'];

/**
 * Finds a page of the site by its address, with or without the slash at the end: the page of a file, the list of a
 * section, or a page that Lectern generates. Returns undefined for the address of a file.
 * @param url The address as in the author's file: `/talks/nyu/#slides`.
 */
export function findPageByAddress(
  folder: SiteFolder,
  url: string,
  addresses: Addresses,
): SiteFile | undefined {
  const { parts, suffix } = splitAddress(url, addresses);
  if (parts === undefined || parts.length > 2) return undefined;
  const [first, name] = parts;
  const toFile = (path: string) => ({
    href: addresses.path(path) + suffix,
    bytes: 0,
    isPage: true as const,
  });
  if (first === undefined) return toFile('');
  const section = findSection(first);
  if (name === undefined) {
    const isList = section === first && existsSync(toSectionFolder(folder, section));
    return isList || builtInPages.includes(first) ? toFile(`${first}/`) : undefined;
  }
  const slug = section && findPageSlug(folder, section, name);
  return slug === undefined ? undefined : toFile(`${section}/${slug}/`);
}

/** Returns the address of the page with the most similar name in the same section, if there is one. */
export function suggestPage(
  folder: SiteFolder,
  url: string,
  addresses: Addresses,
): string | undefined {
  const [first = '', name = ''] = splitAddress(url, addresses).parts ?? [];
  const section = findSection(first);
  if (section === undefined || !existsSync(toSectionFolder(folder, section))) return undefined;
  const names = readdirSync(toSectionFolder(folder, section))
    .filter((file) => !/^[._]/.test(file))
    .map((file) => file.replace(/\.[a-z]+$/i, ''));
  const nearest = suggest(name, names);
  const slug = nearest && findPageSlug(folder, section, nearest);
  return slug && `/${section}/${slug}/`;
}

/** Returns the parts of the path of a page, without the base path; undefined for any other address. */
function splitAddress(url: string, addresses: Addresses) {
  const [, fullPath = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const path = fullPath.replace(/\/index\.html$/, '/');
  if (!/^\/(?!\/)/.test(path) || /\.[a-z0-9]{2,5}$/i.test(path)) return { suffix };
  const base = addresses.path('');
  const inSite = path.startsWith(base) ? path.slice(base.length) : path;
  const parts = decodePath(inSite)
    .split('/')
    .filter((part) => part !== '');
  return { parts: parts.at(-1) === 'index.html' ? parts.slice(0, -1) : parts, suffix };
}
