import { expect, test, type Page } from '@playwright/test';

const list = `${process.env.LECTERN_TEST_ORIGIN}/talks/`;
const titles = (page: Page) => page.locator('main h3:visible');
const choice = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Filter' }).getByRole('link', { name, exact: true });

test('picking leaves what has it, says how many, and can be taken back', async ({ page }) => {
  await page.goto(list);
  const all = await titles(page).count();
  await choice(page, 'Tutorial').click();
  const tutorials = await titles(page).count();
  expect(tutorials).toBeLessThan(all);
  await expect(page.getByRole('status')).toHaveText(`${tutorials} results`);
  await expect(page).toHaveURL(`${list}?only=kind-tutorial`);
  await expect(page.locator('main h2:visible').first()).toHaveText('Upcoming');
  await choice(page, 'Seminar').click();
  await expect(choice(page, 'Tutorial')).not.toHaveAttribute('aria-current');
  await expect(choice(page, 'Seminar')).toHaveAttribute('aria-current', 'true');
  await choice(page, 'Seminar').press('Enter');
  await expect(titles(page)).toHaveCount(all);
  await expect(page).toHaveURL(list);
});

test('a year with nothing left goes with its heading; an address keeps the choice', async ({
  page,
}) => {
  await page.goto(`${list}?only=with-slides`);
  const years = page.locator('main h2.year:visible');
  await expect(years).toHaveText(['2025', '2021', '2019']);
  await choice(page, 'All talks').click();
  expect(await years.count()).toBeGreaterThan(5);
});

test('without JavaScript a choice is a page', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(list);
  await choice(page, 'With slides').click();
  await expect(page).toHaveURL(`${list}with/slides/`);
  await expect(page.locator('h1')).toHaveText('Talks with slides');
  await page.close();
});

test('the list of publications is narrowed in the same way', async ({ page }) => {
  const publications = `${process.env.LECTERN_TEST_ORIGIN}/publications/`;
  await page.goto(publications);
  const all = await titles(page).count();
  await choice(page, 'Conference papers').click();
  const papers = await titles(page).count();
  expect(papers).toBeGreaterThan(1);
  expect(papers).toBeLessThan(all);
  await expect(page.locator('main h2.year:visible')).toHaveCount(papers);
  await expect(page).toHaveURL(`${publications}?only=kind-conference-paper`);
  await choice(page, 'All publications').click();
  await expect(titles(page)).toHaveCount(all);
});
