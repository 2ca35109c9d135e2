import { expect, test } from '@playwright/test';
import { servedSites, visitAll } from '../helpers/browse.ts';
import { smallTargets } from '../helpers/small-targets.ts';

for (const site of ['edges', 'arabic-site']) {
  test(`${site} needs no sideways scrolling at 320, 1280 and 3840 px, nothing overlaps, all can be pressed`, async ({
    browser,
  }) => {
    await visitAll(
      browser,
      {},
      async ({ page, address }) => {
        // 320 px is also a window of 1280 px at a zoom of 400 % (WCAG 2.2, 1.4.10).
        for (const width of [320, 1280, 3840]) {
          await page.setViewportSize({ width, height: 900 });
          const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
          expect.soft(scrolled, `${address} at ${width} px`).toBeLessThanOrEqual(width);
          expect.soft(await page.evaluate(overlaps), `${address} at ${width} px`).toEqual([]);
          if (width > 320) continue;
          expect.soft(await page.evaluate(smallTargets), address).toEqual([]);
        }
      },
      site,
    );
  });
}

test('a site in Arabic runs from right to left', async ({ page }) => {
  await page.goto(servedSites()['arabic-site']!.origin);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const name = (await page.locator('.name').boundingBox())!;
  const menu = (await page.locator('header nav').boundingBox())!;
  expect(name.x).toBeGreaterThan(menu.x);
});

test('a text keeps its own direction on a page of the other', async ({ page }) => {
  await page.goto(`${servedSites()['edges']!.origin}/talks/arabic/`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('h1')).toHaveCSS('direction', 'rtl');
  await expect(page.locator('section .prose')).toHaveCSS('direction', 'rtl');
  const [title, speakers] = [page.locator('h1'), page.locator('.authors')];
  await expect(title).toHaveCSS('text-align', /left$/);
  expect((await title.boundingBox())?.x).toBe((await speakers.boundingBox())?.x);
  await expect(page.locator('.katex').first()).toHaveCSS('direction', 'ltr');
  await page.goto(`${servedSites()['edges']!.origin}/talks/chinese/`);
  await expect(page.locator('section .prose')).toHaveCSS('direction', 'ltr');
});

test('a formula is a stop for the keyboard where it is wider than its column', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto(`${servedSites()['edges']!.origin}/talks/long-word/`);
  await expect(page.locator('.katex-display')).toHaveAttribute('tabindex', '0');
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(page.locator('.katex-display')).not.toHaveAttribute('tabindex');
});

/** In the browser: pairs of texts that lie upon each other. */
function overlaps(): string[] {
  const blocks = 'h1, h2, h3, p, dt, dd, figcaption, pre, summary, footer a, header a';
  const boxes = [...document.querySelectorAll<HTMLElement>(blocks)]
    .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, .katex'))
    .filter((element) => !element.matches('.skip, .visually-hidden'))
    .map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      // What an ellipsis stands for is not seen.
      const isCut = getComputedStyle(element).overflow === 'hidden';
      return { element, box: (isCut ? element : range).getBoundingClientRect() };
    })
    .filter(({ box }) => box.width > 0 && box.height > 0);
  return boxes.flatMap(({ element, box }, i) =>
    boxes
      .slice(i + 1)
      .filter(({ element: other }) => !element.contains(other) && !other.contains(element))
      .filter(
        ({ box: other }) =>
          Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2 &&
          // Lines are set closer than the boxes of their letters.
          Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 12,
      )
      .map(({ element: other }) => `${element.outerHTML} × ${other.outerHTML}`.slice(0, 300)),
  );
}
