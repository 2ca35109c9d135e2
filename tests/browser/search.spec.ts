import { expect, test, type Page } from '@playwright/test';
import { findViolations } from '../helpers/browser/accessibility.ts';

const origin = () => process.env.LECTERN_TEST_ORIGIN ?? '';

const open = (page: Page, path: string) => page.goto(`${origin()}${path}`);
const field = (page: Page) => page.getByRole('searchbox');
const status = (page: Page) => page.getByRole('status');
const titles = (page: Page) =>
  page.getByRole('region', { name: 'Search results' }).getByRole('heading');

/** Returns a list that fills with the files of the index that the page requests. */
function recordIndexRequests(page: Page): string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/pagefind/')) files.push(request.url());
  });
  return files;
}

test('the index is not loaded before the field has the focus', async ({ page }) => {
  const files = recordIndexRequests(page);
  for (const path of ['/', '/talks/', '/talks/nyu-compression/', '/search/']) {
    await open(page, path);
    await page.waitForLoadState('networkidle');
  }
  expect(files).toEqual([]);
  await field(page).focus();
  await expect.poll(() => files.length).toBeGreaterThan(2);
  expect(files.filter((file) => !file.startsWith(origin()))).toEqual([]);
});

for (const keys of ['/', 'Control+k', 'Meta+k']) {
  test(`${keys} opens the search field from any page`, async ({ page }) => {
    await open(page, '/talks/nyu-compression/');
    await page.keyboard.press(keys);
    await expect(page).toHaveURL(/\/search\/#q$/);
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('');
    await page.getByRole('combobox', { name: 'Year' }).focus();
    await page.getByRole('link', { name: 'Talks' }).focus();
    await page.keyboard.press(keys);
    await expect(field(page)).toBeFocused();
  });
}

test('the shortcuts do nothing with other keys, while typing, or when turned off', async ({
  page,
}) => {
  await open(page, '/talks/');
  for (const keys of ['k', 'Control+/', 'Alt+/', 'Control+Shift+k', 'Control+Alt+k']) {
    await page.keyboard.press(keys);
  }
  await expect(page).toHaveURL(/\/talks\/$/);
  await open(page, '/search/');
  await field(page).pressSequentially('a/b');
  await expect(field(page)).toHaveValue('a/b');
  await open(page, '/search/');
  await page.getByRole('checkbox').uncheck();
  await open(page, '/talks/');
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/\/talks\/$/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('checkbox')).not.toBeChecked();
});

for (const [attribute, words, title] of [
  ['title', 'held-out set', 'What a held-out set costs'],
  ['event', 'NYU CDS Seminar', 'Compression in deep learning: an information-theory perspective'],
  ['formula', 'I(X;T)', 'Compression in deep learning: an information-theory perspective'],
  ['day', '18 November 2021', 'Should a department own its computers?'],
  ['town without its accents', 'krakow', 'Compression after the fact'],
] as const) {
  test(`a talk is found by its ${attribute}`, async ({ page }) => {
    await open(page, '/search/');
    await field(page).pressSequentially(words);
    await expect(titles(page).first()).toHaveText(title);
    await expect(status(page)).toHaveText(/^\d+ results?$/);
    await expect(page).toHaveURL(({ searchParams }) => searchParams.get('q') === words);
  });
}

test('talks are found by a person and by a tag', async ({ page }) => {
  await open(page, '/search/?q=Your+Name');
  await expect(status(page)).toHaveText(/^[23]\d results$/);
  await open(page, '/search/?q=self-supervised');
  await expect(titles(page)).not.toHaveCount(0);
});

test('posts and projects are found, and results can be limited to a section', async ({ page }) => {
  await open(page, '/search/?q=coding');
  await expect(titles(page).first()).toHaveText('Learning as coding');
  await page.getByRole('combobox', { name: 'Section' }).selectOption('Projects');
  await expect(page).toHaveURL(/\/search\/\?q=coding&in=projects$/);
  await open(page, '/search/?in=projects');
  await expect(status(page)).toHaveText('3 results');
  await expect(titles(page).first()).toHaveText('Bits per weight');
  await open(page, '/search/?q=slides+text+files');
  await expect(titles(page).first()).toHaveText('Why my slides are text files');
});

test('matches are highlighted', async ({ page }) => {
  await open(page, '/search/?q=I(X;T)');
  await expect(page.locator('mark').first()).toHaveText('I(X;T)');
});

test('year and tag filter results, also without words, and Back undoes it', async ({ page }) => {
  await open(page, '/search/?in=talks');
  await page.getByRole('combobox', { name: 'Year' }).selectOption('2021');
  await expect(status(page)).toHaveText('2 results');
  await expect(page.locator('#search-hits .day')).toHaveText([
    '18 November 2021',
    '22 September 2021',
  ]);
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('information theory');
  await expect(status(page)).toHaveText('1 result');
  await expect(page).toHaveURL(/\/search\/\?in=talks&year=2021&tag=information-theory$/);
  await page.goBack();
  await expect(status(page)).toHaveText('2 results');
  await expect(page.getByRole('combobox', { name: 'Tag' })).toHaveValue('');
  await page.goBack();
  await expect(status(page)).toHaveText('14 results');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(status(page)).toHaveText('');
  await expect(page.getByRole('link', { name: 'teaching', exact: true })).toBeVisible();
});

test('an address opens the same search, and Back from a result returns to it', async ({ page }) => {
  await open(page, '/search/?q=compression&year=2021&tag=nonsense');
  await expect(field(page)).toHaveValue('compression');
  await expect(page.getByRole('combobox', { name: 'Year' })).toHaveValue('2021');
  await expect(status(page)).toHaveText('1 result');
  await titles(page).getByRole('link').click();
  await expect(page).toHaveURL(/\/talks\/nyu-compression\/$/);
  await page.goBack();
  await expect(titles(page)).toHaveCount(1);
});

test('without results it says so and shows the lists', async ({ page }) => {
  for (const words of ['zebra', 'compression zebra', 'qwertz']) {
    await open(page, `/search/?q=${words}`);
    await expect(status(page)).toContainText(
      `No results for “${words}”. Try fewer or different words`,
    );
    await expect(titles(page)).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'information theory' })).toBeVisible();
    await expect(page.locator('main').getByRole('link', { name: '2021' })).toBeVisible();
  }
  await open(page, '/search/?q=krakow&year=2021');
  await expect(status(page)).toHaveText(
    'No results for “krakow” with the selected year, but 2 results without it.',
  );
});

test('an index that cannot be loaded is reported, and the lists remain', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await open(page, '/search/?q=knots');
  await expect(status(page)).toContainText('could not be loaded');
  await expect(page.getByRole('link', { name: 'teaching', exact: true })).toBeVisible();
});

test('search works with the keyboard, and Esc clears it', async ({ page }) => {
  await open(page, '/');
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('compression');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(/^\d+ results$/);
  await expect(field(page)).toBeFocused();
  const stops = ['Search', 'All', 'Any', 'Any', 'Clear', 'Compression after the fact'];
  for (const stop of stops) {
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toContainText(stop);
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
  await expect(status(page)).toHaveText('');
  await expect(page).toHaveURL(/\/search\/$/);
});

test('the button shows more results and moves the focus to them', async ({ page }) => {
  await open(page, '/search/?q=Your+Name&in=talks');
  await expect(status(page)).toHaveText(/^1\d results$/);
  await expect(titles(page)).toHaveCount(10);
  await page.getByRole('button', { name: 'Show more results' }).press('Enter');
  await expect(page.locator('#search-hits li:nth-child(11) a')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Show more results' })).toBeHidden();
});

test('axe finds no violations with results and without', async ({ browser }) => {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  for (const query of ['q=information', 'q=zebra']) {
    await open(page, `/search/?${query}`);
    if (query === 'q=information') await expect(titles(page).first()).toBeVisible();
    await expect(status(page)).not.toHaveText('');
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const state = `${query} at ${width} px, ${colorScheme}`;
        expect.soft(await findViolations(page), state).toEqual([]);
      }
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(scrollWidth, query).toBeLessThanOrEqual(width);
    }
  }
  await page.close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('tags and years link to the talks, and the form is hidden', async ({ page }) => {
    await open(page, '/search/?q=knots');
    await expect(page.locator('noscript p')).toContainText('Search needs JavaScript');
    await expect(page.getByRole('search')).toBeHidden();
    await expect(page.getByText('Ctrl K')).toBeHidden();
    await expect(page.getByRole('link', { name: 'teaching', exact: true })).toBeVisible();
    await page.locator('main').getByRole('link', { name: '2021' }).click();
    await expect(page.getByRole('heading', { name: '2021' })).toBeInViewport();
  });
});
