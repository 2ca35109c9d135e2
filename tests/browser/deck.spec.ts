import { expect, test, type Browser, type Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findViolations } from '../helpers/browser/accessibility.ts';

const deck = `${process.env.LECTERN_TEST_ORIGIN}/slides/compression-after-the-fact/`;
const slideCount = (page: Page) => page.locator('.bar .count');
const visibleHeading = (page: Page) =>
  page.locator('.slide.present:visible h2, .slide.present:visible h3');

async function openDeck(page: Page, address = deck) {
  await page.goto(address);
  await expect(slideCount(page)).toHaveText(/\d/);
}

test('keys move through slides and their fragments', async ({ page }) => {
  await openDeck(page);
  await expect(page.locator('header.sheet')).toBeHidden();
  await expect(slideCount(page)).toHaveText('1 / 12');
  await page.keyboard.press('ArrowRight');
  await expect(visibleHeading(page)).toHaveText('Large first, small afterwards');
  const entries = page.locator('.slide.present li .fragment');
  await expect(entries.first()).toBeHidden();
  await page.keyboard.press('Space');
  await expect(entries.first()).toBeVisible();
  await expect(entries.nth(1)).toBeHidden();
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  await expect(slideCount(page)).toHaveText('12 / 12');
});

test('the keys up and down move through a vertical stack of slides', async ({ page }) => {
  await openDeck(page, `${deck}#/2`);
  await expect(visibleHeading(page)).toHaveText('A code, and what it can afford');
  await page.keyboard.press('ArrowDown');
  await expect(visibleHeading(page)).toHaveText('Why the sum is at most one');
  await expect(page).toHaveURL(`${deck}#/2/1`);
  await page.keyboard.press('ArrowRight');
  await expect(visibleHeading(page)).toHaveText('The bound');
  await page.evaluate(() => {
    location.hash = 'what-may-not';
  });
  await expect(visibleHeading(page)).toHaveText('What may not');
});

test('the navigation bar moves forward and back, and keys still work after it', async ({
  page,
}) => {
  await openDeck(page);
  await page.getByRole('button', { name: 'Next slide' }).click();
  await expect(slideCount(page)).toHaveText('2 / 12');
  await page.getByRole('button', { name: 'Previous slide' }).press('Space');
  await expect(slideCount(page)).toHaveText('1 / 12');
  await page.keyboard.press('ArrowRight');
  await expect(slideCount(page)).toHaveText('2 / 12');
  await page.getByRole('link', { name: 'Compression after the fact' }).click();
  await expect(page).toHaveURL(/\/talks\/compression-after-the-fact\/$/);
  await page.getByRole('link', { name: 'View all 12 slides' }).click();
  await expect(page).toHaveURL(deck);
});

test('lines of code are highlighted step by step', async ({ page }) => {
  await openDeck(page, `${deck}#/5`);
  const marked = page.locator('.slide.present .marked');
  await expect(marked).toHaveCount(4);
  await page.keyboard.press('Space');
  await expect(marked).toHaveText([/bits = /, /allowed = /]);
  await page.keyboard.press('Space');
  await expect(marked).toHaveText([/return/]);
  await page.keyboard.press('ArrowLeft');
  await expect(marked).toHaveText([/bits = /, /allowed = /]);
});

test('a second window shows the notes, and both windows stay on the same slide', async ({
  page,
  context,
}) => {
  await openDeck(page);
  const opened = context.waitForEvent('page');
  await page.keyboard.press('s');
  const notes = await opened;
  await expect(notes.locator('.spoken')).toContainText('Thank the organisers');
  await expect(page.locator('.spoken')).toBeHidden();
  await notes.keyboard.press('ArrowRight');
  await expect(slideCount(page)).toHaveText('2 / 12');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('End');
  await expect(slideCount(notes)).toHaveText('12 / 12');
});

test('no slide is cut off', async ({ page }) => {
  await openDeck(page);
  const cutSlides = await page.locator('.slides').evaluate((slides) =>
    [...slides.querySelectorAll<HTMLElement>('.slide')].flatMap((slide) => {
      const stack = slide.closest<HTMLElement>('.stack');
      if (stack) stack.style.display = 'block';
      slide.style.display = 'flex';
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = slide;
      const fits = scrollHeight <= clientHeight + 2 && scrollWidth <= clientWidth;
      return fits ? [] : [slide.innerText];
    }),
  );
  expect(cutSlides).toEqual([]);
});

for (const javaScriptEnabled of [true, false]) {
  test(`prints one slide per page, without notes, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled, colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(deck, { waitUntil: 'networkidle' });
    if (javaScriptEnabled) await expect(slideCount(page)).toHaveText('1 / 12');
    const pages = await printToPdf(page);
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

test('is shown as text in a narrow window, without JavaScript, and with ?text', async ({
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
  const textPage = await visit({ viewport: { width: 390, height: 800 } });
  const scripts: string[] = [];
  textPage.on('request', (request) => scripts.push(request.url()));
  await textPage.getByRole('link', { name: 'View as slides' }).click();
  await expect(slideCount(textPage)).toHaveText('1 / 12');
  expect(scripts.some((url) => url.includes('deck-show'))).toBe(true);
  await textPage.context().close();
});

test('axe finds no violations on any slide, light or dark', async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await openDeck(page);
  for (let slide = 1; slide <= 12; slide += 1) {
    await expect(slideCount(page)).toHaveText(`${slide} / 12`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await findViolations(page), `slide ${slide}, ${colorScheme}`).toEqual([]);
    }
    // Shows every fragment of the slide, then the next slide.
    for (let i = 0; i < 6 && (await slideCount(page).innerText()) === `${slide} / 12`; i += 1)
      await page.keyboard.press('n');
  }
  expect(errors).toEqual([]);
  await context.close();
});

/** Returns the pages of the PDF that the browser prints, in the page size of the style sheet. */
async function printToPdf(page: Page): Promise<{ text: string; ratio: number }[]> {
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const task = getDocument({ data, verbosity: 0 });
  const pdf = await task.promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const pdfPage = await pdf.getPage(number);
    const { items } = await pdfPage.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    const { width, height } = pdfPage.getViewport({ scale: 1 });
    pages.push({ text: text.replace(/\s+/g, ' ').trim(), ratio: width / height });
  }
  await task.destroy();
  return pages;
}
