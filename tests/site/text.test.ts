import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { listFiles } from '../helpers/read/dist.ts';
import { getAttribute, parsePage, getText } from '../helpers/read/html.ts';
import { buildLaterTalksSite } from '../helpers/sites/talks.ts';
import { handout, money } from '../helpers/sites/text.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await buildLaterTalksSite();
});

test('the site builds', () => {
  expect(site.code, site.output).toBe(0);
});

describe('an .mdx talk', () => {
  const page = () => parsePage(site.read('talks/with_mdx/index.html'));

  test('renders its formulas and its component', () => {
    expect(page().all('main .katex').length).toBeGreaterThanOrEqual(2);
    expect(page().all('main .katex-display')).toHaveLength(1);
    expect(page().text('main mark.aside')).toBe('this was a component');
  });

  test('loads nothing from other hosts, and the build reports that', () => {
    const main = page().all('main :is(img, iframe, video, source, div[style])');
    expect(main.map((element) => getAttribute(element, 'src'))).toEqual(['data/dot.svg']);
    const links = page().all('main a[href^="https://e.example"]').map(getText);
    expect(links).toEqual(['The plot', 'View on e.example', 'View on e.example']);
    expect(
      site.output.match(/with_mdx\/index\.mdx:\d+:\d+ warning <\w+> would load/g),
    ).toHaveLength(4);
    expect(existsSync(join(site.dist, 'talks/with_mdx/data/dot.svg'))).toBe(true);
  });

  test('has MathML for every formula', () => {
    const formulas = page().all('main .katex');
    expect(page().all('main .katex math annotation')).toHaveLength(formulas.length);
  });
});

test('a Markdown talk has formulas in its abstract and its text', () => {
  const annotations = parsePage(site.read('talks/math/index.html')).all('main annotation');
  expect(annotations.map(getText)).toEqual(expect.arrayContaining(['O(n)', 'a < b']));
});

test('no file has a placeholder for a formula', () => {
  const files = listFiles(site.dist).filter((path) => /\.(html|xml|json|md|ics|txt)$/.test(path));
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((path) => site.read(path).includes('data-formula'))).toEqual([]);
});

test('a page with a formula has the style sheet of KaTeX, and no script for it', () => {
  const page = parsePage(site.read('talks/math/index.html'));
  const sheets = page
    .all('link[rel="stylesheet"]')
    .map((link) => site.read((getAttribute(link, 'href') ?? '').replace(/^\//, '')));
  const inline = page.all('style').map(getText);
  expect([...sheets, ...inline].some((css) => css.includes('KaTeX_Main'))).toBe(true);
  for (const script of page.all('script')) {
    expect(`${getAttribute(script, 'src')}${getText(script)}`).not.toMatch(
      /katex(?!-display)|mathjax/i,
    );
  }
});

test('files in the folder of a talk are published next to its page, but not its source', () => {
  const publishedFile = join(site.dist, 'talks/with_mdx/handout.pdf');
  expect(existsSync(publishedFile) && readFileSync(publishedFile).equals(handout)).toBe(true);
  expect(site.read('talks/with_mdx/data/counts.csv')).toBe('year,count\n2020,5\n');
  expect(listFiles(site.dist).filter((path) => /^talks\/.+\/.+\.mdx?$/.test(path))).toEqual([]);
});

test('sums of money are not formulas', () => {
  const html = site.read('talks/money/index.html');
  expect(html).not.toContain('class="katex');
  expect(parsePage(html).text('main')).toContain(money);
  const list = parsePage(site.read('talks/index.html'));
  expect(list.all('main .katex annotation').map(getText).join()).not.toMatch(/million/);
});
