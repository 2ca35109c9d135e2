import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { visitAll } from '../helpers/browse.ts';

const standards = [
  ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  'best-practice',
];

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

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in ${colorScheme} colours`, async ({ browser }) => {
    await visitAll(browser, { colorScheme, reducedMotion: 'reduce' }, async ({ page, address }) => {
      const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target} ${failureSummary}`),
      );
      expect.soft(found, address).toEqual([]);
    });
  });
}

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
