import { describe, test } from 'vitest';

/** The input of a suite. */
export interface Source<T> {
  /** The title of the suite. */
  name: string;
  /** The input, or the reason why this machine does not have it, such as `no ../shared/corpus`. */
  input: T | { absent: string };
}

/**
 * Registers a suite once for each source. A source that is absent becomes one skipped test, whose
 * title ends in the reason, `(skipped: no ../shared/corpus)`, from which the test runner counts.
 */
export function describeSources<T extends object>(
  sources: readonly Source<T>[],
  suite: (input: T, name: string) => void,
): void {
  for (const { name, input } of sources) {
    if ('absent' in input) skipTest(name, input.absent);
    else describe(name, () => suite(input, name));
  }
}

/** Registers a skipped test in place of one that cannot run on this machine. */
export function skipTest(title: string, reason: string): void {
  test.skip(`${title} (skipped: ${reason})`, () => {});
}

/** Calls `register` if a condition holds; otherwise registers one skipped test with the reason. */
export function registerWhere(
  condition: boolean,
  title: string,
  reason: string,
  register: () => void,
): void {
  if (condition) register();
  else skipTest(title, reason);
}
