import { beforeAll, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { listPages } from '../helpers/read/dist.ts';
import { getAttribute, parsePage, getText } from '../helpers/read/html.ts';
import { buildPortfolioSite } from '../helpers/sites/portfolio.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await buildPortfolioSite();
});

const oldTalkPage = () => parsePage(site.read('talks/old/index.html'));

test('the site builds, and the report lists the quarantined files', () => {
  expect(site.code, site.output).toBe(0);
  expect(site.output).toContain('content/talks/_index.md');
  expect(site.output).toMatch(/another language.*other\/index\.fr\.md/s);
  expect(site.output).toContain('the shortcode gallery is not supported');
});

test('shortcodes are rendered, and load nothing from other hosts', () => {
  const page = oldTalkPage();
  const links = page.all('main a').map((link) => [getText(link), getAttribute(link, 'href')]);
  expect(links).toContainEqual(['Watch on YouTube', 'https://www.youtube.com/watch?v=abc']);
  expect(links.filter(([, href]) => href === '/sub/talks/other/').map(([words]) => words)).toEqual(
    expect.arrayContaining(['it', 'the other']),
  );
  expect(page.all('main [role="note"] em').map(getText)).toEqual(['first']);
  expect(page.text('main figcaption')).toContain('A plot');
  expect(page.all('main .katex-display')).toHaveLength(1);
  expect(page.text('main')).toContain('nobody');
  expect(page.all('main code').map(getText)).toContain('{{< gallery >}}');
  expect(site.read('talks/old/index.html')).not.toMatch(/note to myself|<iframe/);
});

test('the image of an old theme and the PDF of the folder are found', () => {
  const page = oldTalkPage();
  const sources = page.all('main img').map((image) => getAttribute(image, 'src') ?? '');
  expect(sources.length).toBeGreaterThanOrEqual(2);
  expect(sources.every((src) => src.startsWith('/sub/'))).toBe(true);
  const pdf = page.all('main a').map((link) => getAttribute(link, 'href'));
  expect(pdf).toContain('/sub/talks/old/old.pdf');
});

test('the talk in the language of the site is published, with its old address', () => {
  expect(parsePage(site.read('talks/other/index.html')).text('h1')).toBe('In English');
  expect(listPages(site.dist)).toContain('t/old/index.html');
});
