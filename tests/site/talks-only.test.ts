import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build-site.ts';
import { filesIn } from '../helpers/dist.ts';
import { attribute, parsePage } from '../helpers/html.ts';
import { robots } from '../helpers/sites/talks-alone.ts';
import { talksAloneSite } from '../helpers/sites/talks.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await talksAloneSite();
  expect(site.code, site.output).toBe(0);
});

test('there is no trace of other sections', () => {
  const others = /publication|project|post|people/i;
  // Astro writes and names the style sheet of every component, whether a page shows it or not.
  const served = filesIn(site.dist).filter((file) => !file.startsWith('_astro/'));
  expect(served.filter((file) => others.test(file))).toEqual([]);
  const home = site.read('index.html').replaceAll(/<link rel="stylesheet"[^>]*>/g, '');
  expect(home).not.toMatch(others);
  expect(parsePage(site.read('talks/a/index.html')).all('.authors a')).toEqual([]);
  expect(site.output).not.toMatch(/does not exist|is empty/);
});

test('there is no trace of addresses that moved, where none did', () => {
  expect(existsSync(join(site.dist, '_redirects'))).toBe(false);
});

test('there is no trace of a CV', () => {
  expect(filesIn(site.dist).filter((path) => /^cv/.test(path))).toEqual([]);
  const texts = filesIn(site.dist).filter((path) => /\.(html|xml|txt)$/.test(path));
  expect(texts.length).toBeGreaterThan(5);
  for (const path of texts) {
    expect(site.read(path), path).not.toMatch(/\/cv[/.]/);
  }
  expect(site.output).not.toMatch(/\bcv\b/);
});

test('the author’s own robots.txt and headers are kept', () => {
  expect(site.read('robots.txt')).toBe(robots);
  expect(site.read('_headers')).toContain('X-Own');
  expect(existsSync(join(site.dist, 'sitemap-index.xml'))).toBe(true);
});

test('the way to the search is the entry of the author', () => {
  const page = parsePage(site.read('index.html'));
  const links = page.all('header a[aria-keyshortcuts]').map((link) => attribute(link, 'href'));
  expect(links).toEqual(['/search/']);
  expect(page.all('header li')).toHaveLength(2);
});
