import { diffArrays } from 'diff';

/** Matching items of two lists; one of them is missing if it has no match. */
export interface Pair<T> {
  before?: T;
  after?: T;
}

/** Pairs two lists in their order, so that as many pairs as possible are the same. */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (before: T, after: T) => boolean,
): Pair<T>[] {
  // Limits the time for lists with few common items.
  const options = { comparator: isSame, maxEditLength: 5000 };
  const changes = diffArrays([...before], [...after], options);
  if (changes === undefined) return [...before.map(onlyBefore), ...after.map(onlyAfter)];
  const remaining = { before: [...before], after: [...after] };
  return changes.flatMap(({ count, added, removed }): Pair<T>[] => {
    if (added) return remaining.after.splice(0, count).map(onlyAfter);
    if (removed) return remaining.before.splice(0, count).map(onlyBefore);
    const matches = remaining.after.splice(0, count);
    return remaining.before
      .splice(0, count)
      .map((item, i) => ({ before: item, after: matches[i]! }));
  });
}

/**
 * Returns the differences between two lists: similar items, one removed and one added in the same place,
 * as pairs; other items alone.
 * @param isAlike Whether one item can be a changed form of another.
 */
export function changedPairs<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (before: T, after: T) => boolean,
  isAlike: (before: T, after: T) => boolean,
): Pair<T>[] {
  const changed: Pair<T>[] = [];
  let run: Pair<T>[] = [];
  const endRun = () => {
    const removed = run.flatMap((pair) => ('before' in pair ? [pair.before as T] : []));
    const added = run.flatMap((pair) => ('after' in pair ? [pair.after as T] : []));
    changed.push(...align(removed, added, isAlike));
    run = [];
  };
  for (const pair of align(before, after, isSame)) {
    if ('before' in pair && 'after' in pair) endRun();
    else run.push(pair);
  }
  endRun();
  return changed;
}

function onlyBefore<T>(before: T): Pair<T> {
  return { before };
}

function onlyAfter<T>(after: T): Pair<T> {
  return { after };
}
