import { leavesSite } from '../link.ts';
import { isFileMove, toOldPath } from './old-path.ts';
import type { Page } from '../page.ts';
import type { Redirect } from './redirects.ts';
import type { Addresses } from './url.ts';

/** An address of before that leads to one of now. */
export interface OldAddress {
  /** As in `toOldPath`. */
  alias: string;
  href: string;
  /** Of the page that it leads to, if it leads to one. */
  title?: string;
  /** The file that it leads to is served here, too. */
  isFile: boolean;
}

interface Known {
  /** In the order in which they have a claim: see below. */
  pages: readonly Page[];
  redirects: readonly Redirect[];
  /** Every address of the site: see `sitePaths`. */
  current: ReadonlySet<string>;
  /** Whether a file is served at a path; written as the addresses. */
  isFile: (path: string) => boolean;
  addresses: Addresses;
}

/**
 * Where pages were before, by the author's list of redirects and by `aliases` of pages. Of two that
 * claim one old address the list has it, else the first of the pages. An address that a page or a file
 * of the site has now is left to it; below a file there is none.
 */
export function oldAddresses({
  pages,
  redirects,
  current,
  isFile: isServed,
  addresses,
}: Known): OldAddress[] {
  const taken = new Map<string, OldAddress>();
  const titles = new Map(pages.map(({ href, title }) => [href, title.text]));
  const claim = (alias: string | undefined, href: string, isFile = false) => {
    if (alias === undefined || current.has(alias) || taken.has(alias)) return;
    if (pathsDownTo(alias).some(isServed)) return;
    const title = titles.get(href);
    taken.set(alias, { alias, href, isFile, ...(title !== undefined && { title }) });
  };
  for (const { from, to } of redirects) {
    claim(from, leavesSite(to) ? to : addresses.path(encodeWritten(to)), isFileMove(from, to));
  }
  for (const page of pages)
    for (const written of page.aliases) claim(toOldPath(written), page.href);
  return [...taken.values()];
}

/** `a/b/c` → `a`, `a/b`, `a/b/c`. */
function pathsDownTo(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** A path as an author wrote it, encoded or not. */
function encodeWritten(path: string): string {
  return encodeURI(path).replace(/%25([0-9a-f]{2})/gi, '%$1');
}
