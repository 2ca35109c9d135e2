import { beforeAll, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { buildSampleSite } from '../helpers/build/sample-site.ts';
import { listFiles, listPages } from '../helpers/read/dist.ts';
import { getAttribute, getText, parsePage } from '../helpers/read/html.ts';

let site: BuiltSite;
const pageAt = (path: string) => parsePage(site.read(`${path}index.html`));

beforeAll(async () => {
  site = await buildSampleSite('root');
  expect(site.code, site.output).toBe(0);
});

test.each([
  ['talks/', 'Talks', 'page'],
  ['talks/nyu-compression/', 'Talks', 'true'],
  ['talks/in/2024/', 'Talks', 'true'],
  ['publications/example2018shape/', 'Publications', 'true'],
  ['search/', 'Search', 'page'],
])('the menu of %s marks %s as %s', (path, name, state) => {
  const marked = pageAt(path).all('nav[aria-label="Site"] a[aria-current]');
  expect(marked.map((link) => [getText(link).trim(), getAttribute(link, 'ariaCurrent')])).toEqual([
    [name, state],
  ]);
});

test('no link says that it is not current, and no navigation is empty', () => {
  for (const file of listPages(site.dist)) {
    const page = parsePage(site.read(file));
    expect(page.all('[aria-current="false"]'), file).toEqual([]);
    const empty = page.all('nav').filter((nav) => !getText(nav).trim());
    expect(
      empty.map((nav) => getAttribute(nav, 'ariaLabel')),
      file,
    ).toEqual([]);
  }
});

test('pages have the colours of the browser bar, and an icon for home screens', () => {
  const page = pageAt('');
  const colours = page.all('meta[name="theme-color"]');
  expect(colours.map((meta) => getAttribute(meta, 'content'))).toEqual(['#f9f5ed', '#1a1714']);
  const [icon] = page.all('link[rel="apple-touch-icon"]');
  expect(listFiles(site.dist)).toContain(String(getAttribute(icon!, 'href')).slice(1));
});

test('the site tells GitHub Pages to publish every folder', () => {
  expect(site.read('.nojekyll')).toBe('');
});

test('the home page and the list of talks count the same', () => {
  const count = (path: string, pattern: RegExp) => pattern.exec(pageAt(path).text('main'))?.[1];
  const listed = count('talks/', /All talks\s*(\d+)/);
  expect(listed).toMatch(/^\d+$/);
  expect(count('', /All (\d+) talks/)).toBe(listed);
});

test('the link to join an upcoming talk is the first of its links, and not in the line of its place', () => {
  const page = pageAt('talks/held-out-set/');
  const [first] = page.all('ul.links a');
  expect(getText(first!)).toMatch(/^\s*Join/);
  expect(page.text('main header')).toMatch(/Online|online/);
  expect(page.text('main header')).not.toContain('Join');
});

test('the leads of featured talks end after a sentence or a word', () => {
  const leads = pageAt('').all('[aria-labelledby="featured"] li > article > p[dir]');
  expect(leads.length).toBeGreaterThan(1);
  for (const lead of leads) expect(getText(lead).trim()).toMatch(/([.!?…]| …)$/);
});

test('a list of related pages has no space before a comma in print', () => {
  const html = site.read('talks/compression-after-the-fact/index.html');
  const [, list = ''] =
    /aria-label="Related publication[^]*?<ul[^>]*>([^]*?)<\/ul>/.exec(html) ?? [];
  expect(list).toMatch(/<\/a><p/);
});

test('the text of a page that has moved is below its heading, in the text column', () => {
  const page = pageAt('authors/dana-example/');
  const [line] = page.all('main > p');
  expect(getAttribute(line!, 'className')).toContain('beside-margin');
  expect(page.all('h1.beside-margin')).toHaveLength(1);
});
