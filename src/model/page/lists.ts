/** Compares texts by code units: the order is the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares by weight: the lowest first, entries without a weight last. */
export function compareWeights(a: { weight?: number }, b: { weight?: number }): number {
  return compareNumbers(a.weight ?? Infinity, b.weight ?? Infinity);
}

/** Compares by date: the newest first, entries without a date last. */
export function compareDates(a: { sortDate?: number }, b: { sortDate?: number }): number {
  return compareNumbers(b.sortDate ?? -Infinity, a.sortDate ?? -Infinity);
}

/** Compares numbers, which may be infinite: Infinity - Infinity is NaN. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Groups items by their keys, in their order. An item is once in each of its groups. */
export function groupByKeys<K, Item>(
  items: readonly Item[],
  toKeys: (item: Item) => readonly K[],
): Map<K, Item[]> {
  const groups = new Map<K, Item[]>();
  for (const item of items) {
    for (const key of new Set(toKeys(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** A filter of a list, with the entries that match it. */
export interface Filter<Item = unknown> {
  /** The key of its entries: `kind-keynote`, `with-video`. An entry has at most one `kind-` key. */
  key: string;
  /** The last part of its address. */
  slug: string;
  /** In the list of filters: `Keynote`, `With video`. */
  name: string;
  /** As the heading of a page: `Keynote`, `Talks with video`. */
  title: string;
  href: string;
  /** Newest first. */
  items: Item[];
}

/** The number of entries on a page of a long list. */
export const itemsPerPage = 150;
