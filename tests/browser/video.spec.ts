import { expect, test, type Locator, type Page } from '@playwright/test';
import { findViolations } from '../helpers/browser/accessibility.ts';
import { serve } from '../../src/serve/static-server.ts';
import { buildLaterTalksSite } from '../helpers/sites/talks.ts';

let site: Awaited<ReturnType<typeof serve>>;
test.beforeAll(async () => {
  const { code, output, dist } = await buildLaterTalksSite();
  expect(code, output).toBe(0);
  site = await serve(dist);
});
test.afterAll(() => {
  site.server.close();
  site.server.closeAllConnections();
});

const youtube = 'https://www.youtube-nocookie.com/embed/a-B_c1d2E3f?autoplay=1&start=90';
const vimeo = 'https://player.vimeo.com/video/12?dnt=1&autoplay=1';
const watch = 'https://www.youtube.com/watch?v=a-B_c1d2E3f&t=90s';

/** Opens a page. Returns a list that fills with its requests to other hosts, which get a stub. */
async function open(page: Page, path: string): Promise<string[]> {
  const foreign: string[] = [];
  await page.context().route(
    (url) => url.origin !== site.origin,
    async (route) => {
      foreign.push(route.request().url());
      await route.fulfill({
        contentType: 'text/html',
        body: '<title>Stub</title><button>P</button>',
      });
    },
  );
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  return foreign;
}

type Click = Parameters<Locator['click']>[0];

const link = (page: Page) => page.locator('[data-player]').first();
const frame = (page: Page) => page.locator('main iframe');

for (const [path, name, player] of [
  ['/talks/pictured/', 'Play the video of “A” & B, on YouTube', youtube],
  ['/talks/vimeo/', 'Play the video of On Vimeo, on Vimeo', vimeo],
] as const) {
  test(`${path} requests nothing until the click, then only the player`, async ({ page }) => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    const foreign = await open(page, path);
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(1);
    await expect(page.getByText('nothing is sent')).toHaveCount(0);
    await link(page).hover();
    await link(page).focus();
    await page.waitForLoadState('networkidle');
    expect(foreign).toEqual([]);

    const box = page.locator('.player');
    const before = await box.boundingBox();
    // On the image, not on the link text below it.
    await box.click({ position: { x: 60, y: 40 } });
    await expect(frame(page)).toBeFocused();
    await expect(page.frameLocator('main iframe').locator('button')).toBeVisible();
    expect(foreign).toEqual([player]);
    expect(await box.boundingBox()).toEqual(before);
    expect(errors).toEqual([]);
  });
}

test('Enter plays the video; after that the link opens the host', async ({ page }) => {
  const foreign = await open(page, '/talks/pictured/');
  await link(page).focus();
  await page.keyboard.press('Enter');
  await expect(frame(page)).toBeFocused();
  await expect(frame(page)).toHaveAttribute('title', 'Video of “A” & B');
  await expect(frame(page)).toHaveAttribute('allow', 'autoplay; fullscreen; picture-in-picture');
  const frameBox = await frame(page).boundingBox();
  expect(frameBox!.width / frameBox!.height).toBeCloseTo(16 / 9, 1);
  await page.getByRole('link', { name: 'Play the video of' }).click();
  await page.waitForURL(watch);
  expect(foreign).toEqual([youtube, watch]);
});

test('a click plays one of several videos', async ({ page }) => {
  const foreign = await open(page, '/talks/texts/');
  await expect(page.locator('[data-player]')).toHaveCount(3);
  await link(page).click();
  await expect(frame(page)).toHaveCount(1);
  await expect(page.locator('[data-player]')).toHaveCount(2);
  expect(foreign).toEqual([vimeo]);
});

test('a click for a new tab is left to the browser', async ({ page }) => {
  await open(page, '/talks/pictured/');
  await page.evaluate(() => {
    const recordEvent = (event: Event) => {
      document.body.dataset['left'] = `${document.body.dataset['left'] ?? ''} ${event.type}`;
      if (event.defaultPrevented) document.body.dataset['left'] += ' taken';
      event.preventDefault();
    };
    addEventListener('click', recordEvent);
    addEventListener('auxclick', recordEvent);
  });
  for (const options of [{ modifiers: ['Control'] }, { button: 'middle' }] satisfies Click[]) {
    await link(page).click(options);
  }
  await expect(page.locator('body')).toHaveAttribute('data-left', ' click auxclick');
  await expect(frame(page)).toHaveCount(0);
});

test('axe finds no violations at 320 px, light or dark', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  for (const path of ['/talks/pictured/', '/talks/texts/', '/talks/local/']) {
    await open(page, path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await findViolations(page), `${path} ${colorScheme}`).toEqual([]);
    }
    const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrollWidth, path).toBeLessThanOrEqual(320);
  }
  await page.close();
});

test('print shows the address of the video, and keeps its image', async ({ page }) => {
  await open(page, '/talks/vimeo/');
  await page.emulateMedia({ media: 'print' });
  const height = (await page.locator('.player').boundingBox())!.height;
  expect(height).toBeLessThan(80);
  const printed = await link(page).evaluate(
    (element) => getComputedStyle(element, '::after').content,
  );
  expect(printed).toContain('https://vimeo.com/12');
  await open(page, '/talks/pictured/');
  await expect(page.locator('.player img')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the video is a link', async ({ page }) => {
    const foreign = await open(page, '/talks/pictured/');
    expect(foreign).toEqual([]);
    const note = await page
      .locator('.player')
      .evaluate((element) => getComputedStyle(element, '::after').content);
    expect(note).toBe('none');
    await page.locator('.player').click({ position: { x: 60, y: 40 } });
    await page.waitForURL(watch);
    expect(foreign).toEqual([watch]);
  });
});
