import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { mapAddresses } from '../../../src/import/addresses/map-addresses.ts';
import type { OldSite } from '../../../src/import/old-site/old-site.ts';
import { makeOldSite, stageOldSite, writeText } from '../../helpers/old-sites/stage-old-site.ts';

const page = (...lines: string[]) => ['---', 'date: 2019-03-04', ...lines, '---', ''].join('\n');

function mapped(theme: OldSite['theme'], files: Record<string, string>, newFiles = {}) {
  const site = makeOldSite(theme, files);
  const { copies, staged } = stageOldSite(site);
  onTestFinished(() => rmSync(staged.root, { recursive: true }));
  for (const [path, text] of Object.entries(newFiles)) writeText(staged.root, path, text as string);
  const result = mapAddresses(site, copies, staged);
  const outcomes = Object.fromEntries(
    result.addresses.map(({ old, outcome }) => [
      old,
      'to' in outcome ? outcome.to : `(${outcome.reason})`,
    ]),
  );
  const text = result.newFiles[0]?.text ?? '';
  return {
    ...result,
    staged,
    outcomes,
    text,
    lines: (parse(text) ?? {}) as Record<string, string>,
  };
}

const wowchemy: Record<string, string> = {
  'config/_default/config.yaml': `permalinks: { event: /talk/:slug/, authors: /author/:slug/, tags: /tag/:slug/ }
taxonomies: { tag: tags, author: authors, publication_type: publication_types }
`,
  'content/event/nyu/index.md': page(
    'title: "Compression: what & why"',
    'tags: [Information, Deep Learning]',
    'authors: [admin, "Bea Sample", "Cy Guest"]',
    'aliases: [/seminar/]',
  ),
  'content/event/nyu/slides.pdf': 'slides',
  'content/event/nyu/featured.jpg': 'picture',
  'content/publication/PAIRED/index.md': page(
    'title: P',
    'authors: [admin, Cy Guest]',
    'tags: [Curricula]',
    'publication_types: ["2"]',
  ),
  'content/publication/PAIRED/PAIRED.pdf': 'paper',
  'content/post/first/index.md': page('title: First', 'tags: [Diary]', 'slug: one'),
  'content/project/p.md': page('title: P'),
  'content/authors/admin/_index.md': page('title: Ada Example', 'superuser: true'),
  'content/authors/bea/_index.md': page('title: Bea Sample'),
  'content/home/index.md': page('headless: true'),
  'content/home/about.md': page('widget: about'),
  'content/privacy.md': page('title: Privacy'),
  'content/experience.md': page('title: Experience'),
  'static/uploads/cv.pdf': 'cv',
  'static/_redirects': '/a /b',
};

describe('the targets of the addresses of a Wowchemy site', () => {
  it.each([
    ['/', '/'],
    ['/talk/compression-what-why/', '/talks/nyu/'],
    ['/seminar/', '/talks/nyu/'],
    ['/publication/paired/', '/publications/PAIRED/'],
    ['/post/one/', '/posts/one/'],
    ['/event/', '/talks/'],
    ['/publication/', '/publications/'],
    ['/post/', '/posts/'],
    ['/project/', '/projects/'],
    ['/tags/', '/talks/tags/'],
    ['/tag/deep-learning/', '/talks/tags/deep-learning/'],
    ['/tag/curricula/', '/publications/tag/curricula/'],
    ['/tag/diary/', '/posts/'],
    ['/publication_types/2/', '/publications/type/journal-article/'],
    ['/author/ada-example/', '/'],
    ['/author/bea-sample/', '/people/bea/'],
    ['/author/cy-guest/', '/publications/'],
    ['/authors/', '/people/'],
    ['/index.xml', '/rss.xml'],
    ['/event/index.xml', '/rss.xml'],
    ['/publication/index.xml', '/publications.xml'],
    ['/post/index.xml', '/posts.xml'],
    ['/tag/deep-learning/index.xml', '/talks/tags/deep-learning.xml'],
    ['/sitemap.xml', '/sitemap-index.xml'],
    ['/talk/compression-what-why/slides.pdf', '/talks/nyu/slides.pdf'],
    ['/publication/paired/PAIRED.pdf', '/publications/PAIRED/PAIRED.pdf'],
    ['/uploads/cv.pdf', '/uploads/cv.pdf'],
    ['/experience/', '/cv/'],
  ])('%s → %s', (old, to) => {
    const { outcomes } = mapped('wowchemy', wowchemy, { 'content/cv.yaml': 'work: []\n' });
    expect(outcomes[old]).toBe(to);
  });

  it('explains addresses without a target', () => {
    const { outcomes } = mapped('wowchemy', wowchemy);
    const nowhere = Object.entries(outcomes).filter(([, outcome]) => outcome.startsWith('('));
    expect(Object.fromEntries(nowhere)).toMatchInlineSnapshot(`
      {
        "/author/*/index.xml": "(There is no feed for this list. The Subscribe page lists the feeds of the site.)",
        "/experience/": "(The file of this page, content/experience.md, was copied to quarantine/content/experience.md, which is not published.)",
        "/privacy/": "(The file of this page, content/privacy.md, was copied to quarantine/content/privacy.md, which is not published.)",
        "/publication_types/*/index.xml": "(There is no feed for this list. The Subscribe page lists the feeds of the site.)",
        "/tag/*/index.xml": "(There is no feed for this list. The Subscribe page lists the feeds of the site.)",
        "/talk/*/*.jpg": "(Images of pages are resized and get new addresses, or are not shown.)",
      }
    `);
  });

  it('writes redirects only for addresses that no page has', () => {
    const { lines } = mapped('wowchemy', wowchemy);
    const needless = ['/', '/seminar/', '/uploads/cv.pdf', '/author/bea-sample/', '/privacy/'];
    for (const old of needless) expect(lines).not.toHaveProperty([old]);
    expect(lines['/publication/paired/']).toBe('/publications/PAIRED/');
  });
});

it('writes no redirect for a page with its old address, with or without a slash', () => {
  const { outcomes, lines } = mapped('academicpages', {
    '_config.yml': 'permalink: /:categories/:title/\ncollections: { talks: { output: true } }\n',
    '_talks/2012-03-01-talk-1.md': page('title: T', 'permalink: /talks/2012-03-01-talk-1'),
    '_talks/b.md': page('title: T', 'permalink: /old/b', 'redirect_from: /older/b.html'),
    '_posts/2012-08-14-post.md': page('title: P', 'categories: [Two Words, é]'),
    '_pages/talks.html': page('permalink: /talks/'),
    '_pages/archive.html': page('permalink: /year-archive/'),
    '_pages/about.md': page('permalink: /', 'redirect_from: [/about/, /about.html]'),
  });
  expect(outcomes).toMatchObject({
    '/talks/2012-03-01-talk-1': '/talks/2012-03-01-talk-1/',
    '/old/b': '/talks/b/',
    '/older/b.html': '/talks/b/',
  });
  expect(lines).toEqual({
    // The pages in _pages, which the theme reads.
    ...{ '/about.html': '/', '/about/': '/', '/year-archive/': '/posts/' },
    '/feed.xml': '/posts.xml',
    '/sitemap.xml': '/sitemap-index.xml',
    '/two words/é/post/': '/posts/2012-08-14-post/',
  });
});

it('redirects a further address of a list to the list', () => {
  const { lines } = mapped('academicpages', {
    '_config.yml': 'include: [_pages]\npermalink: /:title/\n',
    '_posts/2012-08-14-post.md': page('title: P'),
    '_pages/year-archive.html': page('permalink: /year-archive/', 'redirect_from: /wp/'),
  });
  expect(lines).toMatchObject({ '/year-archive/': '/posts/', '/wp/': '/posts/' });
});

it('redirects an address of several pages to the last one, as in Jekyll', () => {
  const { lines } = mapped('academicpages', {
    '_config.yml': 'collections: { talks: { output: true } }\n',
    '_talks/a.md': page('title: A', 'permalink: /talks/copied'),
    '_talks/b.md': page('title: B', 'permalink: /talks/copied'),
  });
  expect(lines['/talks/copied']).toBe('/talks/b/');
});

it('redirects a chapter of a course to its page below the course', () => {
  const { outcomes } = mapped('wowchemy', {
    'config.yaml': 'title: Ada Example\n',
    'content/courses/sums/_index.md': page('title: Sums'),
    'content/courses/sums/one.md': page('title: One'),
  });
  expect(outcomes['/courses/']).toBe('/teaching/');
  expect(outcomes['/courses/sums/']).toBe('/teaching/sums/');
  expect(outcomes['/courses/sums/one/']).toBe('/teaching/sums/one/');
});

it('writes names with spaces, accents, capitals and dots as readable YAML', () => {
  const { lines, text } = mapped('wowchemy', {
    'config.yaml': 'removePathAccents: true\n',
    'content/talk/Über — v1.2: a "b" c/index.md': page('title: T'),
    'content/talk/Über — v1.2: a "b" c/Notes (é) & more.pdf': 'x',
  });
  const slug = 'Über-—-v1.2-a-b-c';
  expect(text).toMatchInlineSnapshot(`
    "# Redirects from the addresses of the old site: the old address, then the new one.
    # Written by "npm run import". You can edit, add and delete lines.
    # Addresses in the aliases or the permalink of a page need no line here.
    /categories/: /
    /categories/index.xml: /rss.xml
    /index.xml: /rss.xml
    /sitemap.xml: /sitemap-index.xml
    /tags/: /talks/tags/
    /tags/index.xml: /rss.xml
    /talk/: /talks/
    /talk/index.xml: /rss.xml
    /talk/uber--v1.2-a-b-c/: "/talks/Über-—-v1.2-a-b-c/"
    /talk/uber-v1.2-a-b-c/: "/talks/Über-—-v1.2-a-b-c/"
    "/talk/uber-v1.2-a-b-c/Notes (é) & more.pdf": "/talks/Über-—-v1.2-a-b-c/Notes (é) & more.pdf"
    "
  `);
  expect(Object.values(lines)).toContain(`/talks/${slug}/Notes (é) & more.pdf`);
});

it('is the same for any order of the files, and causes no problems', async () => {
  const { staged, text } = mapped('wowchemy', wowchemy);
  const turned = Object.fromEntries(Object.entries(wowchemy).reverse());
  expect(mapped('wowchemy', turned).text).toBe(text);
  const file = join(staged.content, 'redirects.yaml');
  writeFileSync(file, text);
  const { problems } = await checkSite(staged);
  expect(problems.filter(({ file }) => file.endsWith('redirects.yaml'))).toEqual([]);
  expect(readFileSync(file, 'utf8')).toMatch(/^# Redirects from/);
});

it('maps the addresses of documents that nobody rendered, which blogdown ignores', () => {
  const { outcomes } = mapped('academic', {
    'config.toml':
      'ignoreFiles = ["\\\\.Rmd$", "_files$"]\n[permalinks]\n  post = "/:year/:month/:day/:slug/"\n',
    'content/post/2019-03-04-cake.Rmd': page('title: Cake', 'slug: cake'),
    'content/post/2019-03-05-tea.Rmd': page('title: Tea source', 'slug: tea-source'),
    'content/post/2019-03-05-tea.md': page('title: Tea', 'slug: tea'),
  });
  expect(outcomes['/2019/03/04/cake/']).toBe('/posts/cake/');
  expect(outcomes['/2019/03/04/tea/']).toBe('/posts/tea/');
  expect(Object.keys(outcomes).filter((old) => /source|Rmd/.test(old))).toEqual([]);
});

it('answers a list that the new site does not have', () => {
  const { outcomes } = mapped('wowchemy', {
    'config/_default/config.yaml': 'title: Ada\n',
    'content/post/_index.md': page('title: Posts'),
    'content/slides/deck/index.md': page('title: A deck'),
    'content/event/nyu/index.md': page('title: A talk'),
  });
  expect(outcomes['/post/']).toBe('/');
  expect(outcomes['/slides/']).toBe('/talks/');
});
