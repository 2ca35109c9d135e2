import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every file of a built site as a path with forward slashes, sorted. */
export function filesIn(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * The HTML files among them.
 * @throws where there is none: a loop over them would check nothing.
 */
export function pagesIn(dist: string): string[] {
  const pages = filesIn(dist).filter((path) => path.endsWith('.html'));
  if (pages.length === 0) throw new Error(`There is no page in ${dist}.`);
  return pages;
}

/** The address of an HTML file below the base: `talks/index.html` is `/talks/`. */
export function addressOf(page: string): string {
  return `/${page.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** path → SHA-256, for comparing two builds. */
export function hashesOf(dist: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(dist).map((path) => {
      const hash = createHash('sha256').update(readFileSync(join(dist, path)));
      return [path, hash.digest('hex')];
    }),
  );
}

/** The file that a static server would send for an address below the base, if there is one. */
export function fileFor(dist: string, address: string): string | undefined {
  const path = decodeURIComponent(address).replace(/^\//, '');
  const candidates = path === '' || path.endsWith('/') ? [`${path}index.html`] : [path];
  return candidates.find((file) => {
    const full = join(dist, file);
    return existsSync(full) && statSync(full).isFile();
  });
}
