import { expect, test, type Page } from '@playwright/test';
import { printPage } from '../helpers/browser/print.ts';

/** The configured URL of the sample site. */
const host = 'https://lectern.example';
const formats = ['A4', 'Letter'] as const;

async function open(page: Page, path: string) {
  await page.goto(`${process.env.LECTERN_TEST_ORIGIN}${path}`, { waitUntil: 'networkidle' });
}

for (const format of formats) {
  test(`a talk is printed on one page of ${format}`, async ({ page }) => {
    await open(page, '/talks/compression-after-the-fact/');
    const { pages, text, code } = await printPage(page, format);
    expect(pages).toBe(1);
    expect(code).toBe(`${host}/talks/compression-after-the-fact/`);
    for (const words of [
      'Your Name lectern.example',
      'Compression after the fact',
      'Code https://example.org/code/compression-after-the-fact',
      'Talk at Workshop on Theory and Practice of Model Compression',
    ])
      expect(text).toContain(words);
    for (const word of ['Skip to', 'Tags', 'Search', 'Earlier talk', 'Subscribe', '@misc'])
      expect(text).not.toContain(word);
  });

  test(`the list of talks prints each talk once on ${format}`, async ({ page }) => {
    await open(page, '/talks/');
    const shown = await page.locator('.entry:visible .title').count();
    const { pages, text } = await printPage(page, format);
    expect(pages).toBe(1);
    expect(shown).toBeGreaterThan(10);
    const dates = /\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/g;
    expect(text.match(dates)).toHaveLength(shown);
    for (const title of ['What a held-out set costs', 'Compression after the fact'])
      expect(text.split(title)).toHaveLength(2);
    expect(text).not.toContain('Slides');
  });
}

test('links to files of the site are printed with its host', async ({ page }) => {
  await open(page, '/talks/certified-information/');
  const { pages, text } = await printPage(page, 'A4');
  expect(pages).toBe(1);
  expect(text).toContain('Slides https://lectern.example/talks/certified-information/slides.pdf');
});

test('the address of a link in a text is printed once', async ({ page }) => {
  await open(page, '/talks/own-computers/');
  await page
    .locator('article .prose')
    .first()
    .evaluate((prose) => {
      const address = 'https://example.net/a';
      prose.innerHTML = `<p>See <a href="${address}">it</a>, <a class="bare" href="${address}/b">${address}/b</a>, <a href="/files/c.pdf">c</a>.</p>`;
    });
  const { text } = await printPage(page, 'A4');
  expect(text.replace(/\s/g, '')).toContain(
    'Seeit(https://example.net/a),https://example.net/a/b,c(https://lectern.example/files/c.pdf).',
  );
});

test('a talk that has just ended is printed below its year', async ({ page }) => {
  const vienna = 'How short can a description of a trained network be?';
  await page.clock.install({ time: new Date('2034-05-17T17:59:00+02:00') });
  await open(page, '/talks/');
  await page.clock.fastForward('02:00');
  const { text } = await printPage(page, 'A4');
  expect(text.split(vienna)).toHaveLength(2);
  expect(text.indexOf(vienna)).toBeGreaterThan(text.indexOf('2034'));
});

test.describe('a dark page', () => {
  test.use({ colorScheme: 'dark' });

  test('is printed black on white', async ({ page }) => {
    await open(page, '/talks/compression-after-the-fact/');
    await page.evaluate(() => localStorage.setItem('scheme', 'dark'));
    await page.reload();
    const { code } = await printPage(page, 'A4');
    expect(code).toBe(`${host}/talks/compression-after-the-fact/`);
    await page.emulateMedia({ media: 'print' });
    const colours = await page.locator('body').evaluate((body) => {
      const { color, backgroundColor, colorScheme } = getComputedStyle(body);
      return { color, backgroundColor, colorScheme };
    });
    expect(colours).toEqual({
      color: 'rgb(0, 0, 0)',
      backgroundColor: 'rgb(255, 255, 255)',
      colorScheme: 'light',
    });
  });
});

test('a talk prints the same without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await open(page, '/talks/compression-after-the-fact/');
  const { pages, text, code } = await printPage(page, 'A4');
  expect({ pages, code }).toMatchObject({ pages: 1, code: expect.stringContaining('https://') });
  expect(text).toContain('Talk at Workshop');
  await context.close();
});

for (const format of formats) {
  test(`the CV takes two pages of ${format}`, async ({ page }) => {
    await open(page, '/cv/');
    const { pages, text } = await printPage(page, format);
    expect(pages).toBe(2);
    for (const words of [
      'Your Name',
      'you@example.org',
      'github.com',
      '2021–present',
      '1 / 2',
      '2 / 2',
    ])
      expect(text).toContain(words);
    for (const word of ['Skip to', 'Search', 'Subscribe', 'PDF']) expect(text).not.toContain(word);
    // The name is in the title and in publications, not in the header and footer of the site.
    const shown = await page.locator('main').innerText();
    expect(text.split('Your Name')).toHaveLength(shown.split('Your Name').length);
  });
}
