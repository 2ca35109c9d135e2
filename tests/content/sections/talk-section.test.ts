import { describe, expect, it } from 'vitest';
import { readPages, type ReadingContext } from '../../../src/content/sections/read-pages.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { toTalk } from '../../../src/model/talk/talk.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const addresses = createAddresses('/');
const base = { title: 'T', date: '2021-09-22' };

function read(
  keys: Record<string, unknown>,
  more: Record<string, string> = {},
  context?: ReadingContext,
) {
  const folder = createAuthorFolder({
    'content/talks/nyu/index.md': talkFile({ ...base, ...keys }),
    ...more,
  });
  const { pages: talks, problems } = readPages(talkSection, folder, addresses, context);
  return { talks, reported: problems.map(({ severity, code }) => `${severity} ${code}`) };
}

/** Returns the links of the talk as `label → address`, and its event, kind, old addresses and speakers. */
function toModel(keys: Record<string, unknown>, more: Record<string, string> = {}) {
  const [talk] = read(keys, more).talks;
  const { slug, frontMatter, files } = talk!;
  const texts = { 'deliveries.0.event': { html: 'E', text: 'E' } };
  const source = { slug, frontMatter, texts, hasBody: false, hasMath: false, hasPlayer: false };
  const site = { owner: 'Ada', timezone: 'UTC', z: 'utc' as const, addresses };
  const { links, deliveries, kind, aliases, speakers } = toTalk(
    { ...source, findFile: (name) => files[name] },
    site,
  );
  const reported = links.map(({ label, href }) => `${label} → ${href}`);
  return { links: reported, event: deliveries[0]?.event?.href, kind, aliases, speakers };
}

describe('a date or time zone', () => {
  const timed = { date: '2021-09-22T10:00' };
  it.each<[string, Record<string, unknown>, string[]]>([
    ['that is the start and unreadable', { date: 'soon' }, ['error talk/date-unreadable']],
    ['of the wrong shape', { date: ['2021-09-22'] }, ['error talk/date-unreadable']],
    ['after a readable start', { lastmod: 'soon' }, ['warning talk/date-ignored']],
    ['of publication', { event_start: '2021-09-22', date: 'x' }, ['warning talk/date-ignored']],
    ['of the end', { date_end: 'late' }, ['warning talk/date-ignored']],
    [
      'that comes before a readable one',
      { event_start: 'soon', date: '2021-09-22' },
      ['error talk/date-unreadable'],
    ],
    [
      'of a delivery',
      { deliveries: [{ date: 'soon' }, { date: '2021-09-22' }] },
      ['error talk/date-unreadable'],
    ],
    ['of a talk with a time', { ...timed, timezone: 'Mars' }, ['error talk/unknown-timezone']],
    ['of a talk without a time', { timezone: 'Mars' }, ['warning talk/timezone-ignored']],
  ])('%s', (_, keys, reported) => {
    expect(read(keys).reported).toEqual(reported);
  });
});

describe('a link to a page of the site', () => {
  const pages = {
    'content/publications/lpn/index.md': talkFile({ title: 'P' }),
    'content/projects/loom.md': talkFile({ title: 'P' }),
  };

  it('is a link without the size of a file', () => {
    const keys = {
      url_pdf: '/publications/lpn/',
      links: [{ name: 'The loom', url: '/projects/loom#parts' }],
    };
    expect(toModel(keys, pages).links).toEqual([
      'PDF → /publications/lpn/',
      'The loom → /projects/loom/#parts',
    ]);
    expect(read(keys, pages).reported).toEqual([]);
  });

  it('that does not exist is reported, with the nearest one', () => {
    const folder = createAuthorFolder({
      ...pages,
      'content/talks/nyu.md': talkFile({ ...base, url_pdf: '/publications/lpm/' }),
    });
    const { problems } = readPages(talkSection, folder, addresses);
    expect(problems.map(({ message, remedy }) => `${message}. ${remedy}`)).toEqual([
      '"/publications/lpm/" is not the address of a page or file of this site, so the page does not link to it. Did you mean /publications/lpn/?',
    ]);
  });

  it('without mailto: is explained', () => {
    const folder = createAuthorFolder({
      'content/talks/nyu.md': talkFile({ ...base, url_slides: 'ada@example.org' }),
    });
    const { problems } = readPages(talkSection, folder, addresses);
    expect(problems.map(({ remedy }) => remedy)).toEqual(['Write mailto:ada@example.org.']);
  });
});

it('reports a path that leaves the folder of the site as an error, and no other', () => {
  expect(read({ url_slides: '../../../../etc/passwd' }).reported).toEqual([
    'error talk/outside-site',
  ]);
  expect(read({ url_slides: '../../gone.pdf' }).reported).toEqual(['warning talk/missing-file']);
  const readImage = (filename: string) => read({ image: { filename } }).reported;
  expect(readImage('../../../../far.png')).toEqual(['error talk/outside-site']);
  expect(readImage('../far.png')).toEqual(['warning talk/missing-file']);
});

describe('links in urls.custom', () => {
  it('have their labels', () => {
    const custom = [
      { label: 'Thesis', url: 'https://example.org/thesis' },
      { name: 'errata', url: 'https://example.org/errata' },
      { label: 'Nothing', url: '' },
    ];
    const keys = { urls: { slides: 'https://example.org/s.pdf', custom } };
    expect(toModel(keys).links).toEqual([
      'Slides → https://example.org/s.pdf',
      'Thesis → https://example.org/thesis',
      'Errata → https://example.org/errata',
    ]);
    expect(read(keys).reported).toEqual([]);
    expect(read({ urls: { custom: { label: 'A', url: 'javascript:x' } } }).reported).toEqual([
      'warning talk/unsafe-link',
    ]);
  });

  it('in url_custom as well', () => {
    const keys = { url_custom: [{ label: 'Thesis', url: 'https://example.org/thesis' }] };
    expect(toModel(keys).links).toEqual(['Thesis → https://example.org/thesis']);
  });
});

describe('a draft', () => {
  it('may lack a title, and is named after its file', () => {
    const { talks, reported } = read({ title: '', draft: true });
    expect(reported).toEqual([]);
    expect(talks.map(({ frontMatter }) => frontMatter.title)).toEqual(['nyu']);
  });

  it.each([
    ['may lack a date', { date: '', draft: 'yes' }, []],
    ['may lack both', { title: '', date: '', draft: true }, []],
    ['has no errors in its values', { date: 'x', draft: true }, ['warning talk/date-ignored']],
  ])('%s', (_, keys, reported) => {
    expect(read(keys).reported).toEqual(reported);
  });
});

describe('links of old themes', () => {
  it.each([
    [
      'types of HugoBlox',
      { links: [{ type: 'slides', url: 'https://a.example' }] },
      ['Slides → https://a.example'],
    ],
    [
      'other types',
      { links: [{ type: 'lecture_notes', url: 'https://a.example' }] },
      ['Lecture notes → https://a.example'],
    ],
    [
      'url_custom',
      { url_custom: [{ name: 'Blog', url: 'https://a.example' }] },
      ['Blog → https://a.example'],
    ],
    [
      'urls',
      {
        urls: {
          slides: 'https://a.example',
          notes: 'https://b.example',
          custom: 'https://c.example/x',
        },
      },
      [
        'Slides → https://a.example',
        'Notes → https://b.example',
        'c.example → https://c.example/x',
      ],
    ],
    ['a video by its id', { youtube: 'a-_1' }, ['Video → https://www.youtube.com/watch?v=a-_1']],
    ['a link to a video', { link: 'https://youtu.be/x' }, ['Video → https://youtu.be/x']],
    ['another link', { link: 'https://a.example' }, ['Website → https://a.example']],
    [
      'no scheme',
      { url_code: 'www.a.example/x', url_video: 'vimeo.com/1' },
      ['Video → https://vimeo.com/1', 'Code → https://www.a.example/x'],
    ],
    ['a DOI', { doi: 'https://doi.org/10.5/a' }, ['DOI → https://doi.org/10.5/a']],
    ['the name of a deck', { slides: 'my-deck' }, []],
  ])('%s', (_, keys, links) => {
    expect(toModel(keys)).toMatchObject({ links });
  });

  it('of the event are linked if they have a target', () => {
    expect(toModel({ event_url: 'www.a.example' }).event).toBe('https://www.a.example');
    expect(toModel({ urls: { event: 'https://a.example' } }).event).toBe('https://a.example');
    expect(toModel({ event_url: '#' }).event).toBeUndefined();
    expect(toModel({ event_url: '/files/a.pdf' }, { 'public/files/a.pdf': '' }).event).toBe(
      '/files/a.pdf',
    );
    expect(toModel({ event_url: '/files/a.pdf' }).event).toBeUndefined();
    expect(read({ event_url: '/files/a.pdf' }).reported).toEqual(['warning talk/missing-file']);
  });
});

it('links the PDF with the name of its folder, unless another PDF is named', () => {
  const pdfs = { 'content/talks/nyu/nyu.pdf': '', 'content/talks/nyu/a.pdf': '' };
  expect(toModel({}, pdfs).links).toEqual(['PDF → /talks/nyu/nyu.pdf']);
  expect(toModel({ url_pdf: 'a.pdf' }, pdfs).links).toEqual(['PDF → /talks/nyu/a.pdf']);
  expect(toModel({ url_slides: 'nyu.pdf' }, pdfs).links).toEqual(['Slides → /talks/nyu/nyu.pdf']);
});

it.each([
  [{ talk_type: 'Keynote', type: 'Talk' }, 'Keynote'],
  [{ type: 'Tutorial' }, 'Tutorial'],
  [{ type: 'events' }, undefined],
  [{ type: 'Talk' }, undefined],
  [{}, undefined],
])('finds the kind of talk in %j', (keys, kind) => {
  expect(toModel(keys).kind).toBe(kind);
});

it('keeps the address of academicpages', () => {
  expect(toModel({ permalink: '/talks/2021-old' }).aliases).toEqual(['/talks/2021-old']);
});

it('accepts one author or several', () => {
  expect(toModel({ author: 'Lin' }).speakers).toEqual(['Lin']);
  expect(toModel({ author: ['Lin', 'Ada'] }).speakers).toEqual(['Lin', 'Ada']);
});

describe('the image of old themes', () => {
  const header = { header: { image: 'headers/a b.jpg' } };
  it.each([
    ['public/img', header, 'public/img/headers/a b.jpg', '../../../public/img/headers/a b.jpg'],
    [
      'public/media',
      { image: { filename: 'a.png' } },
      'public/media/a.png',
      '../../../public/media/a.png',
    ],
    ['public', { image: 'a.png' }, 'public/a.png', '../../../public/a.png'],
  ])('is found in %s', (_, keys, path, image) => {
    const { talks, reported } = read(keys, { [path]: '' });
    expect([talks[0]?.image?.name, reported]).toEqual([image, []]);
  });

  it('has a warning if it is missing, on another site, or outside the folder', () => {
    expect(read(header).reported).toEqual(['warning talk/missing-file']);
    expect(read({ image: 'https://a.example/a.png' }).reported).toEqual([
      'warning talk/remote-picture',
    ]);
    expect(read({ image: '../../site.yaml.png' }).reported).toEqual(['warning talk/missing-file']);
  });
});

describe('times that end in Z', () => {
  const context = { language: 'en', timezone: 'Europe/Vienna', hasZSetting: false, now: 0 };
  const upcoming = { date: '2021-09-22T13:00:00Z' };

  it.each([
    ['an upcoming talk', upcoming, {}, ['note talk/utc-time']],
    ['a past talk', upcoming, { now: Date.UTC(2030, 0) }, []],
    ['a choice in site.yaml', upcoming, { hasZSetting: true }, []],
    ['a site in UTC', upcoming, { timezone: 'UTC' }, []],
    ['a talk with its own zone', { ...upcoming, timezone: 'Europe/Rome' }, {}, []],
    ['an all-day talk', { ...upcoming, all_day: true }, {}, []],
    ['an offset', { date: '2021-09-22T13:00:00+02:00' }, {}, []],
  ])('have a note, or not: %s', (_, keys, change, reported) => {
    expect(read(keys, {}, { ...context, ...change }).reported).toEqual(reported);
  });
});

describe('a placeholder of a template', () => {
  it.each([
    ['a project', { projects: ['internal-project', 'mine'] }, ['note talk/placeholder']],
    ['a deck', { slides: 'example' }, ['note talk/placeholder']],
    ['an empty list in a list', { projects: [[]] }, []],
    [
      'the link to the author of the theme',
      { links: [{ name: 'Follow', url: 'https://twitter.com/georgecushen' }] },
      ['note talk/placeholder'],
    ],
    [
      'an unknown icon',
      { links: [{ name: 'A', url: 'https://a.example', icon: 'nope', icon_pack: 'custom' }] },
      ['warning talk/unknown-icon'],
    ],
    [
      'an icon of the wrong pack',
      { links: [{ name: 'A', url: 'https://a.example', icon: 'twitter', icon_pack: 'ai' }] },
      [],
    ],
    ['the end in 2030', { date_end: '2030-06-01T15:00:00Z' }, ['warning talk/end-far-off']],
    [
      'an end a year later',
      { date: '2021-09-22T10:00', date_end: '2022-09-22T11:00' },
      ['warning talk/end-far-off'],
    ],
    ['a term of lectures', { date_end: '2021-12-20' }, []],
    ['publishing after the talk', { publishDate: '2023-01-01' }, []],
  ])('%s', (_, keys, reported) => {
    expect(read(keys).reported).toEqual(reported);
  });
});
