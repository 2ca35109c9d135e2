import { describe, expect, it } from 'vitest';
import { checkAddresses } from '../../../src/content/validate/check-addresses.ts';
import { readRedirects } from '../../../src/content/assets/read-redirects.ts';
import { readSections } from '../../../src/content/validate/site-contents.ts';
import { readSite } from '../../../src/content/site/read-site.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

const talk = (...lines: string[]) =>
  ['---', 'title: T', 'date: 2024-05-22', ...lines, '---', ''].join('\n');

/** Returns the redirects of a site with some pages, and their problems. */
function checkRedirects(text: string, base = '/') {
  const folder = createAuthorFolder({
    'content/site.yaml': 'name: Ada Example\n',
    'content/talks/nyu/index.md': talk(
      'tags: [Knots]',
      'type: Tutorial',
      'aliases: [/talk/ny/]',
      'url_slides: slides.pdf',
    ),
    'content/talks/nyu/slides.pdf': 'x',
    'content/talks/draft.md': talk('draft: true'),
    'content/publications/p.md': talk(
      'publication_types: ["2"]',
      'tags: [Sums]',
      'url_code: https://code.example',
    ),
    'content/authors/ada/_index.md': '---\ntitle: Ada Example\n---\n',
    'content/authors/bob/_index.md': '---\ntitle: Bob Sample\n---\n',
    'public/files/a b.pdf': 'x',
    'public/old-site/index.html': 'x',
    'content/redirects.yaml': text,
  });
  const site = readSite(folder, { BASE_PATH: base });
  const read = readSections(folder, site, createAddresses(base));
  const { addresses, problems } = checkAddresses(read, folder, site);
  const redirects = addresses.list.flatMap(({ path, producer }) =>
    producer.kind === 'redirect' && !producer.page
      ? [
          `${path} → ${decodeURI(producer.href.replace(new RegExp(`^${base.replace(/\/$/, '')}(?=/)`), ''))}`,
        ]
      : [],
  );
  const allProblems = [...readRedirects(folder).problems, ...problems];
  return { redirects, reported: allProblems.map(({ line, code }) => `${line} ${code}`) };
}

it('ignores an old address that differs only in case from a page, and a page that declares it', () => {
  const { redirects, reported } = checkRedirects(
    '/Talks/NYU/: /search/\n/files/A%20b.pdf: /search/\n',
  );
  expect([redirects, reported]).toEqual([[], ['1 redirect/other-case', '2 redirect/other-case']]);
  const folder = createAuthorFolder({
    'content/site.yaml': 'name: Ada Example\n',
    'content/talks/nyu.md': talk('aliases: [/Talks/Nyu/, /old/]'),
  });
  const site = readSite(folder);
  const read = readSections(folder, site, createAddresses('/'));
  const { addresses, problems } = checkAddresses(read, folder, site);
  expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['4 redirect/other-case']);
  const old = addresses.list.filter(({ producer }) => producer.kind === 'redirect');
  expect(old.map(({ path }) => path)).toEqual(['old']);
});

describe('the target of a redirect', () => {
  it.each([
    ...['/', '/talks/', '/talks/nyu/', '/talks/nyu', '/talks/nyu/#abstract', '/talks/nyu/?x=1'],
    ...['/talks/nyu/slides.pdf', '/talks/nyu.ics', '/talks/tags/knots/', '/talks/tags/knots.xml'],
    ...['/talks/kind/tutorial/', '/talks/in/2024/', '/talks/with/slides/'],
    ...['/publications/p/', '/publications/type/journal-article/', '/publications/tag/sums/'],
    ...['/publications/with/code/', '/publications/in/2024/'],
    ...['/publications.xml', '/people/', '/people/bob/', '/rss.xml', '/files/a%20b.pdf'],
    ...['/files/a b.pdf', '/old-site/', '/search/', 'https://x.example/?a#b', '/404.html'],
  ])('may be %s', (to) => {
    expect(checkRedirects(`/old/: ${JSON.stringify(to)}\n`)).toEqual({
      redirects: [to.startsWith('/') ? `old → ${decodeURI(to)}` : `old → ${to}`],
      reported: [],
    });
  });

  it.each([
    ...['/talks/gone/', '/talks/nyu/other.pdf', '/posts/', '/posts.xml', '/people/ada/', '/cv/'],
    ...['/talks/in/2023/', '/publications/type/thesis/', '/files/', '/teaching/', '/talk/nyu/'],
    ...['/talks/with/video/', '/publications/with/pdf/', '/publications/with/data/'],
    ...[`/${'x'.repeat(300)}/`, '/talks/../../x/', '/%zz/'],
  ])('must not be %s', (to) => {
    const { redirects, reported } = checkRedirects(`# A comment.\n/old/: ${to}\n`);
    expect({ redirects, reported }).toEqual({
      redirects: [],
      reported: ['2 redirect/unknown-target'],
    });
  });
});

it('a redirect to a draft is not active before the page is published', () => {
  expect(checkRedirects('/old/: /talks/draft/\n')).toEqual({ redirects: [], reported: [] });
});

it('a redirect to an alias leads to the page, also with a base path', () => {
  const { redirects, reported } = checkRedirects('/old/: /talk/ny/\n', '/sub');
  expect(redirects).toEqual(['old → /talks/nyu/']);
  expect(reported).toEqual(['1 redirect/chain']);
});

it('old addresses may be encoded or not', () => {
  const text = [
    '/a b/',
    '/%C3%BC/',
    '/x//y.html',
    'https://old.example/z',
    '/w/index.html',
    '/v.1/',
  ]
    .map((old) => `${JSON.stringify(old)}: /talks/\n`)
    .join('');
  const { redirects, reported } = checkRedirects(text);
  const oldAddresses = redirects.map((line) => line.replace(' → /talks/', ''));
  expect(oldAddresses).toEqual(['a b', 'ü', 'x/y.html', 'z', 'w', 'v.1']);
  expect(reported).toEqual([]);
});

it('old addresses that Windows cannot have are reported', () => {
  const text = '/con/a/: /talks/\n"/b /": /talks/\n"/c: d/": /talks/\n';
  const { redirects, reported } = checkRedirects(text);
  expect(redirects).toEqual(['con/a → /talks/', 'b  → /talks/', 'c: d → /talks/']);
  expect(reported).toEqual([1, 2, 3].map((line) => `${line} redirect/windows-name`));
});

// Linux allows 4,096 bytes, the folder of the site included.
it('old addresses that are too long for a path are ignored', () => {
  const parts = (count: number) => Array.from({ length: count }, () => 'x'.repeat(199)).join('/');
  const { redirects, reported } = checkRedirects(`/${parts(4)}: /talks/\n/${parts(5)}: /talks/\n`);
  expect(redirects).toHaveLength(1);
  expect(reported).toEqual(['2 redirect/address']);
});

it('the address of a file that has moved may have a percent sign', () => {
  const { redirects, reported } = checkRedirects('/old/100%25.pdf: /files/a b.pdf\n');
  expect({ redirects, reported }).toEqual({
    redirects: ['old/100%.pdf → /files/a b.pdf'],
    reported: [],
  });
});

it.each([
  ['nothing', '', []],
  ['only comments', '# None yet.\n---\n', []],
  ['a list', '- /a/\n- /b/\n', ['1 front-matter/unreadable']],
  ['a colon too many', '/a/: /b: c\n', ['1 front-matter/unreadable']],
  [
    'keys that are not addresses of files',
    '/: /talks/\n/a/../b: /talks/\n"/a#b": /talks/\na: /talks/\n/%zz/: /talks/\n/5%25/: /talks/\n',
    [1, 2, 3, 4, 5, 6].map((line) => `${line} redirect/address`),
  ],
  [
    'values that are not addresses',
    '/a/: [x]\n/b/: 5\n/c/: javascript:x\n/d/: //x.example/\n',
    ['1 redirect/wrong-shape', '3 redirect/unsafe-link', '2 redirect/target', '4 redirect/target'],
  ],
])('%s', (_, text, reported) => {
  const result = checkRedirects(text);
  expect(result.redirects).toEqual([]);
  expect(result.reported.toSorted()).toEqual(reported.toSorted());
});
