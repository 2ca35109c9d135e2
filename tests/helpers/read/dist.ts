import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileListName } from '../../../src/content/output/file-list.ts';
import type { BuiltSite } from '../build/build-site.ts';
import { getAttribute, parsePage } from './html.ts';

export { fileFor } from '../../../src/serve/static-server.ts';

/** Returns the sorted paths of all files in a built site, with forward slashes, without the list for the next build. */
export function listFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== fileListName)
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * Returns the paths of the HTML files in a folder.
 * @throws If there are none, because a loop over them would check nothing.
 */
export function listPages(dist: string): string[] {
  const pages = listFiles(dist).filter((path) => path.endsWith('.html'));
  if (pages.length === 0) throw new Error(`There is no page in ${dist}.`);
  return pages;
}

/** Returns the address of an HTML file below the base: `talks/index.html` is `/talks/`. */
export function toAddress(page: string): string {
  return `/${page.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** Returns the SHA-256 of each file by its path. */
export function hashFiles(dist: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(dist).map((path) => {
      const hash = createHash('sha256').update(readFileSync(join(dist, path)));
      return [path, hash.digest('hex')];
    }),
  );
}

/** Returns the path of a site on its host: an imported one may be below the path of its old host, as in `/~ada/`. */
export function readBase(site: BuiltSite): string {
  const canonical = parsePage(site.read('index.html')).first('link[rel="canonical"]');
  return canonical ? new URL(getAttribute(canonical, 'href') ?? '').pathname : '/';
}
