import { expect, test } from '@playwright/test';
import { visitAll } from '../helpers/browse.ts';

test('asks no other host for anything and reports no error', async ({ browser }) => {
  await visitAll(browser, {}, async ({ page, address, foreign, errors }) => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState('networkidle');
    expect.soft(foreign, address).toEqual([]);
    expect.soft(errors, address).toEqual([]);
  });
});

test('reads without JavaScript', async ({ browser }) => {
  await visitAll(browser, { javaScriptEnabled: false }, async ({ page, address }) => {
    await expect.soft(page.locator('h1'), address).toHaveCount(1);
    await expect.soft(page.locator('h1'), address).toBeVisible();
    await expect.soft(page.locator('main'), address).toBeVisible();
    expect.soft((await page.locator('main').innerText()).length, address).toBeGreaterThan(20);
  });
});

test('needs no sideways scrolling at 320 px', async ({ browser }) => {
  const viewport = { width: 320, height: 640 };
  await visitAll(browser, { viewport }, async ({ page, address }) => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(width, address).toBeLessThanOrEqual(viewport.width);
  });
});

test('its skip link leads a keyboard past the navigation', async ({ browser }) => {
  await visitAll(browser, {}, async ({ page, address }) => {
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    await expect.soft(skip, address).toHaveAttribute('href', /^#/);
    await expect.soft(skip, address).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect
      .soft(page.locator('main:target, :target main, main :target'), address)
      .toHaveCount(1);
    if ((await page.locator('main a[href]').count()) === 0) return;
    await page.keyboard.press('Tab');
    await expect.soft(page.locator('main :focus'), address).toHaveCount(1);
  });
});
