import { expect, test, type Page } from '@playwright/test';
import { findViolations } from '../helpers/browser/accessibility.ts';
import {
  getAbsentSites,
  getServedSites,
  sampleEachKind,
  visit,
} from '../helpers/browser/served-sites.ts';
import { inspectFocus, numberFocusable } from '../helpers/browser/focus.ts';
import { findOverlaps, findSmallTargets } from '../helpers/browser/layout.ts';

// Each page is loaded once for all checks; its width and colours are changed in place.

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Sites with our own texts: every fault of their pages is a fault of the program. */
const ownSites = ['sample', 'edges', 'arabic-site'];
/** How many pages of other sites `npm run test:full` visits: those that differ most. */
const maxPages = { 'real-talks': 50, imported: 15 };

for (const [name, reason] of Object.entries(getAbsentSites())) {
  test.skip(`${name}: pages (skipped: ${reason})`, { tag: '@full' }, () => {});
}

for (const [name, { origin, pages }] of Object.entries(getServedSites())) {
  const firstOfKind = new Set(ownSites.includes(name) ? sampleEachKind(pages, 1) : []);
  const varied = new Set(ownSites.includes(name) ? sampleEachKind(pages, 2) : []);
  for (const [index, address] of pages.entries()) {
    const isVaried = varied.has(address);
    const tag = selectTags(name, firstOfKind.has(address), index);
    test(`${name}: ${address} works for everyone`, { tag }, async ({ page }) => {
      const { foreignRequests, errors } = await visit(page, origin + address);
      // 320 px is also a window of 1280 px at a zoom of 400 % (WCAG 2.2, 1.4.10).
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await checkAccessibility(page, width, isVaried ? 'all' : 'colour');
        if (ownSites.includes(name)) await checkLayout(page, width);
      }
      if (ownSites.includes(name)) {
        await page.setViewportSize({ width: 3840, height: 900 });
        await checkLayout(page, 3840);
        await page.setViewportSize({ width: 1280, height: 720 });
        await checkKeyboard(page);
      }
      await loadAllImages(page);
      expect.soft(foreignRequests, 'requests to other hosts').toEqual([]);
      expect.soft(errors, 'errors').toEqual([]);
    });
  }
}

/** Returns no tag for pages of `npm test`, and `@long` for those of `npm run test:long` only. */
function selectTags(name: string, isFirstOfKind: boolean, index: number): string[] {
  if (ownSites.includes(name)) return isFirstOfKind ? [] : ['@full'];
  return [index < maxPages[name === 'real-talks' ? name : 'imported'] ? '@full' : '@long'];
}

async function checkLayout(page: Page, width: number): Promise<void> {
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(scrollWidth, `width of the page at ${width} px`).toBeLessThanOrEqual(width);
  expect.soft(await page.evaluate(findOverlaps), `overlapping texts at ${width} px`).toEqual([]);
  if (width > 320) return;
  expect.soft(await page.evaluate(findSmallTargets), 'targets below 44 px').toEqual([]);
}

/**
 * Checks a page with axe, in light and dark colours.
 * @param darkRules `colour` checks only contrast in the dark, for pages like one that was checked fully.
 */
async function checkAccessibility(
  page: Page,
  width: number,
  darkRules: 'all' | 'colour',
): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await findViolations(page), `axe at ${width} px, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await findViolations(page, darkRules), `axe at ${width} px, dark`).toEqual([]);
}

/** Checks that Tab visits everything in order, each focus is visible, and the skip link works. */
async function checkKeyboard(page: Page): Promise<void> {
  const expected = await page.evaluate(numberFocusable);
  const reached: number[] = [];
  for (const _ of expected) {
    await page.keyboard.press('Tab');
    const { index, faults } = await page.evaluate(inspectFocus);
    expect.soft(faults, `focus ${index}`).toEqual([]);
    reached.push(index);
  }
  expect.soft(reached, 'order of Tab').toEqual(expected);
  await page.keyboard.press('Tab');
  const afterLast = await page.evaluate(inspectFocus);
  expect.soft(afterLast.index, 'one more Tab leaves the page').toBe(-1);

  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect.soft(skip).toHaveAttribute('href', /^#/);
  await expect.soft(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect.soft(page.locator('main:target, :target main, main :target')).toHaveCount(1);
  if ((await page.locator('main a[href]').count()) === 0) return;
  await page.keyboard.press('Tab');
  await expect.soft(page.locator('main :focus')).toHaveCount(1);
}

/** Loads lazy images. */
async function loadAllImages(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  });
}
