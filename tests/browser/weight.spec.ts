import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { servedSites } from '../helpers/browse.ts';

const KB = 1024;
const picture = /\.(avif|gif|jpe?g|png|svg|webp)$/;

/** What a first visit sends, as a server with gzip would, pictures left out. In bytes. */
async function weigh(page: Page, path: string): Promise<{ all: number; scripts: number }> {
  const sent: Promise<{ type: string; size: number }>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (picture.test(pathname)) return;
    const type = response.request().resourceType();
    // WOFF2 is compressed already.
    const size = (body: Buffer) => (type === 'font' ? body.length : gzipSync(body).length);
    sent.push(response.body().then((body) => ({ type, size: size(body) })));
  });
  await page.goto(`${process.env.LECTERN_TEST_ORIGIN}${path}`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const files = await Promise.all(sent);
  const sum = (found: typeof files) => found.reduce((bytes, { size }) => bytes + size, 0);
  return { all: sum(files), scripts: sum(files.filter(({ type }) => type === 'script')) };
}

const talks = servedSites()['sample']?.pages.filter(
  (path) => /^\/talks\/[^/]+\/$/.test(path) && path !== '/talks/tags/',
);

test('a talk is sent in 60 KB with formulas and in 35 KB without, pictures left out', async ({
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

for (const [what, path, most] of [
  ['the home page', '/', 80],
  ['the list', '/talks/', 80],
] as const) {
  test(`${what} is sent in ${most} KB, without pictures`, async ({ page }) => {
    const { all, scripts } = await weigh(page, path);
    expect(all).toBeLessThanOrEqual(most * KB);
    expect(scripts).toBeLessThanOrEqual(5 * KB);
  });
}

test('nothing moves while a page is drawn', async ({ page }) => {
  await page.addInitScript(recordShifts);
  for (const path of ['/', '/talks/', '/talks/certified-information/']) {
    await page.goto(`${process.env.LECTERN_TEST_ORIGIN}${path}`, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // Shifts are reported in order: once ours is, all that came before it are.
    const before = await page.evaluate(() => performance.now());
    await page.evaluate(() => {
      const block = document.createElement('div');
      block.style.height = '300px';
      document.body.prepend(block);
    });
    const ours = (at: number) => window.shifts.some(({ startTime }) => startTime >= at);
    await page.waitForFunction(ours, before);
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
