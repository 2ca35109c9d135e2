/** By code units: the same order on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The least weight first; what has none stands last. */
export function compareWeights(a: { weight?: number }, b: { weight?: number }): number {
  return compareNumbers(a.weight ?? Infinity, b.weight ?? Infinity);
}

/** The newest first; what is not dated stands last. */
export function compareDates(a: { dated?: number }, b: { dated?: number }): number {
  return compareNumbers(b.dated ?? -Infinity, a.dated ?? -Infinity);
}

/** Infinity less infinity is no number. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Entries of a list that have something in common. */
export interface Filter<Item = unknown> {
  /** What marks them in the list: `kind-keynote`, `with-video`. Of `kind-` an entry has one alone. */
  mark: string;
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

/** So many deliveries stand on a page of a selection or of a tag. */
export const itemsPerPage = 150;
