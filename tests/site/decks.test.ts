import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { listFiles, listPages } from '../helpers/read/dist.ts';
import { getAttribute, parsePage, getText, type Page } from '../helpers/read/html.ts';
import { buildPortfolioSite } from '../helpers/sites/portfolio.ts';

let site: BuiltSite;
const pageAt = (path: string): Page => parsePage(site.read(`${path}index.html`));
const hrefs = (page: Page, selector: string) =>
  page.all(selector).map((link) => getAttribute(link, 'href') ?? '');

beforeAll(async () => {
  site = await buildPortfolioSite();
  expect(site.code, site.output).toBe(0);
});

describe('a deck', () => {
  test('has a page with its slides and images, and a redirect from its old address', () => {
    const page = pageAt('slides/bounds/');
    expect(page.text('h1')).toBe('Bounds');
    expect(page.all('.slides > .slide, .slides > .stack > .slide')).toHaveLength(3);
    expect(page.all('.slide .katex').length).toBeGreaterThan(0);
    expect(page.all('div.notes').map(getText)).toEqual(['Breathe.']);
    expect(getAttribute(page.all('.slide')[1]!, 'style')).toContain('url("lab.jpg")');
    expect(listFiles(site.dist)).toContain('slides/bounds/lab.jpg');
    expect(getAttribute(page.first('.slide img')!, 'src')).toMatch(/^\/sub\/_astro\/plot/);
    const redirect = parsePage(site.read('decks/old/index.html'));
    expect(getAttribute(redirect.first('meta[http-equiv]')!, 'content')).toContain(
      '/sub/slides/bounds/',
    );
  });

  test('links to the public pages that name it, which link back', () => {
    expect(hrefs(pageAt('slides/bounds/'), 'header .of a')).toEqual([
      '/sub/talks/lyon/',
      '/sub/posts/about/',
    ]);
    expect(hrefs(pageAt('slides/bounds/'), '.bar .back a')).toEqual(['/sub/talks/lyon/']);
    for (const path of ['talks/lyon/', 'talks/hidden/', 'posts/about/'])
      expect(hrefs(pageAt(path), '.links a'), path).toEqual(['/sub/slides/bounds/']);
    expect(hrefs(pageAt('talks/file/'), '.links a')).toEqual(['https://example.org/deck']);
    expect(hrefs(pageAt('slides/secret/'), '.bar .back a')).toEqual(['/sub/']);
  });

  test('is previewed on the page of its talk by its first slide', () => {
    const page = pageAt('talks/lyon/');
    expect(page.text('figure .slide .heading')).toContain('On');
    expect(page.all('figure .slide a, figure .notes, figure [id]')).toEqual([]);
    expect(page.text('figcaption')).toBe('View all 3 slides');
    expect(hrefs(page, 'figcaption a')).toEqual(['/sub/slides/bounds/']);
    expect(hrefs(page, 'head link[rel=stylesheet]').join()).toContain('katex');
  });

  test('is neither published nor linked if it is a draft', () => {
    expect(listFiles(site.dist).filter((file) => file.includes('draft'))).toEqual([]);
    expect(hrefs(pageAt('talks/early/'), '.links a')).toEqual([]);
    expect(pageAt('talks/early/').all('figure')).toEqual([]);
  });

  test('is reported by the build if its name does not exist', () => {
    expect(site.output).toContain('there is no deck "bound" in content/slides/');
    expect(site.output).toContain('Did you mean slides: bounds?');
    expect(hrefs(pageAt('talks/typo/'), '.links a')).toEqual([]);
  });
});

describe('the section', () => {
  test('has no list and no entry in the menu', () => {
    expect(listFiles(site.dist)).not.toContain('slides/index.html');
    const menu = hrefs(pageAt('talks/'), 'header nav a');
    expect(menu.filter((href) => href.includes('slides'))).toEqual([]);
  });

  test('lists its decks in the sitemap, except private ones', () => {
    const sitemap = site.read('sitemap-0.xml');
    expect(sitemap).toContain('/sub/slides/bounds/');
    expect(sitemap).not.toContain('secret');
    expect(pageAt('slides/secret/').all('meta[name=robots][content=noindex]')).toHaveLength(1);
  });

  test('loads the styles and scripts of slides on no other page', () => {
    const others = listPages(site.dist).filter((path) => !path.startsWith('slides/'));
    expect(others.length).toBeGreaterThan(5);
    for (const path of others) expect(site.read(path), path).not.toMatch(/deck-show|DeckPage/);
  });
});
