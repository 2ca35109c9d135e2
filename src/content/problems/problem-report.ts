import { checkMentions } from '../sections/check-mentions.ts';
import { tellProblems } from './problem-channel.ts';
import type { Problem } from './problem.ts';
import type { ReadPage } from '../pages/read-page.ts';
import { formatReport } from './report.ts';

/**
 * Gathers the problems of all collections, so that an author sees them together: Astro loads
 * collections side by side, and the last one to come in prints.
 */
export interface ProblemReport {
  /** @throws ContentError in a build when there is an error; a dev server goes on. */
  publish(
    collection: string,
    problems: Problem[],
    dev: boolean,
    /** The pages of a section, whose mentions of others are checked when all are read. */
    pages?: readonly ReadPage[],
  ): void;
}

/** What stops a build. Everything to say stands in the report that was printed before. */
export class ContentError extends Error {
  override name = 'ContentError';
  hint = 'Each problem above names its file, line and remedy.';
}

export function createProblemReport(collections: readonly string[]): ProblemReport {
  const byCollection = new Map<string, Problem[]>();
  const pages = new Map<string, readonly ReadPage[]>();
  let printed = '';
  return {
    publish(collection, problems, dev, read) {
      byCollection.set(collection, problems);
      if (read) pages.set(collection, read);
      if (collections.some((name) => !byCollection.has(name))) return;
      const all = [...[...byCollection.values()].flat(), ...checkMentions(pages)];
      if (dev) tellProblems(all);
      const text = formatReport(all, { color: process.stderr.isTTY && !process.env['NO_COLOR'] });
      if (all.length > 0 && text !== printed) process.stderr.write(`\n${text}\n`);
      if (all.length === 0 && printed !== '') process.stderr.write('\nAll problems are mended.\n');
      printed = all.length > 0 ? text : '';
      const errors = all.filter(({ severity }) => severity === 'error').length;
      if (errors > 0 && !dev) throw new ContentError(stopped(errors));
    },
  };
}

function stopped(errors: number): string {
  return `The site was not built: ${errors === 1 ? 'one error' : `${errors} errors`} in its content.`;
}
