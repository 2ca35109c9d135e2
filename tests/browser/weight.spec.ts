import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { getServedSites } from '../helpers/browser/served-sites.ts';

const KB = 1024;
const imageFile = /\.(avif|gif|jpe?g|png|svg|webp)$/;

/** Returns the bytes of a first visit, from a server with gzip, without images. */
async function weigh(page: Page, path: string): Promise<{ all: number; scripts: number }> {
  const responses: Promise<{ type: string; size: number }>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (imageFile.test(pathname)) return;
    const type = response.request().resourceType();
    // WOFF2 is compressed already.
    const sizeOf = (body: Buffer) => (type === 'font' ? body.length : gzipSync(body).length);
    responses.push(response.body().then((body) => ({ type, size: sizeOf(body) })));
  });
  await page.goto(`${process.env.LECTERN_TEST_ORIGIN}${path}`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const files = await Promise.all(responses);
  const sum = (selected: typeof files) => selected.reduce((bytes, { size }) => bytes + size, 0);
  return { all: sum(files), scripts: sum(files.filter(({ type }) => type === 'script')) };
}

const talks = getServedSites()['sample']?.pages.filter(
  (path) => /^\/talks\/[^/]+\/$/.test(path) && path !== '/talks/tags/',
);

test('a talk has at most 60 KB with formulas and 35 KB without, not counting images', async ({
  browser,
}) => {
  expect(talks?.length).toBeGreaterThan(10);
  for (const path of talks ?? []) {
    const page = await browser.newPage();
    const { all, scripts } = await weigh(page, path);
    const math = (await page.locator('.katex').count()) > 0;
    expect.soft(all, path).toBeLessThanOrEqual((math ? 60 : 35) * KB);
    expect.soft(scripts, path).toBeLessThanOrEqual(5 * KB);
    await page.close();
  }
});

for (const [name, path, maximum] of [
  ['the home page', '/', 80],
  ['the list', '/talks/', 80],
] as const) {
  test(`${name} has at most ${maximum} KB, not counting images`, async ({ page }) => {
    const { all, scripts } = await weigh(page, path);
    expect(all).toBeLessThanOrEqual(maximum * KB);
    expect(scripts).toBeLessThanOrEqual(5 * KB);
  });
}

test('nothing moves while a page loads', async ({ page }) => {
  await page.addInitScript(recordShifts);
  for (const path of ['/', '/talks/', '/talks/certified-information/']) {
    await page.goto(`${process.env.LECTERN_TEST_ORIGIN}${path}`, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // Shifts are reported in order: once this one is, all earlier ones are too.
    const before = await page.evaluate(() => performance.now());
    await page.evaluate(() => {
      const block = document.createElement('div');
      block.style.height = '300px';
      document.body.prepend(block);
    });
    const hasOwnShift = (at: number) => window.shifts.some(({ startTime }) => startTime >= at);
    await page.waitForFunction(hasOwnShift, before);
    const shifts = await page.evaluate(() => window.shifts);
    const sum = shifts
      .filter(({ startTime }) => startTime < before)
      .reduce((total, { value }) => total + value, 0);
    expect(sum, path).toBeLessThan(0.01);
  }
});

interface Shift {
  startTime: number;
  value: number;
}

declare global {
  interface Window {
    shifts: Shift[];
  }
}

/** In the browser: records each layout shift from the start of the page. */
function recordShifts(): void {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as Shift[]) {
      window.shifts.push({ startTime: entry.startTime, value: entry.value });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
