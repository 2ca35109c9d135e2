import { describe, expect, it } from 'vitest';
import { locateFile, toSiteFile } from '../../../src/content/assets/find-file.ts';
import { listPageFiles } from '../../../src/content/assets/page-files.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

function createBundle(files: Record<string, string>) {
  const folder = createAuthorFolder({ 'content/talks/nyu/index.md': '', ...files });
  const [file] = listPageFiles(folder.talks, folder.root, 'en').files;
  if (!file) throw new Error('no talk');
  return { folder, file };
}

/** Returns `place:path` of the file that a value means. */
function find(files: Record<string, string>, value: string): string | undefined {
  const { folder, file } = createBundle(files);
  const found = locateFile(folder, file, value);
  return found && `${found.place}:${found.path}${found.suffix}`;
}

const besidePage = { 'content/talks/nyu/deck.pdf': '12345', 'content/talks/nyu/files/a b.pdf': '' };
const inPublic = {
  'public/files/x.pdf': '1234567',
  'public/deck.pdf': 'other',
  'public/é.pdf': '',
};

describe('a file next to a page, by its address', () => {
  const files = {
    'content/talks/nyu/deck.pdf': '12345',
    'content/talks/nyu/fig.png': '',
    'content/talks/nyu/slides/index.html': '<p>Slides</p>',
    'content/publications/Old Name/index.md': '---\ntitle: P\nslug: named\n---\n',
    'content/publications/Old Name/text.pdf': '1234',
    'content/publications/Old Name/fig.png': '',
    'content/publications/no-page/text.pdf': '',
    'content/redirects.yaml':
      '/talk/a-long-title/deck.pdf: /talks/nyu/deck.pdf\n/talk/a-long-title/slides/: /talks/nyu/slides/\n',
    'public/slides/xaringan/index.html': '<p>Slides</p>',
  };

  it.each([
    ['/talks/nyu/deck.pdf#page=3', 'bundle:deck.pdf#page=3', 'deck.pdf#page=3'],
    ['/talk/nyu/deck.pdf', 'bundle:deck.pdf', 'deck.pdf'],
    ['event/nyu/deck.pdf', 'bundle:deck.pdf', 'deck.pdf'],
    ['/talk/a-long-title/deck.pdf', 'bundle:deck.pdf', 'deck.pdf'],
    ['/talk/a-long-title/slides', 'bundle:slides/index.html', 'slides/index.html'],
    ['/talk/nyu/fig.png', 'bundle:fig.png', 'fig.png'],
    [
      '/publication/old-name/text.pdf',
      'public:publications/named/text.pdf',
      '/publications/named/text.pdf',
    ],
    ['slides', 'bundle:slides/index.html', undefined],
    ['/slides/xaringan/', 'public:slides/xaringan/index.html', undefined],
  ])('is found: %s is %s', (value, expected, named) => {
    expect(find(files, value)).toBe(expected);
    const { folder, file } = createBundle(files);
    expect(locateFile(folder, file, value)?.address).toBe(named);
  });

  it.each([
    '/publication/old-name/fig.png',
    '/publication/no-page/text.pdf',
    '/publication/old-name/../../site.yaml',
    '/nothing/old-name/text.pdf',
  ])('is not found: %s', (value) => {
    expect(find(files, value)).toBeUndefined();
  });
});

describe('locateFile', () => {
  it.each([
    ['deck.pdf', 'bundle:deck.pdf'],
    ['./deck.pdf', 'bundle:deck.pdf'],
    ['deck.pdf#page=3', 'bundle:deck.pdf#page=3'],
    ['/deck.pdf', 'public:deck.pdf'],
    ['files/a b.pdf', 'bundle:files/a b.pdf'],
    ['files/a%20b.pdf', 'bundle:files/a b.pdf'],
    ['files/x.pdf', 'public:files/x.pdf'],
    ['/files/x.pdf', 'public:files/x.pdf'],
    ['./files/x.pdf', 'public:files/x.pdf'],
    ['/files/x.pdf?v=2#page=3', 'public:files/x.pdf?v=2#page=3'],
    ['/%C3%A9.pdf', 'public:é.pdf'],
    ['é.pdf', 'public:é.pdf'],
  ])('finds %s', (value, expected) => {
    expect(find({ ...besidePage, ...inPublic }, value)).toBe(expected);
  });

  it.each([
    'gone.pdf',
    'files',
    '',
    '#page=3',
    '%E0%A4%A',
    'deck%00.pdf',
    `${'x'.repeat(5000)}.pdf`,
    'deck.pdf/x.pdf',
    'index.md',
    '../../../etc/passwd',
    '../../site.yaml',
    '/../content/site.yaml',
    'files/../../content/site.yaml',
    '..%2F..%2Fcontent%2Fsite.yaml',
    '%2e%2e/content/site.yaml',
    '..\\content\\site.yaml',
    '//example.org/deck.pdf',
    'https://example.org/deck.pdf',
    'mailto:deck.pdf',
  ])('does not find %j', (value) => {
    const files = { ...besidePage, ...inPublic, 'content/site.yaml': 'name: A' };
    expect(find(files, value)).toBeUndefined();
  });

  it('looks only in public/ for a talk that is not a bundle', () => {
    const folder = createAuthorFolder({
      'content/talks/flat.md': '',
      'content/talks/deck.pdf': '',
      ...inPublic,
    });
    const [file] = listPageFiles(folder.talks, folder.root, 'en').files;
    expect(locateFile(folder, file!, 'deck.pdf')).toMatchObject({ place: 'public', bytes: 5 });
  });
});

it.each([
  ['deck.pdf#page=3', '/sub/talks/nyu/deck.pdf#page=3', 5],
  ['files/a b.pdf', '/sub/talks/nyu/files/a%20b.pdf', 0],
  ['/files/x.pdf', '/sub/files/x.pdf', 7],
  ['é.pdf', '/sub/%C3%A9.pdf', 0],
])('publishes %s as %s', (value, href, bytes) => {
  const { folder, file } = createBundle({ ...besidePage, ...inPublic });
  const located = locateFile(folder, file, value);
  const addresses = createAddresses('/sub');
  expect(
    located && toSiteFile(located, addresses, (path) => addresses.file('talks', 'nyu', path)),
  ).toEqual({ href, bytes });
});

it.each([
  ['/rss.xml', '/rss.xml'],
  ['/index.html#top', '/#top'],
  ['/robots.txt', '/robots.txt'],
  ['/index.xml', '/rss.xml'],
  ['rss.xml', undefined],
  ['/posts.xml', undefined],
  ['/other.xml', undefined],
])('finds the file that Lectern generates at %s: %s', (value, address) => {
  const { folder, file } = createBundle({ 'content/redirects.yaml': '/index.xml: /rss.xml\n' });
  expect(locateFile(folder, file, value)?.address).toBe(address);
});

it('is in public/ if an address climbs out of the site, as in a browser', () => {
  const { folder, file } = createBundle(inPublic);
  const value = '../../../../files/x.pdf#page=2';
  expect(locateFile(folder, file, value)).toMatchObject({
    ...{ place: 'public', path: 'files/x.pdf', address: '/files/x.pdf#page=2' },
  });
  expect(locateFile(folder, file, '../../../../files/../../x.pdf')).toBeUndefined();
  expect(locateFile(folder, file, '../files/x.pdf')).toBeUndefined();
});
