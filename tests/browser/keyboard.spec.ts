import { expect, test } from '@playwright/test';
import { everyPage, someOfEachKind, visitAll } from '../helpers/browse.ts';

for (const [extent, choose] of [everyPage, someOfEachKind]) {
  test(`Tab leads through a page in its order, and the focus is always seen: ${extent}`, async ({
    browser,
  }) => {
    test.setTimeout(600_000);
    await visitAll(
      browser,
      { reducedMotion: 'reduce' },
      async ({ page, address }) => {
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const expected = await page.evaluate(focusables);
        const found: number[] = [];
        for (const _ of expected) {
          await page.keyboard.press('Tab');
          const { index, trouble } = await page.evaluate(lookAtFocus);
          expect.soft(trouble, address).toEqual([]);
          found.push(index);
        }
        expect.soft(found, address).toEqual(expected);
        // One more leads out of the page: nothing holds the focus.
        await page.keyboard.press('Tab');
        expect.soft((await page.evaluate(lookAtFocus)).index, address).toBe(-1);
      },
      'sample',
      choose,
    );
  });
}

/** In the browser: numbers each element that Tab should reach, in the order of the document. */
function focusables(): number[] {
  const all = 'a[href], button, input, select, summary, [tabindex="0"]';
  return [...document.querySelectorAll<HTMLElement>(all)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element, index) => Number((element.dataset['order'] = String(index))));
}

/** In the browser: which of them has the focus, and what keeps one from seeing that. */
function lookAtFocus(): { index: number; trouble: string[] } {
  const element = document.activeElement as HTMLElement;
  if (!element.dataset['order']) return { index: -1, trouble: [] };
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const paper = getComputedStyle(document.body).backgroundColor;
  const box = element.getBoundingClientRect();
  const name = element.outerHTML.slice(0, 160);
  const trouble = [
    (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) && `${name} has no outline`,
    contrast(outlineColor, paper) < 3 && `${name}: ${outlineColor} on ${paper}`,
    (box.bottom <= 0 || box.top >= innerHeight) && `${name} is out of sight`,
    isCovered(element) && `${name} is covered`,
  ];
  return {
    index: Number(element.dataset['order']),
    trouble: trouble.filter((found) => found !== false),
  };

  function isCovered(focused: HTMLElement): boolean {
    const { left, top, width, height } = focused.getClientRects()[0]!;
    const at = document.elementFromPoint(left + Math.min(width / 2, 8), top + height / 2);
    return at !== null && !focused.contains(at) && !at.contains(focused);
  }

  function contrast(one: string, other: string): number {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
      number,
      number,
    ];
    return (light + 0.05) / (dark + 0.05);
  }

  function luminance(colour: string): number {
    const linear = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    const [red = 0, green = 0, blue = 0] = linear;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
