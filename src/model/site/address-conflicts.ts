import { isFile, pathsAbove, type SiteAddress } from './site-address.ts';

/** Two producers of one address, or a file at an address that has others below it. */
export interface AddressConflict {
  served: SiteAddress;
  dropped: SiteAddress;
}

/**
 * The order in which producers have a claim to an address. What Lectern generates comes last: a page or
 * file that a later version adds never takes an address from the author.
 */
const ranks = ['page', 'public', 'file', 'built-in'];

/**
 * Decides which producer has each address. Pages whose addresses differ only in case conflict, because
 * some file systems cannot hold both.
 * @returns What is served, in the order given, and what is not.
 */
export function resolveConflicts(candidates: readonly SiteAddress[]): {
  served: SiteAddress[];
  conflicts: AddressConflict[];
} {
  const taken = new Map<string, SiteAddress>();
  const below = new Map<string, SiteAddress>();
  const pages = new Map<string, SiteAddress>();
  const conflicts: AddressConflict[] = [];
  const rankOf = ({ producer }: SiteAddress) => ranks.indexOf(producer.kind);
  for (const address of candidates.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const { path, producer } = address;
    const isPage = producer.kind === 'page';
    const ancestors = pathsAbove(path);
    const served =
      taken.get(path) ??
      (isPage ? pages.get(path.toLowerCase()) : undefined) ??
      ancestors.map((above) => taken.get(above)).find((above) => above && isFile(above)) ??
      (isFile(address) ? below.get(path) : undefined);
    if (served) {
      conflicts.push({ served, dropped: address });
      continue;
    }
    taken.set(path, address);
    if (isPage) pages.set(path.toLowerCase(), address);
    for (const above of ancestors) if (!below.has(above)) below.set(above, address);
  }
  return { served: candidates.filter((one) => taken.get(one.path) === one), conflicts };
}
