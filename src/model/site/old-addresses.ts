import { isExternalUrl } from '../page/link.ts';
import type { Page } from '../page/page.ts';
import {
  canRedirect,
  createSpellingFinder,
  isFileMove,
  type Redirect,
  toOldPath,
} from './redirects.ts';
import {
  isFile,
  toParentPaths,
  type OldAddressProducer,
  type SiteAddress,
} from './site-address.ts';
import type { Addresses } from '../page/addresses.ts';

/** An old address, as in `toOldPath`, and its new address. */
export type OldAddress = { alias: string } & Omit<OldAddressProducer, 'kind' | 'route'>;

interface OldAddressSources {
  /** In the order of precedence: see below. */
  pages: readonly Page[];
  redirects: readonly Redirect[];
  /** Every other address of the site. */
  current: ReadonlyMap<string, SiteAddress>;
  addresses: Pick<Addresses, 'path'>;
}

/**
 * Returns the old addresses in the author's list of redirects and in `aliases` of pages. If both have
 * an old address, the list takes precedence, then the first page. An address that the site serves, in the
 * same or another case, or that is below a file of the site, is not redirected.
 */
export function claimOldAddresses({
  pages,
  redirects,
  current,
  addresses,
}: OldAddressSources): OldAddress[] {
  const taken = new Map<string, OldAddress>();
  const titles = new Map(pages.map(({ href, title }) => [href, title.text]));
  const isBelowFile = (alias: string) =>
    toParentPaths(alias).some((path) => {
      const above = current.get(path);
      return above && (isFile(above) || above.file.endsWith('/'));
    });
  const findSpelling = createSpellingFinder(current);
  const claim = (alias: string, rest: Omit<OldAddress, 'alias' | 'title'>) => {
    if (taken.has(alias) || findSpelling(alias) !== undefined || isBelowFile(alias)) return;
    const title = titles.get(rest.href);
    taken.set(alias, { alias, ...rest, ...(title !== undefined && { title }) });
  };
  for (const { from, to } of redirects) {
    const href = isExternalUrl(to) ? to : addresses.path(encodeRawPath(to));
    claim(from, { href, isFile: isFileMove(from, to) });
  }
  for (const page of pages) {
    for (const alias of toAliasPaths(page)) claim(alias, { href: page.href, isFile: false, page });
  }
  return [...taken.values()];
}

/** Returns the new address for each alias of a page; undefined for one that several pages declare. */
export function toAliasTargets(pages: readonly Page[]): Map<string, string | undefined> {
  const targets = new Map<string, string | undefined>();
  for (const page of pages) {
    for (const alias of toAliasPaths(page)) {
      const isShared = targets.has(alias) && targets.get(alias) !== page.href;
      targets.set(alias, isShared ? undefined : page.href);
    }
  }
  return targets;
}

function toAliasPaths({ aliases, href }: Page): string[] {
  const paths = aliases.flatMap((alias) => toOldPath(alias) ?? []);
  return paths.filter((path) => canRedirect(path, href));
}

/** Encodes a path that the author may have encoded already. */
function encodeRawPath(path: string): string {
  return encodeURI(path).replace(/%25([0-9a-f]{2})/gi, '%$1');
}
