import { toParentPaths, type SiteAddress } from './site-address.ts';

/** Two producers of one address, or a file at an address with other addresses below it. */
export interface AddressConflict {
  served: SiteAddress;
  dropped: SiteAddress;
}

/**
 * The precedence of producers, highest first. Built-in pages and files are last: one that a later
 * version adds never takes an address from the author.
 */
const producerRanks = ['page', 'public', 'file', 'built-in'];

/**
 * Decides which producer has each address. Pages whose addresses differ only in case conflict, because
 * some file systems cannot hold both.
 * @returns The addresses that are served, in their order, and the conflicts.
 */
export function resolveConflicts(candidates: readonly SiteAddress[]): {
  served: SiteAddress[];
  conflicts: AddressConflict[];
} {
  const taken = new Map<string, SiteAddress>();
  const below = new Map<string, SiteAddress>();
  const pages = new Map<string, SiteAddress>();
  const files = new Map<string, SiteAddress>();
  const conflicts: AddressConflict[] = [];
  const toRank = ({ producer }: SiteAddress) => producerRanks.indexOf(producer.kind);
  for (const address of candidates.toSorted((a, b) => toRank(a) - toRank(b))) {
    const { path, producer } = address;
    const isPage = producer.kind === 'page';
    const ancestors = toParentPaths(address.file.normalize('NFC'));
    const served =
      taken.get(path) ??
      (isPage ? pages.get(path.toLowerCase()) : undefined) ??
      ancestors.map((above) => files.get(above)).find(Boolean) ??
      below.get(address.file.normalize('NFC'));
    if (served) {
      conflicts.push({ served, dropped: address });
      continue;
    }
    taken.set(path, address);
    files.set(address.file.normalize('NFC'), address);
    if (isPage) pages.set(path.toLowerCase(), address);
    for (const above of ancestors) if (!below.has(above)) below.set(above, address);
  }
  return { served: candidates.filter((address) => taken.get(address.path) === address), conflicts };
}
