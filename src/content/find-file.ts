import { statSync } from 'node:fs';
import { join } from 'node:path';
import { leavesSite, type SiteFile } from '../model/link.ts';
import { encodePath, type Addresses } from '../model/site/url.ts';
import type { SiteFolder } from './site-folder.ts';
import type { PageFile } from './pages/page-files.ts';

/** Where a value leads: a file beside the page, or one in `public/`. */
export interface LocatedFile {
  place: 'bundle' | 'public';
  /** Absolute. */
  file: string;
  /** Relative to the bundle or to `public/`. */
  path: string;
  bytes: number;
  /** `?query` and `#page=3`, as written. */
  suffix: string;
}

/**
 * Looks for the file that an author's value means: beside the page, else in `public/`. A leading
 * slash means `public/` alone. Names are tried as written and with `%20` and the like decoded.
 */
export function locateFile(
  folder: SiteFolder,
  file: PageFile,
  written: string,
): LocatedFile | undefined {
  const [, name = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
  if (name === '' || leavesSite(written)) return undefined;
  for (const spelling of new Set([name, decoded(name)])) {
    const inBundle = spelling.replace(/^(\.\/)+/, '');
    if (file.bundle?.files.includes(inBundle)) {
      const inFolder = join(file.bundle.folder, inBundle);
      return { place: 'bundle', file: inFolder, path: inBundle, bytes: sizeOf(inFolder) ?? 0, suffix };
    }
    const inPublic = spelling.replace(/^(\.?\/)+/, '');
    const published = join(folder.public, inPublic);
    const bytes = inPublic.split('/').includes('..') ? undefined : sizeOf(published);
    if (bytes !== undefined) {
      return { place: 'public', file: published, path: inPublic, bytes, suffix };
    }
  }
  return undefined;
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

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
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
