import { expect, test } from '@playwright/test';
import { getOrigin } from '../helpers/browser/served-sites.ts';

test('a site in Arabic is laid out from right to left', async ({ page }) => {
  await page.goto(getOrigin('arabic-site'));
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const name = (await page.locator('.name').boundingBox())!;
  const menu = (await page.locator('header nav').boundingBox())!;
  expect(name.x).toBeGreaterThan(menu.x);
});

test('a text keeps its direction on a page of the other direction', async ({ page }) => {
  await page.goto(`${getOrigin('edges')}/talks/arabic/`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('h1')).toHaveCSS('direction', 'rtl');
  await expect(page.locator('section .prose')).toHaveCSS('direction', 'rtl');
  const [title, speakers] = [page.locator('h1'), page.locator('.authors')];
  await expect(title).toHaveCSS('text-align', /left$/);
  expect((await title.boundingBox())?.x).toBe((await speakers.boundingBox())?.x);
  await expect(page.locator('.katex').first()).toHaveCSS('direction', 'ltr');
  await page.goto(`${getOrigin('edges')}/talks/chinese/`);
  await expect(page.locator('section .prose')).toHaveCSS('direction', 'ltr');
});

test('a formula wider than its column can have the keyboard focus', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto(`${getOrigin('edges')}/talks/long-word/`);
  await expect(page.locator('.katex-display')).toHaveAttribute('tabindex', '0');
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(page.locator('.katex-display')).not.toHaveAttribute('tabindex');
});
