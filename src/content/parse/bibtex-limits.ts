import { MAX_VALUES } from './position.ts';

/** The limits of BibTeX files, which keep the time and memory of a build small. `docs/problems.md` explains them. */
export const bibLimits = {
  /** The size of a file, in bytes. */
  file: 20_000_000,
  /** The length of a value after its strings are inserted, in characters. */
  value: 100_000,
  /** The entries of a file. */
  entries: 20_000,
  /** The length of all values of a file after their strings are inserted, in characters. */
  total: 30_000_000,
  /** The keywords of all entries of a file: as many as the items of another file. */
  keywords: MAX_VALUES,
  /** The depth to which braces in a value are nested. */
  depth: 50,
  /** The problems with one code that are listed for a file. */
  problems: 20,
};
