import { expect, test, type Browser, type Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findViolations } from '../helpers/accessibility.ts';

const deck = `${process.env.LECTERN_TEST_ORIGIN}/slides/compression-after-the-fact/`;
const count = (page: Page) => page.locator('.bar .count');
const shown = (page: Page) => page.locator('.slide.present:visible h2, .slide.present:visible h3');

async function show(page: Page, address = deck) {
  await page.goto(address);
  await expect(count(page)).toHaveText(/\d/);
}

test('keys turn the slides, and show what is to come on them', async ({ page }) => {
  await show(page);
  await expect(page.locator('header.sheet')).toBeHidden();
  await expect(count(page)).toHaveText('1 / 12');
  await page.keyboard.press('ArrowRight');
  await expect(shown(page)).toHaveText('Large first, small afterwards');
  const entries = page.locator('.slide.present li .fragment');
  await expect(entries.first()).toBeHidden();
  await page.keyboard.press('Space');
  await expect(entries.first()).toBeVisible();
  await expect(entries.nth(1)).toBeHidden();
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  await expect(count(page)).toHaveText('12 / 12');
});

test('slides below one another are reached by the keys up and down', async ({ page }) => {
  await show(page, `${deck}#/2`);
  await expect(shown(page)).toHaveText('A code, and what it can afford');
  await page.keyboard.press('ArrowDown');
  await expect(shown(page)).toHaveText('Why the sum is at most one');
  await expect(page).toHaveURL(`${deck}#/2/1`);
  await page.keyboard.press('ArrowRight');
  await expect(shown(page)).toHaveText('The bound');
  await page.evaluate(() => {
    location.hash = 'what-may-not';
  });
  await expect(shown(page)).toHaveText('What may not');
});

test('the line at the foot goes on and back, and does not take the keys away', async ({ page }) => {
  await show(page);
  await page.getByRole('button', { name: 'Next slide' }).click();
  await expect(count(page)).toHaveText('2 / 12');
  await page.getByRole('button', { name: 'Previous slide' }).press('Space');
  await expect(count(page)).toHaveText('1 / 12');
  await page.keyboard.press('ArrowRight');
  await expect(count(page)).toHaveText('2 / 12');
  await page.getByRole('link', { name: 'Compression after the fact' }).click();
  await expect(page).toHaveURL(/\/talks\/compression-after-the-fact\/$/);
  await page.getByRole('link', { name: 'View all 12 slides' }).click();
  await expect(page).toHaveURL(deck);
});

test('lines of code are marked one step after the other', async ({ page }) => {
  await show(page, `${deck}#/5`);
  const marked = page.locator('.slide.present .marked');
  await expect(marked).toHaveCount(4);
  await page.keyboard.press('Space');
  await expect(marked).toHaveText([/bits = /, /allowed = /]);
  await page.keyboard.press('Space');
  await expect(marked).toHaveText([/return/]);
  await page.keyboard.press('ArrowLeft');
  await expect(marked).toHaveText([/bits = /, /allowed = /]);
});

test('a second window shows the notes, and both go together', async ({ page, context }) => {
  await show(page);
  const opened = context.waitForEvent('page');
  await page.keyboard.press('s');
  const notes = await opened;
  await expect(notes.locator('.spoken')).toContainText('Thank the organisers');
  await expect(page.locator('.spoken')).toBeHidden();
  await notes.keyboard.press('ArrowRight');
  await expect(count(page)).toHaveText('2 / 12');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('End');
  await expect(count(notes)).toHaveText('12 / 12');
});

test('every slide stands on its page, and none is cut off', async ({ page }) => {
  await show(page);
  const cut = await page.locator('.slides').evaluate((slides) =>
    [...slides.querySelectorAll<HTMLElement>('.slide')].flatMap((slide) => {
      const stack = slide.closest<HTMLElement>('.stack');
      if (stack) stack.style.display = 'block';
      slide.style.display = 'flex';
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = slide;
      const fits = scrollHeight <= clientHeight + 2 && scrollWidth <= clientWidth;
      return fits ? [] : [slide.innerText];
    }),
  );
  expect(cut).toEqual([]);
});

for (const javaScriptEnabled of [true, false]) {
  test(`is printed one slide a page, without notes, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled, colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(deck, { waitUntil: 'networkidle' });
    if (javaScriptEnabled) await expect(count(page)).toHaveText('1 / 12');
    const pages = await printed(page);
    await context.close();
    expect(pages.map(({ text }) => text.slice(0, 8))).toHaveLength(12);
    for (const { ratio } of pages) expect(ratio).toBeCloseTo(16 / 9, 1);
    expect(pages[0]?.text).toMatch(/^Compression after the fact/);
    expect(pages[1]?.text).toContain('Is that evidence');
    const all = pages.map(({ text }) => text).join(' ');
    for (const words of ['Thank the organisers', 'Back to', 'Notes', 'Skip', 'Subscribe'])
      expect(all).not.toContain(words);
  });
}

test('is a text on a narrow window, without JavaScript, and where it is wanted', async ({
  browser,
}) => {
  const visit = (options: Parameters<Browser['newContext']>[0], address = deck) =>
    browser.newContext(options).then(async (context) => {
      const page = await context.newPage();
      await page.goto(address, { waitUntil: 'networkidle' });
      return page;
    });
  for (const page of [
    await visit({ viewport: { width: 390, height: 800 } }),
    await visit({ javaScriptEnabled: false }),
    await visit({}, `${deck}?text`),
  ]) {
    for (const text of await page.locator('.slide h2, .slide h3').all())
      await expect(text).toBeVisible();
    await expect(page.getByText('Thank the organisers')).toBeVisible();
    await expect(page.locator('.slide .fragment').first()).toBeVisible();
    await expect(page.locator('.bar')).toBeHidden();
    await page.context().close();
  }
  const asked = await visit({ viewport: { width: 390, height: 800 } });
  const scripts: string[] = [];
  asked.on('request', (request) => scripts.push(request.url()));
  await asked.getByRole('link', { name: 'View as slides' }).click();
  await expect(count(asked)).toHaveText('1 / 12');
  expect(scripts.some((url) => url.includes('deck-show'))).toBe(true);
  await asked.context().close();
});

test('axe finds nothing on any slide, light or dark', async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await show(page);
  for (let slide = 1; slide <= 12; slide += 1) {
    await expect(count(page)).toHaveText(`${slide} / 12`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await findViolations(page), `slide ${slide}, ${colorScheme}`).toEqual([]);
    }
    // Shows every fragment of the slide, then the next slide.
    for (let i = 0; i < 6 && (await count(page).innerText()) === `${slide} / 12`; i += 1)
      await page.keyboard.press('n');
  }
  expect(errors).toEqual([]);
  await context.close();
});

/** The pages of the PDF that a browser makes of a page by its own style sheet. */
async function printed(page: Page): Promise<{ text: string; ratio: number }[]> {
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const task = getDocument({ data, verbosity: 0 });
  const pdf = await task.promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = await pdf.getPage(number);
    const { items } = await sheet.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    const { width, height } = sheet.getViewport({ scale: 1 });
    pages.push({ text: text.replace(/\s+/g, ' ').trim(), ratio: width / height });
  }
  await task.destroy();
  return pages;
}
