import type { FullCode, Severity } from './finding.ts';

/**
 * The codes of errors. They stop the build, because a page cannot be made or would state something
 * false. `*` matches any topic.
 */
const errorCodes: ReadonlySet<string> = new Set([
  'front-matter/missing',
  'front-matter/unclosed',
  'front-matter/unreadable',
  'front-matter/too-large',
  'file/undecodable',
  'file/mdx-encoding',
  'file/mdx-lost-character',
  'file/mdx-syntax',
  '*/title-missing',
  '*/title-unreadable',
  '*/date-missing',
  'talk/date-unreadable',
  '*/unknown-timezone',
  'person/name-missing',
  '*/duplicate-address',
  '*/reserved-address',
  'address/duplicate',
  'deck/mdx',
  '*/outside-site',
  'site/missing-file',
  'site/missing',
  'site/name',
  'site/url',
  'site/base',
]);

/** The codes of warnings that would otherwise be errors by the code of any topic. */
const warningCodes: ReadonlySet<string> = new Set(['text/outside-site']);

/** The codes of notes. */
const noteCodes: ReadonlySet<string> = new Set([
  'file/linked-text',
  '*/skipped',
  'page/not-linked',
  'bib/not-shown',
  '*/placeholder',
  '*/author-notes',
  '*/range-or-offset',
  '*/date-without-delivery',
  '*/utc-time',
  'post/future-date',
  'address/replaced',
  'redirect/windows-name',
  'home-text/unused',
]);

/** Returns the severity of a code. A code that is neither an error nor a note is a warning. */
export function toSeverity(code: FullCode): Severity {
  const anyTopic = `*${code.slice(code.indexOf('/'))}`;
  const isIn = (codes: ReadonlySet<string>) => codes.has(code) || codes.has(anyTopic);
  if (isIn(errorCodes) && !warningCodes.has(code)) return 'error';
  return isIn(noteCodes) ? 'note' : 'warning';
}
