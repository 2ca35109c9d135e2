import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { listFiles } from '../helpers/read/dist.ts';
import { getAttribute, parsePage } from '../helpers/read/html.ts';
import { robots } from '../helpers/sites/talks-only.ts';
import { buildTalksOnlySite } from '../helpers/sites/talks.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await buildTalksOnlySite();
  expect(site.code, site.output).toBe(0);
});

test('nothing refers to other sections', () => {
  const otherSections = /publication|project|post|people/i;
  // Astro publishes the style sheets of all components, also of those that no page shows.
  const files = listFiles(site.dist).filter((file) => !file.startsWith('_astro/'));
  expect(files.filter((file) => otherSections.test(file))).toEqual([]);
  const home = site.read('index.html').replaceAll(/<link rel="stylesheet"[^>]*>/g, '');
  expect(home).not.toMatch(otherSections);
  expect(parsePage(site.read('talks/a/index.html')).all('.authors a')).toEqual([]);
  expect(site.output).not.toMatch(/does not exist|is empty/);
});

test('without old addresses there is no _redirects', () => {
  expect(existsSync(join(site.dist, '_redirects'))).toBe(false);
});

test('nothing refers to a CV', () => {
  expect(listFiles(site.dist).filter((path) => /^cv/.test(path))).toEqual([]);
  const texts = listFiles(site.dist).filter((path) => /\.(html|xml|txt)$/.test(path));
  expect(texts.length).toBeGreaterThan(5);
  for (const path of texts) {
    expect(site.read(path), path).not.toMatch(/\/cv[/.]/);
  }
  expect(site.output).not.toMatch(/\bcv\b/);
});

test('the author’s own robots.txt and headers are kept', () => {
  expect(site.read('robots.txt')).toBe(robots);
  expect(site.read('_headers')).toContain('X-Own');
  expect(site.read('.htaccess')).toContain('ErrorDocument 404 /404.html');
  expect(existsSync(join(site.dist, 'sitemap-index.xml'))).toBe(true);
});

test('the entry of the author is the only link to the search page', () => {
  const page = parsePage(site.read('index.html'));
  const links = page.all('header a[aria-keyshortcuts]').map((link) => getAttribute(link, 'href'));
  expect(links).toEqual(['/search/']);
  expect(page.all('header li')).toHaveLength(2);
});
