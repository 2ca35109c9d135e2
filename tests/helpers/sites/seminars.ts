import { similarSeminar, realSeminar } from '../seminars.ts';

/** Talks that were written for Hugo Academic. */
export const seminarFiles = Object.fromEntries(
  [realSeminar, similarSeminar]
    .filter(({ text }) => text !== undefined)
    .map(({ slug, text }) => [`content/talks/${slug}/index.md`, text ?? '']),
);
