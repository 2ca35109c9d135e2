import { expect, test } from '@playwright/test';
import { everyPage, someOfEachKind, visitAll } from '../helpers/browse.ts';
import { smallTargets } from '../helpers/small-targets.ts';

const phone = { width: 320, height: 640 };

for (const [extent, choose] of [everyPage, someOfEachKind]) {
  // One visit serves many checks: to open each page for each of them takes minutes.
  test(`no page asks another host or reports an error; its skip link leads on; it fits a phone: ${extent}`, async ({
    browser,
  }) => {
    await visitAll(
      browser,
      {},
      async ({ page, address, foreign, errors }) => {
        await test.step('its skip link leads a keyboard past the navigation', async () => {
          await page.keyboard.press('Tab');
          const skip = page.locator(':focus');
          await expect.soft(skip, address).toHaveAttribute('href', /^#/);
          await expect.soft(skip, address).toBeInViewport();
          await page.keyboard.press('Enter');
          const target = page.locator('main:target, :target main, main :target');
          await expect.soft(target, address).toHaveCount(1);
          if ((await page.locator('main a[href]').count()) === 0) return;
          await page.keyboard.press('Tab');
          await expect.soft(page.locator('main :focus'), address).toHaveCount(1);
        });
        await page.setViewportSize(phone);
        await test.step('it needs no sideways scrolling at 320 px', async () => {
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect.soft(width, address).toBeLessThanOrEqual(phone.width);
        });
        await test.step('what is pressed is 44 px high and wide, or stands in a line', async () => {
          expect.soft(await page.evaluate(smallTargets), address).toEqual([]);
        });
        await test.step('it asks no other host for anything and reports no error', async () => {
          // A picture that waits for its turn is asked for now.
          await page.evaluate(async () => {
            for (const image of document.images) image.loading = 'eager';
            await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
          });
          expect.soft(foreign, address).toEqual([]);
          expect.soft(errors, address).toEqual([]);
        });
      },
      'sample',
      choose,
    );
  });

  test(`reads without JavaScript: ${extent}`, async ({ browser }) => {
    await visitAll(
      browser,
      { javaScriptEnabled: false },
      async ({ page, address }) => {
        await expect.soft(page.locator('h1'), address).toHaveCount(1);
        await expect.soft(page.locator('h1'), address).toBeVisible();
        await expect.soft(page.locator('main'), address).toBeVisible();
        expect.soft((await page.locator('main').innerText()).length, address).toBeGreaterThan(20);
      },
      'sample',
      choose,
    );
  });
}
