import { describe, expect, it } from 'vitest';
import { checkAddresses } from '../../src/content/validate/check-addresses.ts';
import { readRedirects } from '../../src/content/assets/read-redirects.ts';
import { readSections } from '../../src/content/validate/site-contents.ts';
import { readSite } from '../../src/content/site/read-site.ts';
import { createAddresses } from '../../src/model/page/addresses.ts';
import { authorFolder } from '../helpers/author-folder.ts';

const talk = (...lines: string[]) =>
  ['---', 'title: T', 'date: 2024-05-22', ...lines, '---', ''].join('\n');

/** The redirects of a site with some pages, and what is said of them. */
function checked(text: string, base = '/') {
  const folder = authorFolder({
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
  const all = [...readRedirects(folder).problems, ...problems];
  return { leading: redirects, said: all.map(({ line, code }) => `${line} ${code}`) };
}

describe('what a redirect may lead to', () => {
  it.each([
    ...['/', '/talks/', '/talks/nyu/', '/talks/nyu', '/talks/nyu/#abstract', '/talks/nyu/?x=1'],
    ...['/talks/nyu/slides.pdf', '/talks/nyu.ics', '/talks/tags/knots/', '/talks/tags/knots.xml'],
    ...['/talks/kind/tutorial/', '/talks/in/2024/', '/talks/with/slides/'],
    ...['/publications/p/', '/publications/type/journal-article/', '/publications/tag/sums/'],
    ...['/publications/with/code/', '/publications/in/2024/'],
    ...['/publications.xml', '/people/', '/people/bob/', '/rss.xml', '/files/a%20b.pdf'],
    ...['/files/a b.pdf', '/old-site/', '/search/', 'https://x.example/?a#b', '/404.html'],
  ])('%s', (to) => {
    expect(checked(`/old/: ${JSON.stringify(to)}\n`)).toEqual({
      leading: [to.startsWith('/') ? `old → ${decodeURI(to)}` : `old → ${to}`],
      said: [],
    });
  });

  it.each([
    ...['/talks/gone/', '/talks/nyu/other.pdf', '/posts/', '/posts.xml', '/people/ada/', '/cv/'],
    ...['/talks/in/2023/', '/publications/type/thesis/', '/files/', '/teaching/', '/talk/nyu/'],
    ...['/talks/with/video/', '/publications/with/pdf/', '/publications/with/data/'],
  ])('but not %s', (to) => {
    const { leading, said } = checked(`# A comment.\n/old/: ${to}\n`);
    expect({ leading, said }).toEqual({ leading: [], said: ['2 redirect/unknown-target'] });
  });
});

it('a redirect to a draft waits for the page', () => {
  expect(checked('/old/: /talks/draft/\n')).toEqual({ leading: [], said: [] });
});

it('an alias of a page is led to the page, also under a base path', () => {
  const { leading, said } = checked('/old/: /talk/ny/\n', '/sub');
  expect(leading).toEqual(['old → /talks/nyu/']);
  expect(said).toEqual(['1 redirect/chain']);
});

it('old addresses may be written as a browser shows or sends them', () => {
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
  const { leading, said } = checked(text);
  const found = leading.map((line) => line.replace(' → /talks/', ''));
  expect(found).toEqual(['a b', 'ü', 'x/y.html', 'z', 'w', 'v.1']);
  expect(said).toEqual([]);
});

it.each([
  ['nothing', '', []],
  ['comments alone', '# None yet.\n---\n', []],
  ['a list', '- /a/\n- /b/\n', ['1 front-matter/unreadable']],
  ['a colon too many', '/a/: /b: c\n', ['1 front-matter/unreadable']],
  [
    'keys no file can answer',
    '/: /talks/\n/a/../b: /talks/\n"/a#b": /talks/\na: /talks/\n',
    ['1 redirect/address', '2 redirect/address', '3 redirect/address', '4 redirect/address'],
  ],
  [
    'values of other kinds',
    '/a/: [x]\n/b/: 5\n/c/: javascript:x\n/d/: //x.example/\n',
    ['1 redirect/wrong-shape', '3 redirect/unsafe-link', '2 redirect/target', '4 redirect/target'],
  ],
])('%s', (_, text, said) => {
  const found = checked(text);
  expect(found.leading).toEqual([]);
  expect(found.said.toSorted()).toEqual(said.toSorted());
});
