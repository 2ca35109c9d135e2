import { expect, test } from 'vitest';
import { toAddress, fileFor, listPages } from '../helpers/read/dist.ts';
import { getAttribute, parsePage, getText } from '../helpers/read/html.ts';
import { listFilterLinks, listTalkTitles } from '../helpers/read/talk-list.ts';
import { buildSampleSite } from '../helpers/build/sample-site.ts';

test('the list of talks has useful filters, and the keys of its entries agree with their pages', async () => {
  const site = await buildSampleSite('root');
  const page = parsePage(site.read('talks/index.html'));
  const filters = listFilterLinks(site, 'talks/index.html', 'Filter').slice(1);
  expect(filters.length).toBeGreaterThan(2);
  for (const { name, href } of filters) {
    const link = page.first(`a[href="${href}"][data-mark]`);
    const key = link && getAttribute(link, 'dataMark');
    const titles = page.all(`li[data-marks~="${key}"]:not([hidden]) :is(h2, h3) > a`).map(getText);
    const file = fileFor(site.dist, href);
    expect(file, name).toBeDefined();
    expect(titles.sort(), name).toEqual(listTalkTitles(site, file ?? '').sort());
    expect(titles.length).toBeGreaterThan(1);
  }
  expect(listPages(site.dist).map(toAddress)).toContain('/talks/kind/keynote/');
});
