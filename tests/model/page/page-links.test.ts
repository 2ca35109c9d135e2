import { describe, expect, it } from 'vitest';
import { defaultLinkLabel, toLinkKind } from '../../../src/model/page/link.ts';
import { checkLinks } from '../../../src/model/page/page-links.ts';
import { makeFrontMatter, createFileFinder } from '../../helpers/make/talk.ts';
import { toTalkLinks, toTalkLinkTargets } from '../../../src/model/talk/talk.ts';

type Keys = Record<string, unknown>;

/** Each link as `label → address`. */
const linksOf = (keys: Keys, ...files: string[]) =>
  toTalkLinks(makeFrontMatter(keys), createFileFinder(...files)).map(
    ({ label, href }) => `${label} → ${href}`,
  );
const warningsOf = (keys: Keys, ...files: string[]) =>
  checkLinks(toTalkLinkTargets(makeFrontMatter(keys)), createFileFinder(...files));
const on = (page: string) => `https://example.org/${page}`;

describe('toTalkLinks', () => {
  it('has the same order for any order in the file', () => {
    const keys = {
      links: [
        { name: 'Notes', url: on('notes') },
        { name: 'Blog', url: on('blog') },
      ],
      url_project: on('project'),
      url_source: on('source'),
      url_dataset: on('dataset'),
      url_poster: on('poster'),
      url_preprint: on('preprint'),
      url_code: on('code'),
      url_pdf: on('pdf'),
      url_video: on('video'),
      url_slides: on('slides'),
    };
    expect(linksOf(keys)).toEqual([
      'Slides → https://example.org/slides',
      'Video → https://example.org/video',
      'PDF → https://example.org/pdf',
      'Code → https://example.org/code',
      'Preprint → https://example.org/preprint',
      'Poster → https://example.org/poster',
      'Dataset → https://example.org/dataset',
      'Source → https://example.org/source',
      'Project → https://example.org/project',
      'Notes → https://example.org/notes',
      'Blog → https://example.org/blog',
    ]);
  });

  it('shows a target once, however often it is in the file', () => {
    const keys = {
      links: [{ name: 'My slides', url: '/files/talk.pdf' }],
      url_slides: 'files/talk.pdf',
      slides: 'https://files.example.net/s/1',
    };
    expect(linksOf(keys, 'files/talk.pdf')).toEqual([
      'Slides → /files/talk.pdf',
      'files.example.net → https://files.example.net/s/1',
    ]);
  });

  it('gives each link its own label', () => {
    const keys = {
      url_slides: on('1'),
      slides: on('2'),
      urls: { slides: 'https://www.example.org/3' },
      links: [{ name: 'slides', url: on('4') }],
    };
    const labels = toTalkLinks(makeFrontMatter(keys), createFileFinder()).map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual(['Slides', 'example.org']);
    expect(new Set(labels).size).toBe(4);
  });

  it.each([
    ['the name of a deck', 'example-slides', []],
    ['a web address', 'https://example.org/s', ['Slides → https://example.org/s']],
    ['a file', 'deck.pdf', ['Slides → /deck.pdf']],
    ['a page of a file', 'deck.pdf#page=3', ['Slides → /deck.pdf#page=3']],
  ])('takes %s in slides', (_, slides, expected) => {
    const findFile = (path: string) =>
      path.startsWith('deck.pdf') ? { href: `/${path}`, bytes: 7 } : undefined;
    const talk = makeFrontMatter({ slides });
    const links = toTalkLinks(talk, findFile);
    expect(links.map(({ label, href }) => `${label} → ${href}`)).toEqual(expected);
    expect(checkLinks(toTalkLinkTargets(talk), findFile)).toEqual([]);
  });

  it.each([
    ['an id', 'dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['an address', 'https://youtu.be/dQw4w9WgXcQ', 'https://youtu.be/dQw4w9WgXcQ'],
  ])('takes %s in youtube', (_, youtube, href) => {
    expect(linksOf({ youtube })).toEqual([`Video → ${href}`]);
  });

  it('keeps anchors and external addresses unchanged', () => {
    const links = [
      { name: 'Abstract', url: '#abstract' },
      { name: 'Write', url: 'mailto:ada@example.org' },
      { name: 'Mirror', url: '//mirror.example.org/a.pdf' },
    ];
    expect(linksOf({ links })).toEqual([
      'Abstract → #abstract',
      'Write → mailto:ada@example.org',
      'Mirror → //mirror.example.org/a.pdf',
    ]);
  });

  it('has the document that is the address of a page in academicpages, if it exists', () => {
    const permalink = '/files/nyu.pdf';
    expect(linksOf({ permalink }, 'files/nyu.pdf')).toEqual(['PDF → /files/nyu.pdf']);
    expect(linksOf({ permalink, url_pdf: permalink }, 'files/nyu.pdf')).toHaveLength(1);
    expect(linksOf({ permalink })).toEqual([]);
    expect(warningsOf({ permalink })).toEqual([]);
    expect(linksOf({ permalink: '/talks/nyu' }, 'talks/nyu')).toEqual([]);
  });

  it('omits links without a target', () => {
    expect(linksOf({ url_slides: 'gone.pdf', url_video: on('v') })).toEqual([`Video → ${on('v')}`]);
  });

  it('labels a link without a name with its type, its host or its file', () => {
    const links = [
      { type: 'code', url: on('c') },
      { url: 'https://www.example.net/x' },
      { url: 'a/b.zip' },
    ];
    expect(linksOf({ links }, 'a/b.zip')).toEqual([
      'Code → https://example.org/c',
      'example.net → https://www.example.net/x',
      'b.zip → /a/b.zip',
    ]);
  });

  it('keeps icons and sizes', () => {
    const links = [{ name: 'Data', url: 'a.zip', icon: 'database', icon_pack: 'fas' }];
    expect(toTalkLinks(makeFrontMatter({ links }), createFileFinder('a.zip'))).toEqual([
      {
        kind: 'other',
        label: 'Data',
        href: '/a.zip',
        icon: { name: 'database', pack: 'fas' },
        file: { href: '/a.zip', bytes: 7 },
      },
    ]);
  });
});

describe('checkLinks', () => {
  it('warns once of a missing file, at the first key that names it', () => {
    const keys = {
      links: [{ name: 'Slides', url: 'files/talk.pdf' }],
      url_slides: 'files/talk.pdf',
      url_pdf: 'files/talk.pdf',
    };
    expect(warningsOf(keys)).toMatchObject([{ path: ['url_slides'], code: 'missing-file' }]);
    expect(warningsOf(keys)[0]?.message).toContain('public/files/talk.pdf');
  });

  it('warns of each file, with paths into lists', () => {
    const links = [{ url: on('x') }, { name: 'A', url: 'a.pdf' }, { name: 'B', url: '/b.pdf' }];
    expect(warningsOf({ links }, 'b.pdf').map(({ path }) => path)).toEqual([['links', 1, 'url']]);
  });

  it('ignores anchors, decks, projects and external addresses', () => {
    const keys = { slides: 'deck', projects: ['x'], url_code: on('x'), links: [{ url: '#a' }] };
    expect(warningsOf(keys)).toEqual([]);
  });
});

it.each([
  ['Slides', 'slides'],
  ['My slides (PDF)', 'slides'],
  ['source', 'source'],
  ['Landslides', 'other'],
  ['Codebook', 'other'],
  [undefined, 'other'],
])('takes the name %s for %s', (name, kind) => {
  expect(toLinkKind(name)).toBe(kind);
});

it.each([
  ['https://www.example.org/a?b', 'example.org'],
  ['mailto:ada@example.org', 'ada@example.org'],
  ['files/deck.pdf', 'deck.pdf'],
])('calls %s %s', (url, name) => {
  expect(defaultLinkLabel(url)).toBe(name);
});
