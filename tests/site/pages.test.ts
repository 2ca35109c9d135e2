import { beforeAll, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { listFiles } from '../helpers/read/dist.ts';
import { getAttribute, parsePage, getText, type Page } from '../helpers/read/html.ts';
import { buildPortfolioSite } from '../helpers/sites/portfolio.ts';

let site: BuiltSite;
let lab: Page;

beforeAll(async () => {
  site = await buildPortfolioSite();
  expect(site.code, site.output).toBe(0);
  lab = parsePage(site.read('pages/lab/index.html'));
});

test('a page has its title, text, links and related pages', () => {
  expect(lab.text('h1')).toContain('The lab on');
  expect(lab.text('.prose')).toMatch(/^\s*Where\s+Here, by the map\.\s*$/);
  const hrefs = lab.all('main a').map((link) => getAttribute(link, 'href'));
  expect(hrefs).toContain('/sub/pages/lab/map.pdf');
  expect(hrefs).toContain('/sub/talks/page-talk/');
  expect(getAttribute(lab.first('meta[name="description"]')!, 'content')).toBe('Who we are.');
  const talk = parsePage(site.read('talks/page-talk/index.html'));
  expect(talk.all('main a').map((link) => getAttribute(link, 'href'))).toContain('/sub/pages/lab/');
});

test('the default menu ends with them, by weight', () => {
  const menu = lab.all('header nav a').map((link) => getText(link).trim());
  expect(menu[0]).toBe('Talks');
  expect(menu.slice(-3)).toEqual(['First', 'The lab on x²', 'Search']);
});

test('there is no list of them, and no page for a draft', () => {
  const pages = listFiles(site.dist).filter((path) => /^pages\/.*\.html$/.test(path));
  expect(pages.sort()).toEqual(['pages/first/index.html', 'pages/lab/index.html']);
  expect(site.read('sitemap-0.xml')).toContain('/sub/pages/first/');
  expect(site.read('llms.txt')).toContain('/sub/pages/first/');
  expect(site.output).not.toMatch(/author_profile|include/);
});

test('their old addresses redirect to them', () => {
  for (const old of ['lab/index.html', 'team.html']) {
    expect(site.read(old), old).toContain('/sub/pages/lab/');
  }
});
