import { expect, test } from '@playwright/test';
import { getServedSites, sampleEachKind } from '../helpers/browser/served-sites.ts';

test.use({ javaScriptEnabled: false });

const { origin = '', pages = [] } = getServedSites()['sample'] ?? {};
const quickPages = new Set(sampleEachKind(pages, 1));

for (const address of pages) {
  const tag = quickPages.has(address) ? [] : ['@full'];
  test(`${address} is readable without JavaScript`, { tag }, async ({ page }) => {
    await page.goto(origin + address);
    await expect.soft(page.locator('h1')).toHaveCount(1);
    await expect.soft(page.locator('h1')).toBeVisible();
    await expect.soft(page.locator('main')).toBeVisible();
    expect.soft((await page.locator('main').innerText()).length).toBeGreaterThan(20);
  });
}
