import type { Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** The rules of axe-core that a change of colours can break; `tests/styles/colour-schemes.test.ts` says why. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * Returns the violations that axe-core finds on a page (WCAG 2.2 A and AA, and its best practices), one
 * line for each element. Call it again after the width or the colours of the page have changed.
 *
 * axe-core runs in the page itself: `@axe-core/playwright` opens a second page for each run and
 * takes ten times as long.
 *
 * @param rules `colour` leaves out the rules that do not depend on colours.
 */
export async function findViolations(
  page: Page,
  rules: 'all' | 'colour' = 'all',
): Promise<string[]> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  }
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    {
      runOnly: rules === 'all' ? [...standards, 'best-practice'] : colourRules,
      resultTypes: ['violations'],
      // Style sheets are fetched for one experimental rule alone, which is not among these.
      preload: false,
    } satisfies RunOptions,
  );
  return violations.flatMap(describeViolation);
}

function describeViolation({ id, help, nodes }: AxeResults['violations'][number]): string[] {
  return nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target} ${failureSummary}`);
}
