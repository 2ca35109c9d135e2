import { expect, test, type Page } from '@playwright/test';

// The sample site is built on 15 January 2026. Its next talk is in Vienna, the one after that in New
// York; the time zone of the visitor is a third one.
const vienna = 'How short can a description of a trained network be?';
const newYork = 'What a held-out set costs';

test.use({ timezoneId: 'Asia/Tokyo', locale: 'en-GB' });

async function open(page: Page, path: string, time: string) {
  await page.clock.install({ time: new Date(time) });
  await page.goto(`${process.env.LECTERN_TEST_ORIGIN}${path}`);
}

/** Returns the visible talk titles of a section, in order. */
function titlesIn(page: Page, section: string) {
  return page.locator(`section[aria-labelledby="${section}"] h3:visible`);
}

test('a talk shows how soon it is, and its time in the zone of the visitor', async ({ page }) => {
  await open(page, '/', '2034-05-17T13:30:00+02:00');
  const next = page.locator('section[aria-labelledby="next"]');
  await expect(next.locator('.live:visible')).toHaveText('in 3 hours · 23:30 GMT+9');
  await page.clock.fastForward('02:30:00');
  await expect(next.locator('.live:visible')).toHaveText('in 30 minutes · 23:30 GMT+9');
  await page.clock.fastForward('01:00:00');
  await expect(next.locator('.live:visible')).toHaveText('now · 23:30 GMT+9');
});

test('a talk far ahead shows only its time in the zone of the visitor', async ({ page }) => {
  await open(page, '/talks/held-out-set/', '2034-12-01T12:00:00Z');
  await expect(page.locator('.live')).toHaveText('9 Feb, 01:00 GMT+9');
  await page.clock.fastForward(68 * 24 * 3600_000);
  await expect(page.locator('.live')).toHaveText('in 2 days · 9 Feb, 01:00 GMT+9');
});

test('the home page moves on to the next talk as time passes, without a reload', async ({
  page,
}) => {
  await open(page, '/', '2034-05-17T17:59:00+02:00');
  await expect(titlesIn(page, 'next')).toHaveText([vienna]);
  await expect(titlesIn(page, 'recent').first()).not.toHaveText(vienna);
  await expect(titlesIn(page, 'featured').getByText(vienna)).toHaveCount(0);
  await page.clock.fastForward('02:00');
  await expect(titlesIn(page, 'next')).toHaveText([newYork]);
  await expect(titlesIn(page, 'recent').first()).toHaveText(vienna);
  await expect(titlesIn(page, 'featured').getByText(vienna)).toHaveCount(1);
});

test('a talk moves from the upcoming talks to its year', async ({ page }) => {
  await open(page, '/talks/', '2034-05-17T17:59:00+02:00');
  await expect(titlesIn(page, 'upcoming').first()).toHaveText(vienna);
  await expect(page.getByRole('heading', { name: '2034' })).toBeHidden();
  await page.clock.fastForward('02:00');
  await expect(titlesIn(page, 'upcoming').first()).toHaveText(newYork);
  await expect(titlesIn(page, 'year-2034')).toHaveText([vienna]);
});

test('after the last talk nothing is announced', async ({ page }) => {
  await open(page, '/talks/', '2040-01-01T00:00:00Z');
  await expect(page.getByRole('heading', { name: 'Upcoming' })).toBeHidden();
  await expect(titlesIn(page, 'year-2035')).toHaveCount(2);
  await page.goto(`${process.env.LECTERN_TEST_ORIGIN}/`);
  await expect(page.getByRole('heading', { name: 'Next talk' })).toBeHidden();
  await page.goto(`${process.env.LECTERN_TEST_ORIGIN}/talks/short-descriptions/`);
  await expect(page.getByRole('link', { name: 'Add to calendar' })).toBeHidden();
});

test('a talk with several deliveries updates their number as time passes', async ({ page }) => {
  await open(page, '/talks/information-for-practitioners/', '2035-02-28T22:59:00Z');
  await expect(page.getByText('Given once; next in Oslo')).toBeVisible();
  await page.clock.fastForward('02:00');
  await expect(page.getByText('Given twice, most recently in Oslo')).toBeVisible();
  await expect(page.getByText('Given once')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('pages show the day of the build, and nothing that depends on the current time', async ({
    page,
  }) => {
    for (const path of ['/', '/talks/']) {
      await page.goto(`${process.env.LECTERN_TEST_ORIGIN}${path}`);
      await expect(page.locator('noscript p')).toHaveText('As of 15 January 2026');
      await expect(page.locator('noscript p')).toBeVisible();
      await expect(
        page.locator('time:visible', { hasText: '17 May 2034, 16:30–18:00, Vienna time' }),
      ).toBeVisible();
    }
    await page.goto(`${process.env.LECTERN_TEST_ORIGIN}/talks/information-for-practitioners/`);
    await expect(page.getByText('next in Oslo')).toBeHidden();
    await expect(page.locator('time', { hasText: '26–28 February 2035' })).toBeVisible();
  });
});
