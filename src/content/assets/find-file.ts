import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isExternalUrl, type SiteFile } from '../../model/page/link.ts';
import { decodePath, encodePath, type Addresses } from '../../model/page/addresses.ts';
import { findBesidePage } from './find-page-file.ts';
import { pictureName } from './find-image.ts';
import type { SiteFolder } from './site-folder.ts';
import type { PageFile } from './page-files.ts';

/** Where a value leads: a file beside the page, or one that the site serves elsewhere. */
export interface LocatedFile {
  place: 'bundle' | 'public';
  /** Absolute. */
  file: string;
  /** Relative to the bundle or to `public/`; of a file beside another page its address. */
  path: string;
  /** How a text is to name it, where what is written does not lead there. */
  named?: string;
  bytes: number;
  /** `?query` and `#page=3`, as written. */
  suffix: string;
}

/**
 * Looks for the file that an author's value means: beside the page, else in `public/`, else at the
 * address that it has or had beside any page. A leading slash means an address. Names are tried as
 * written and with `%20` and the like decoded. A folder with a page in it, `index.html`, is that page.
 */
export function locateFile(
  folder: SiteFolder,
  file: PageFile,
  written: string,
): LocatedFile | undefined {
  const [, name = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
  if (name === '' || isExternalUrl(written)) return undefined;
  for (const spelling of new Set([name, decodePath(name)])) {
    const inBundle = spelling.replace(/^(\.\/)+/, '');
    const files = file.bundle?.files ?? [];
    const inside = [inBundle, pageIn(inBundle)].find((one) => files.includes(one));
    if (file.bundle && inside !== undefined) {
      const found = join(file.bundle.folder, inside);
      return { place: 'bundle', file: found, path: inside, bytes: sizeOf(found) ?? 0, suffix };
    }
    const inPublic = spelling.replace(/^(\.?\/)+/, '');
    if (inPublic.split('/').includes('..')) continue;
    for (const path of [inPublic, pageIn(inPublic)]) {
      const published = join(folder.public, path);
      const bytes = sizeOf(published);
      if (bytes !== undefined) return { place: 'public', file: published, path, bytes, suffix };
    }
    const beside = locateBesidePage(folder, file, inPublic);
    if (beside) return { ...beside, named: beside.named + suffix, suffix };
  }
  return undefined;
}

/** A file beside this page or another. Pictures beside another are not published for themselves. */
function locateBesidePage(folder: SiteFolder, { bundle }: PageFile, written: string) {
  const found = findBesidePage(folder, written);
  if (!found) return undefined;
  const { file, path, address } = found;
  const bytes = sizeOf(file) ?? 0;
  if (bundle?.folder === found.folder) {
    return { place: 'bundle' as const, file, path, bytes, named: encodePath(path) };
  }
  if (pictureName.test(path)) return undefined;
  return { place: 'public' as const, file, path: address, bytes, named: `/${encodePath(address)}` };
}

/** The page that a folder of the web holds: `slides/` → `slides/index.html`. */
function pageIn(folder: string): string {
  return `${folder.replace(/\/+$/, '')}/index.html`;
}

/** A located file as it is published; `inBundle` gives the address of one beside the page. */
export function toSiteFile(
  { place, path, bytes, suffix }: LocatedFile,
  addresses: Addresses,
  inBundle: (path: string) => string,
): SiteFile {
  const href = place === 'bundle' ? inBundle(path) : addresses.path(encodePath(path));
  return { href: href + suffix, bytes };
}

/** Undefined for what is no file, and for what no file can be called. */
function sizeOf(path: string): number | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats.size : undefined;
  } catch {
    return undefined;
  }
}
