/**
 * Returns the known word that an author most likely meant; undefined if none is similar. Allows one typo
 * in words of up to four letters, and two in longer ones. Ignores case, `_` and `-`.
 */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const simplified = simplify(word);
  const limit = simplified.length <= 4 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const distance = editDistance(simplified, simplify(candidate), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Returns the edit distance, at most `limit`. A swap of neighbours counts as one edit. */
export function editDistance(from: string, to: string, limit = Infinity): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let previous: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1];
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (previous[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [previous, row] = [row, next];
  }
  return Math.min(row[to.length] ?? limit, limit);
}

function simplify(word: string): string {
  return word.toLowerCase().replace(/[_\s-]/g, '');
}
