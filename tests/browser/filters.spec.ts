import { expect, test, type Page } from '@playwright/test';

const talkList = `${process.env.LECTERN_TEST_ORIGIN}/talks/`;
const titles = (page: Page) => page.locator('main h3:visible');
const filterLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Filter' }).getByRole('link', { name, exact: true });

test('a filter hides other talks, shows the number of results, and can be turned off', async ({
  page,
}) => {
  await page.goto(talkList);
  const all = await titles(page).count();
  await filterLink(page, 'Tutorial').click();
  const tutorials = await titles(page).count();
  expect(tutorials).toBeLessThan(all);
  await expect(page.getByRole('status')).toHaveText(`${tutorials} results`);
  await expect(page).toHaveURL(`${talkList}?only=kind-tutorial`);
  await expect(page.locator('main h2:visible').first()).toHaveText('Upcoming');
  await filterLink(page, 'Seminar').click();
  await expect(filterLink(page, 'Tutorial')).not.toHaveAttribute('aria-current');
  await expect(filterLink(page, 'Seminar')).toHaveAttribute('aria-current', 'true');
  await filterLink(page, 'Seminar').press('Enter');
  await expect(titles(page)).toHaveCount(all);
  await expect(page).toHaveURL(talkList);
});

test('an address sets a filter, and a year without results is hidden with its heading', async ({
  page,
}) => {
  await page.goto(`${talkList}?only=with-slides`);
  const years = page.locator('main h2.year:visible');
  await expect(years).toHaveText(['2025', '2021', '2019']);
  await filterLink(page, 'All talks').click();
  expect(await years.count()).toBeGreaterThan(5);
});

test('without JavaScript a filter is a page', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(talkList);
  await filterLink(page, 'With slides').click();
  await expect(page).toHaveURL(`${talkList}with/slides/`);
  await expect(page.locator('h1')).toHaveText('Talks with slides');
  await page.close();
});

test('the list of publications is filtered in the same way', async ({ page }) => {
  const publications = `${process.env.LECTERN_TEST_ORIGIN}/publications/`;
  await page.goto(publications);
  const all = await titles(page).count();
  await filterLink(page, 'Conference papers').click();
  const papers = await titles(page).count();
  expect(papers).toBeGreaterThan(1);
  expect(papers).toBeLessThan(all);
  await expect(page.locator('main h2.year:visible')).toHaveCount(papers);
  await expect(page).toHaveURL(`${publications}?only=kind-conference-paper`);
  await filterLink(page, 'All publications').click();
  await expect(titles(page)).toHaveCount(all);
});
