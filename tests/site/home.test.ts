import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { getAttribute, parsePage, getText, type Page } from '../helpers/read/html.ts';
import { buildSampleSite } from '../helpers/build/sample-site.ts';
import { buildComposedHomeSite } from '../helpers/sites/composed-home.ts';
import { buildTalksOnlySite } from '../helpers/sites/talks.ts';

const sectionTitles = (page: Page) => page.all('main > section > h2').map(getText);

describe('a home page with sections of the author', () => {
  let site: BuiltSite;
  let page: Page;
  beforeAll(async () => {
    site = await buildComposedHomeSite();
    expect(site.code, site.output).toBe(0);
    page = parsePage(site.read('index.html'));
  }, 240_000);

  test('has its sections in order, without empty ones', () => {
    expect(sectionTitles(page)).toEqual([
      'Words on me',
      'Lectures',
      'Courses given',
      'Projects',
      'News',
      'Experience',
      'Education',
      'Skills',
      'Contact',
    ]);
    expect(page.text('.introduction h1')).toBe('Ada Example');
    expect(page.text('.introduction')).toContain('Who I am.');
  });

  test('shows the number of entries that its author set, and a link to all', () => {
    const links = page.all('main a').map((link) => [getText(link), getAttribute(link, 'href')]);
    expect(links).toEqual(
      expect.arrayContaining([
        ['Talk 3', '/sub/talks/t3/'],
        ['Talk 2', '/sub/talks/t2/'],
        ['All 3 talks', '/sub/talks/'],
        ['Braids', '/sub/teaching/braids/'],
        ['Shelf', '/sub/projects/a/'],
        ['All 2 projects', '/sub/projects/'],
        ['A post', '/sub/posts/p/'],
      ]),
    );
    const names = links.map(([name]) => name);
    for (const name of ['Talk 1', 'Older', 'All 1 posts']) expect(names).not.toContain(name);
  });

  test('renders texts like other pages, with unique ids', () => {
    const ids = page.all('[id]').map((element) => getAttribute(element, 'id'));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const links = page.all('main a[href^="#"]');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(ids).toContain((getAttribute(link, 'href') ?? '').slice(1));
    }
    expect(page.text('.subtitle em')).toBe('afar');
    expect(page.all('main .katex').length).toBeGreaterThan(0);
    expect(site.read('index.html')).not.toContain('Hidden words');
  });

  test('has the names of sections from the settings, like lists, the menu and feeds', () => {
    const list = parsePage(site.read('teaching/index.html'));
    expect(list.text('h1')).toBe('Courses given');
    expect(list.text('title')).toMatch(/^Courses given\b/);
    const menu = page.all('header nav a').map(getText);
    expect(menu).toEqual(expect.arrayContaining(['Talks', 'Courses', 'News']));
    expect(menu).not.toContain('Posts');
    expect(parsePage(site.read('posts/index.html')).text('h1')).toBe('News');
    expect(site.read('posts.xml')).toContain('<title>Ada Example: news</title>');
  });

  test('shows links and education only in sections of their own', () => {
    expect(page.all('main a[rel="me"]').map(getText)).toEqual(['Mail']);
    expect(page.text('main')).toContain('Other University');
    expect(page.text('main')).not.toContain('BSc');
  });
});

test('the default home page has the owner, talks, publications and posts', async () => {
  const site = await buildSampleSite('root');
  const page = parsePage(site.read('index.html'));
  const newest = parsePage(site.read('publications/index.html')).text('main h3 a');
  const recent = page.all('main > section').find((one) => /^Recent publ/.test(getText(one)));
  expect(getText(recent!)).toContain(newest);
  expect(sectionTitles(page)).toEqual([
    'Next talk',
    'Featured talks',
    'Featured publications',
    'Recent talks',
    'Recent publications',
    'Recent posts',
  ]);
  const links = page.all('main > p > a').map(getText);
  const names = links.map((words) => words.replace(/\d+/, 'n'));
  expect(names).toEqual(['All n talks', 'All n publications', 'All n posts']);
});

test('a home page without its owner has a title', async () => {
  const site = await buildTalksOnlySite();
  expect(site.code, site.output).toBe(0);
  expect(site.output).toContain('Did you mean recent_talks?');
  expect(site.output).toContain('there is no content/home/gone.md');
  const page = parsePage(site.read('index.html'));
  expect(page.all('h1').map(getText)).toEqual(['Ada Example']);
  expect(sectionTitles(page)).toEqual(['Recent talks']);
}, 240_000);
