import { publishProblems, type TextProgress } from './channels.ts';
import type { Problem } from '../parse/problem.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';
import type { ReadSections } from './site-contents.ts';
import { afterFirstPage } from './first-page.ts';
import { formatNumber, formatReport, formatTextProgress } from './format-report.ts';

/** Milliseconds after a start or a change until a dev server checks the site: by then, open pages have loaded. */
const CHECK_DELAY = 400;

/**
 * Collects the problems of all collections and prints them together when the last collection is loaded. Astro loads
 * collections in parallel. A dev server shows pages first and reports problems after that.
 */
export interface ProblemReport {
  /** @throws ContentError in a build if there is an error; a dev server continues. */
  publish(
    collection: string,
    problems: Problem[],
    dev: boolean,
    /** The pages of a section with the files next to them. They are checked together when all sections are read. */
    pages?: ReadonlyMap<ParsedPage, readonly string[]>,
  ): void;
  /** In a dev server: waits with checks and reports until `release` is called, because several collections change. */
  hold(): void;
  release(): void;
}

/** Stops a build after the report was printed. */
class ContentError extends Error {
  override name = 'ContentError';
  hint = 'Each problem above names its file and line, and says how to fix it.';
}

/**
 * Creates a report.
 * @param checkTogether Checks what depends on the pages of all sections.
 * @param countTexts Returns of how many pages a dev server has checked the texts.
 */
export function createProblemReport(
  collections: readonly string[],
  checkTogether: (read: ReadSections) => Problem[] = () => [],
  countTexts: () => TextProgress = () => ({ checked: 0, total: 0 }),
): ProblemReport {
  const byCollection = new Map<string, Problem[]>();
  const sections = new Map<string, ReadonlyMap<ParsedPage, readonly string[]>>();
  let printed = '';
  /** Whether the last report was made before all texts were checked. */
  let wasPartial = false;
  let isHeld = false;
  let timer: NodeJS.Timeout | undefined;

  const reportInDev = () => report(true);

  function reportLater(): void {
    clearTimeout(timer);
    timer = setTimeout(() => afterFirstPage(reportInDev), CHECK_DELAY);
  }

  function report(dev: boolean): void {
    if (isHeld || collections.some((name) => !byCollection.has(name))) return;
    const allProblems = [...[...byCollection.values()].flat(), ...checkTogether(sections)];
    // A build reads each section once. Its parsed files are not needed while the pages are made.
    if (!dev) sections.clear();
    const texts = countTexts();
    publishProblems(allProblems, texts);
    const text = allProblems.length > 0 ? formatForStderr(allProblems) : '';
    const isPartial = texts.checked < texts.total;
    const lines = text === printed ? [] : [text || 'All problems are fixed.'];
    if (isPartial && (!wasPartial || text !== printed)) lines.push(formatTextProgress(texts));
    if (!isPartial && wasPartial) lines.push(`All ${formatNumber(texts.total)} texts are checked.`);
    if (lines.length > 0) process.stderr.write(`\n${lines.join('\n')}\n`);
    [printed, wasPartial] = [text, isPartial];
    const errors = allProblems.filter(({ severity }) => severity === 'error').length;
    if (errors > 0 && !dev) throw new ContentError(formatStop(errors));
  }

  return {
    publish(collection, problems, dev, pages) {
      byCollection.set(collection, problems);
      if (pages) sections.set(collection, pages);
      if (dev) reportLater();
      else report(false);
    },
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      reportLater();
    },
  };
}

/** Formats problems for the standard error stream, in colours if it is a terminal. */
export function formatForStderr(problems: Problem[]): string {
  const color = process.stderr.isTTY && !process.env['NO_COLOR'];
  return formatReport(problems, { color });
}

function formatStop(errors: number): string {
  const count = errors === 1 ? 'one error' : `${errors} errors`;
  return `The site was not built, because its content has ${count}.`;
}
