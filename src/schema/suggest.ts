/**
 * The known word that an author most likely meant, or undefined when none is near: at most one
 * slip in words of up to four letters, two in longer ones. Case, `_` and `-` do not count.
 */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const simplified = simplify(word);
  const limit = simplified.length <= 4 ? 1 : 2;
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    const distance = editDistance(simplified, simplify(candidate), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Edit distance with swaps of neighbours counted as one; `limit` when it is that or more. */
export function editDistance(from: string, to: string, limit = Infinity): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let previous: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (previous[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [previous, row] = [row, next];
  }
  return Math.min(row[to.length] ?? limit, limit);
}

function simplify(word: string): string {
  return word.toLowerCase().replace(/[_\s-]/g, '');
}
