import { expect, test, type Page } from '@playwright/test';

const pages = ['/', '/talks/', '/talks/certified-information/', '/search/'];

test('with forced colours, text, icons and the focus are visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  for (const path of pages) {
    await visit(page, path);
    const invisible = await page.evaluate(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      return [
        ...document.querySelectorAll<HTMLElement | SVGElement>('p, a, h1, h2, h3, button, svg'),
      ]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter((element) => {
          const { color, fill } = getComputedStyle(element);
          return (element.tagName === 'svg' ? fill : color) === paper;
        })
        .map((element) => element.outerHTML.slice(0, 160));
    });
    expect(invisible, path).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveCSS('outline-style', 'solid');
  }
  await visit(page, '/talks/');
  const currentEntry = page.getByRole('banner').locator('[aria-current="page"]');
  await expect(currentEntry).toHaveCSS('text-decoration-line', 'underline');
});

test('more contrast applies to small print too', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ contrast: 'no-preference', colorScheme });
    await visit(page, '/talks/');
    const before = await softColour(page);
    await page.emulateMedia({ contrast: 'more', colorScheme });
    expect(await softColour(page)).not.toBe(before);
  }
});

test('nothing moves with reduced motion, and only page transitions without it', async ({
  page,
}) => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    await page.emulateMedia({ reducedMotion });
    for (const path of pages) {
      await visit(page, path);
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { animationName, animationDuration, transitionDuration } =
              getComputedStyle(element);
            const isNoticeable = (times: string) =>
              Math.max(...times.split(',').map(parseFloat)) > 0.01;
            return (
              (animationName !== 'none' && isNoticeable(animationDuration)) ||
              isNoticeable(transitionDuration)
            );
          })
          .map((element) => element.tagName),
      );
      expect(moving, path).toEqual([]);
    }
    await visit(page, '/');
    await page.evaluate(() =>
      addEventListener('pageswap', (event) => {
        sessionStorage.setItem('moved', String((event as PageSwapEvent).viewTransition !== null));
      }),
    );
    await page.locator('header a[href="/talks/"]').click();
    await page.waitForURL('**/talks/');
    const moved = await page.evaluate(() => sessionStorage.getItem('moved'));
    expect(moved).toBe(String(reducedMotion === 'no-preference'));
  }
});

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${process.env.LECTERN_TEST_ORIGIN}${path}`);
}

function softColour(page: Page): Promise<string> {
  return page
    .locator('footer p')
    .first()
    .evaluate((element) => getComputedStyle(element).color);
}
