import { expect, test } from 'vitest';
import { addressOf, fileFor, pagesIn } from '../helpers/dist.ts';
import { attribute, parsePage, textOf } from '../helpers/html.ts';
import { choicesOf, listedOn } from '../helpers/listing.ts';
import { sampleSite } from '../helpers/sample-site.ts';

test('a short list offers choices that divide it, and marks what they leave', async () => {
  const site = await sampleSite('root');
  const page = parsePage(site.read('talks/index.html'));
  const choices = choicesOf(site, 'talks/index.html', 'Filter').slice(1);
  expect(choices.length).toBeGreaterThan(2);
  for (const { name, href } of choices) {
    const link = page.first(`a[href="${href}"][data-mark]`);
    const mark = link && attribute(link, 'dataMark');
    const marked = page.all(`li[data-marks~="${mark}"]:not([hidden]) :is(h2, h3) > a`).map(textOf);
    const file = fileFor(site.dist, href);
    expect(file, name).toBeDefined();
    expect(marked.sort(), name).toEqual(listedOn(site, file ?? '').sort());
    expect(marked.length).toBeGreaterThan(1);
  }
  expect(pagesIn(site.dist).map(addressOf)).toContain('/talks/kind/keynote/');
});
