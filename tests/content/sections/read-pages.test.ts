import { describe, expect, it } from 'vitest';
import { listAttachments } from '../../../src/content/sections/parsed-page.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { lineOf, talkFile } from '../../helpers/make/talk-file.ts';

const addresses = createAddresses('/sub');
const talk = (keys: Record<string, unknown> = {}) =>
  talkFile({ title: 'T', date: '2021-09-22', ...keys });

/** Reads talks by their paths in `content/talks/`. Paths in `public/` are kept. */
function read(files: Record<string, string>) {
  const entries = Object.entries(files).map(([name, text]) => [
    name.startsWith('public/') ? name : `content/talks/${name}`,
    text,
  ]);
  const folder = createAuthorFolder(Object.fromEntries(entries) as Record<string, string>);
  const { pages: talks, problems } = readPages(talkSection, folder, addresses);
  const reported = problems.map(
    ({ file, line, column, code }) =>
      `${file.replace('content/talks/', '')}:${line}:${column} ${code}`,
  );
  return { talks, problems, reported, slugs: talks.map(({ slug }) => slug) };
}

describe('the address', () => {
  it.each([
    ['the folder', 'NYU seminar/index.md', {}, 'NYU-seminar'],
    ['the file', '2021-nyu.md', {}, '2021-nyu'],
    ['the key slug', 'nyu/index.md', { slug: 'Other name' }, 'Other-name'],
    ['a slug with a path', 'nyu.md', { slug: '../../x' }, 'x'],
  ])('comes from %s', (_, name, keys, slug) => {
    expect(read({ [name]: talk(keys) })).toMatchObject({ slugs: [slug], reported: [] });
  });

  it.each([
    ['by its folder', 'tags/index.md', {}, 'tags/index.md:1:1'],
    ['by its key', 'nyu.md', { slug: 'Tags' }, 'nyu.md:4:7'],
    ['the file of a list', 'nyu.md', { slug: 'index.html' }, 'nyu.md:4:7'],
    ['the file of a list in capitals', 'Index.HTM.md', {}, 'Index.HTM.md:1:1'],
  ])('must not be reserved, %s', (_, name, keys, place) => {
    const { problems, reported } = read({ [name]: talk(keys) });
    expect(reported).toEqual([`${place} talk/reserved-address`]);
    expect(problems[0]?.severity).toBe('error');
  });
});

describe('the files', () => {
  it('of a bundle take precedence over those in public/, and have the base path', () => {
    const { talks, reported } = read({
      'nyu/index.md': talk({
        url_slides: 'deck.pdf',
        url_pdf: '/files/x.pdf',
        url_poster: 'files/x.pdf',
      }),
      'nyu/deck.pdf': '12345',
      'public/deck.pdf': '1',
      'public/files/x.pdf': '1234567',
    });
    expect(reported).toEqual([]);
    expect(talks[0]?.files).toEqual({
      'deck.pdf': { href: '/sub/talks/nyu/deck.pdf', bytes: 5 },
      '/files/x.pdf': { href: '/sub/files/x.pdf', bytes: 7 },
      'files/x.pdf': { href: '/sub/files/x.pdf', bytes: 7 },
    });
  });

  it('have one warning at the first key if they are missing, and the talk is kept', () => {
    const text = talk({
      links: [{ name: 'Slides', url: 'gone.pdf' }],
      url_slides: 'gone.pdf',
      url_pdf: '../../gone-too.pdf',
    });
    const { slugs, reported, problems } = read({ 'nyu.md': text });
    expect(slugs).toEqual(['nyu']);
    expect(reported).toEqual([
      `nyu.md:${lineOf(text, 'url_slides')}:13 talk/missing-file`,
      `nyu.md:${lineOf(text, 'url_pdf')}:10 talk/missing-file`,
    ]);
    expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });
});

describe('the image', () => {
  it.each([
    ['has featured in its name', ['a.png', 'my-Featured-1.jpg'], undefined, 'my-Featured-1.jpg'],
    ['is named by the author', ['a.png', 'b.png'], 'b.png', 'b.png'],
    ['is named by the author, in a folder', ['img/a.png'], 'img/a.png', 'img/a.png'],
    [
      'has featured in its name and another is named',
      ['featured.png', 'b.png'],
      'b.png',
      'featured.png',
    ],
    ['is not an image', ['featured.pdf'], undefined, undefined],
    ['is in a subfolder', ['old/featured.png'], undefined, undefined],
    ['is not named', ['a.png'], undefined, undefined],
  ])('%s', (_, names, filename, expected) => {
    const files = Object.fromEntries(names.map((name) => [`nyu/${name}`, '']));
    const { talks } = read({
      'nyu/index.md': talk(filename ? { image: { filename } } : {}),
      ...files,
    });
    expect(talks[0]?.image?.name).toBe(expected);
  });

  it('may be named by the key of older themes', () => {
    const { talks } = read({
      'nyu/index.md': talk({ header: { image: 'b.png' } }),
      'nyu/b.png': '',
    });
    expect(talks[0]?.image?.name).toBe('b.png');
  });

  it('has a warning if it is named and missing', () => {
    const text = talk({ image: { filename: 'gone.png' } });
    const { reported, problems } = read({ 'nyu/index.md': text });
    expect(reported.map((one) => one.split(' ')[1])).toEqual(['talk/missing-file']);
    expect(problems[0]).toMatchObject({ severity: 'warning', line: lineOf(text, 'image') });
  });
});

it('publishes all files of a bundle except images that nothing links to', () => {
  const { talks } = read({
    'nyu/index.md': talk({ links: [{ name: 'Poster', url: 'poster one.png' }], url_pdf: 'a.pdf' }),
    'nyu/a.pdf': '',
    'nyu/data/b.csv': '',
    'nyu/featured.png': '',
    'nyu/poster one.png': '',
    'nyu/shown.svg': '',
  });
  expect(listAttachments(talks[0]!, ['shown.svg'])).toEqual([
    'a.pdf',
    'data/b.csv',
    'poster one.png',
    'shown.svg',
  ]);
});

describe('readPages', () => {
  it('keeps talks with warnings, omits those with errors, and reports all', () => {
    const { slugs, reported } = read({
      'a-fine.md': talk(),
      'b-unknown-key.md': talk({ slide: 'x' }),
      'c-no-date.md': talkFile({ title: 'T' }),
      'd-unclosed.md': '---\ntitle: T\n',
      'e-end.md': talk({ date_end: '2020-01-01' }),
    });
    expect(slugs).toEqual(['a-fine', 'b-unknown-key', 'e-end']);
    expect(reported).toEqual([
      'b-unknown-key.md:4:1 talk/unknown-key',
      'c-no-date.md:1:1 talk/date-missing',
      'd-unclosed.md:1:1 front-matter/unclosed',
      'e-end.md:4:11 talk/end-before-start',
    ]);
  });

  it.each(['alpha', 'beta', 'frac12', 'tau', 'theta', 'rho', 'nu', 'nabla f', 'vec x'])(
    'reports a lost backslash of \\%s in double quotes',
    (tex) => {
      const file = (quote: string) =>
        `---\ndate: 2021-09-22\ntitle: ${quote}On $\\${tex}$${quote}\n---\n`;
      expect(read({ 'nyu.md': file("'") })).toMatchObject({ slugs: ['nyu'], reported: [] });
      expect(read({ 'nyu.md': file('"') })).toMatchObject({
        slugs: ['nyu'],
        reported: ['nyu.md:3:8 talk/lost-backslash'],
      });
    },
  );

  it('skips pages of old themes that are not talks', () => {
    const { slugs, problems } = read({ 'w.md': talkFile({ widget: 'pages', title: 'Talks' }) });
    expect([slugs, problems.filter(({ severity }) => severity !== 'note')]).toEqual([[], []]);
  });
});
