import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import {
  everyPage,
  someOfEachKind,
  twoOfEachKind,
  visitAll,
  type Extent,
} from '../helpers/browse.ts';
import { oldSiteNames } from '../helpers/imported-site.ts';

const standards = [
  ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  'best-practice',
];
const widths = [320, 1280] as const;
const schemes = ['light', 'dark'] as const;

for (const scheme of schemes) {
  for (const site of ['sample', 'edges', 'arabic-site', 'corpus']) {
    audit(site, scheme, widths, everyPage);
  }
  for (const site of oldSiteNames) {
    audit(site, scheme, widths, ['two pages of each kind, @full', twoOfEachKind]);
  }
}
audit('sample', 'light', [320], someOfEachKind);
audit('sample', 'dark', [1280], someOfEachKind);

function audit(
  site: string,
  colorScheme: (typeof schemes)[number],
  widths: readonly number[],
  [extent, choose]: Extent,
): void {
  const at = `${colorScheme}, at ${widths.join(' and ')} px, ${extent}`;
  test(`axe finds nothing in ${site}, ${at}`, async ({ browser }) => {
    test.setTimeout(1_800_000);
    const options = { colorScheme, reducedMotion: 'reduce' } as const;
    await visitAll(
      browser,
      options,
      async ({ page, address }) => {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          expect.soft(await violationsOf(page), `${address} at ${width} px`).toEqual([]);
        }
      },
      site,
      choose,
    );
  });
}

test('axe finds nothing among the hits of a search', async ({ browser }) => {
  for (const colorScheme of schemes) {
    for (const width of widths) {
      const viewport = { width, height: 800 };
      const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(`${process.env.LECTERN_TEST_ORIGIN}/search/?q=information`);
      await expect(page.locator('#search-hits li').first()).toBeVisible();
      expect.soft(await violationsOf(page), `${colorScheme} at ${width} px`).toEqual([]);
      await context.close();
    }
  }
});

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target} ${failureSummary}`),
  );
}
