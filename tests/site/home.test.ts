import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build-site.ts';
import { attribute, parsePage, textOf, type Page } from '../helpers/html.ts';
import { sampleSite } from '../helpers/sample-site.ts';
import { composedHomeSite } from '../helpers/sites/composed-home.ts';
import { talksAloneSite } from '../helpers/sites/talks.ts';

const namesOf = (page: Page) => page.all('main > section > h2').map(textOf);

describe('a home page that its author composed', () => {
  let site: BuiltSite;
  let page: Page;
  beforeAll(async () => {
    site = await composedHomeSite();
    expect(site.code, site.output).toBe(0);
    page = parsePage(site.read('index.html'));
  }, 240_000);

  test('has the parts in their order, and leaves out what has nothing to show', () => {
    expect(namesOf(page)).toEqual([
      'Words on me',
      'Lectures',
      'Teaching',
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

  test('shows as many as its author wants, and where all of them are', () => {
    const links = page.all('main a').map((link) => [textOf(link), attribute(link, 'href')]);
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
    const said = links.map(([name]) => name);
    for (const name of ['Talk 1', 'Older', 'All 1 posts']) expect(said).not.toContain(name);
  });

  test('sets texts through the one pipeline, each with ids of its own', () => {
    const ids = page.all('[id]').map((element) => attribute(element, 'id'));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const links = page.all('main a[href^="#"]');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(ids).toContain((attribute(link, 'href') ?? '').slice(1));
    }
    expect(page.text('.subtitle em')).toBe('afar');
    expect(page.all('main .katex').length).toBeGreaterThan(0);
    expect(site.read('index.html')).not.toContain('Hidden words');
  });

  test('says nothing twice: links and education stand where their own part is', () => {
    expect(page.all('main a[rel="me"]').map(textOf)).toEqual(['Mail']);
    expect(page.text('main')).toContain('Other University');
    expect(page.text('main')).not.toContain('BSc');
  });
});

test('without a word the home page has who it is about, talks, publications and posts', async () => {
  const page = parsePage((await sampleSite('root')).read('index.html'));
  expect(namesOf(page)).toEqual([
    'Next talk',
    'Featured talks',
    'Featured publications',
    'Recent talks',
    'Recent publications',
    'Recent posts',
  ]);
  const links = page.all('main > p > a').map(textOf);
  const said = links.map((words) => words.replace(/\d+/, 'n'));
  expect(said).toEqual(['All n talks', 'All n publications', 'All n posts']);
});

test('a home page without its owner still has a title', async () => {
  const site = await talksAloneSite();
  expect(site.code, site.output).toBe(0);
  expect(site.output).toContain('Did you mean recent_talks?');
  expect(site.output).toContain('there is no content/home/gone.md');
  const page = parsePage(site.read('index.html'));
  expect(page.all('h1').map(textOf)).toEqual(['Ada Example']);
  expect(namesOf(page)).toEqual(['Recent talks']);
}, 240_000);
