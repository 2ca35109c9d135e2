/** By code units: the same order on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The least weight first; what has none stands last. */
export function compareWeights(a: { weight?: number }, b: { weight?: number }): number {
  return compareNumbers(a.weight ?? Infinity, b.weight ?? Infinity);
}

/** The newest first; what is not dated stands last. */
export function compareDays(a: { dated?: number }, b: { dated?: number }): number {
  return compareNumbers(b.dated ?? -Infinity, a.dated ?? -Infinity);
}

/** Infinity less infinity is no number. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
