import { isExternalUrl } from '../page/link.ts';
import type { Page } from '../page/page.ts';
import { isFileMove, type Redirect, toOldPath } from './redirects.ts';
import { isFile, pathsAbove, type OldAddressProducer, type SiteAddress } from './site-address.ts';
import type { Addresses } from '../page/addresses.ts';

/** An old address, as in `toOldPath`, and the new one. */
export type OldAddress = { alias: string } & Omit<OldAddressProducer, 'kind' | 'route'>;

interface Known {
  /** In the order in which they have a claim: see below. */
  pages: readonly Page[];
  redirects: readonly Redirect[];
  /** Every other address of the site. */
  current: ReadonlyMap<string, SiteAddress>;
  addresses: Pick<Addresses, 'path'>;
}

/**
 * Returns the old addresses in the author's list of redirects and in `aliases` of pages. Of two claims
 * to one old address, the list comes first, then the first page. An address that the site serves, or
 * that is below a file of the site, is not redirected.
 */
export function claimOldAddresses({ pages, redirects, current, addresses }: Known): OldAddress[] {
  const taken = new Map<string, OldAddress>();
  const titles = new Map(pages.map(({ href, title }) => [href, title.text]));
  const isBelowFile = (alias: string) =>
    pathsAbove(alias).some((path) => {
      const above = current.get(path);
      return above && (isFile(above) || above.file.endsWith('/'));
    });
  const claim = (alias: string, rest: Omit<OldAddress, 'alias' | 'title'>) => {
    if (current.has(alias) || taken.has(alias) || isBelowFile(alias)) return;
    const title = titles.get(rest.href);
    taken.set(alias, { alias, ...rest, ...(title !== undefined && { title }) });
  };
  for (const { from, to } of redirects) {
    const href = isExternalUrl(to) ? to : addresses.path(encodeWritten(to));
    claim(from, { href, isFile: isFileMove(from, to) });
  }
  for (const page of pages) {
    for (const alias of aliasesOf(page)) claim(alias, { href: page.href, isFile: false, page });
  }
  return [...taken.values()];
}

/** Returns the new address for each alias of a page; undefined for one that several pages declare. */
export function aliasTargets(pages: readonly Page[]): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const page of pages) {
    for (const alias of aliasesOf(page)) {
      const isShared = found.has(alias) && found.get(alias) !== page.href;
      found.set(alias, isShared ? undefined : page.href);
    }
  }
  return found;
}

function aliasesOf({ aliases }: Page): string[] {
  return aliases.flatMap((written) => toOldPath(written) ?? []);
}

/** A path as an author wrote it, encoded or not. */
function encodeWritten(path: string): string {
  return encodeURI(path).replace(/%25([0-9a-f]{2})/gi, '%$1');
}
