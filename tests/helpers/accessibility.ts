import type { Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

const options: RunOptions = {
  runOnly: [
    ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
    'best-practice',
  ],
  resultTypes: ['violations'],
  // Style sheets are fetched for one experimental rule alone, which is not among these.
  preload: false,
};

/**
 * Returns what axe-core finds wrong on a page as it is now (WCAG 2.2 A and AA, and its best practices),
 * one line for each element. A page may be asked again after its width or colours have changed.
 *
 * axe-core runs in the page itself: `@axe-core/playwright` opens a second page for each answer and
 * takes ten times as long.
 */
export async function findViolations(page: Page): Promise<string[]> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  }
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    options,
  );
  return violations.flatMap(describeViolation);
}

function describeViolation({ id, help, nodes }: AxeResults['violations'][number]): string[] {
  return nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target} ${failureSummary}`);
}
