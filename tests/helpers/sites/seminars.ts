import { lookalike, seed } from '../seminars.ts';

/** Talks that were written for Hugo Academic. */
export const seminarFiles = Object.fromEntries(
  [seed, lookalike]
    .filter(({ text }) => text !== undefined)
    .map(({ slug, text }) => [`content/talks/${slug}/index.md`, text ?? '']),
);
