import { describe, expect, it } from 'vitest';
import { isTalk, talkSchema } from '../../src/schema/talk.ts';

const date = '2024-05-22';
const parse = (data: object) => talkSchema.parse({ title: 'T', date, ...data });

describe('talkSchema', () => {
  it('documents every field', () => {
    const fields = Object.entries(talkSchema.shape);
    expect(fields.length).toBeGreaterThan(40);
    for (const [key, field] of fields) {
      expect(field.meta()?.description, key).toMatch(/\.$/);
    }
  });

  it('treats empty values as absent', () => {
    const talk = parse({
      event: '',
      tags: [],
      projects: [[]],
      image: null,
      links: [null],
      slug: ' ',
    });
    expect(talk).toEqual({ title: 'T', date: { year: 2024, month: 5, day: 22 } });
  });

  it('accepts words for flags', () => {
    const flags = { draft: 'no', featured: 'Yes', math: 'on', all_day: 'true', private: false };
    expect(parse(flags)).toMatchObject({
      draft: false,
      featured: true,
      math: true,
      all_day: true,
      private: false,
    });
  });

  it('converts single texts to lists and drops empty items', () => {
    const talk = parse({ author: 'Ada', tags: ['a', '', null, [], 7], links: { url: 'x.pdf' } });
    expect(talk).toMatchObject({ author: ['Ada'], tags: ['a', '7'], links: [{ url: 'x.pdf' }] });
  });

  it('reads online as a flag or a link', () => {
    expect(parse({ online: 'yes' }).online).toBe(true);
    expect(parse({ online: 'https://example.org/live' }).online).toBe('https://example.org/live');
  });

  it('accepts its own output', () => {
    const talk = parse({ image: 'a.jpg', links: [{ url: 'x' }], address: { postcode: 12 } });
    expect(talkSchema.parse(talk)).toEqual(talk);
    expect(talk.address?.postcode).toBe('12');
  });

  it.each(['event_start', 'time_start', 'date', 'publishDate', 'lastmod'])(
    'is content with %s as the only date',
    (key) => {
      expect(talkSchema.safeParse({ title: 'T', [key]: date }).success).toBe(true);
    },
  );

  it.each([
    ['an unsafe link in links', { links: [{ url: 'data:x' }] }, 'unsafe-link'],
    ['an unsafe link in urls', { urls: { slides: 'javascript:x' } }, 'unsafe-link'],
    ['an unsafe picture', { image: { filename: 'file:x' } }, 'unsafe-link'],
    ['an unsafe alias', { aliases: ['vbscript:x'] }, 'unsafe-link'],
    ['a map for text', { event: { a: 'b' } }, 'wrong-shape'],
    ['a list for text', { event: ['a'] }, 'wrong-shape'],
    ['text for a map', { address: 'Kraków' }, 'wrong-shape'],
    ['an unreadable end', { date_end: 'later' }, 'date-unreadable'],
    ['an unknown zone', { timezone: 'Mars/Base' }, 'unknown-timezone'],
  ])('rejects %s', (_, data, code) => {
    const result = talkSchema.safeParse({ title: 'T', date, ...data });
    expect(result.error?.issues).toMatchObject([{ code: 'custom', params: { code } }]);
  });
});

it('distinguishes talks from other pages', () => {
  expect(isTalk({ widget: 'pages', title: 'Talks' })).toBe(false);
  expect(isTalk({ headless: true })).toBe(false);
  expect(isTalk({ view: 'list' })).toBe(false);
  expect(isTalk({ title: 'T' })).toBe(true);
  expect(isTalk({ date })).toBe(true);
});

it.each([
  ['europe/berlin', 'Europe/Berlin'],
  ['AMERICA/NEW_YORK', 'America/New_York'],
  ['America/New York', 'America/New_York'],
  ['us/eastern', 'US/Eastern'],
  ['etc/gmt-5', 'Etc/GMT-5'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
])('spells the time zone %s as %s', (timezone, expected) => {
  const talk = talkSchema.parse({ title: 'T', date: '2024-05-22', timezone });
  expect(talk.timezone).toBe(expected);
});

it.each([
  ['names', ['Ada Example', 'Lin Sample'], ['Ada Example', 'Lin Sample']],
  ['maps', [{ name: 'Ada Example', orcid: '0000-0001', affiliation: 'X' }], ['Ada Example']],
  ['both', ['Lin Sample', { name: ' Ada Example ' }], ['Lin Sample', 'Ada Example']],
  ['a map', { name: 'Ada Example' }, ['Ada Example']],
  ['parts of names', [{ name: { given: 'Ada', family: 'Example' } }], ['Ada Example']],
  [
    'first and last names',
    [{ first: 'Ada', last: 'Example' }, { family: 'Sample' }],
    ['Ada Example', 'Sample'],
  ],
  ['names of organisations', [{ name: { literal: 'The Group' } }], ['The Group']],
])('reads people as %s', (_, authors, expected) => {
  const talk = talkSchema.parse({ title: 'T', date: '2024-05-22', authors });
  expect(talk.authors).toEqual(expected);
});

it('rejects a person without a name', () => {
  const authors = [{ orcid: '0000-0001' }];
  const result = talkSchema.safeParse({ title: 'T', date: '2024-05-22', authors });
  expect(result.error?.issues[0]).toMatchObject({ path: ['authors', 0] });
});

it.each([
  ['de', 'de'],
  ['pt_br', 'pt-BR'],
  ['not a language', undefined],
])('reads the language %s', (lang, expected) => {
  const { data, error } = talkSchema.safeParse({ title: 'T', date: '2024-05-22', lang });
  expect(data?.lang).toBe(expected);
  expect(error?.issues[0]).toEqual(
    expected ? undefined : expect.objectContaining({ path: ['lang'] }),
  );
});

it('removes separators at the end of a name', () => {
  const authors = ['Ada Example,', { name: 'Lin Sample; ' }, 'Jo Doe, ,'];
  const { data } = talkSchema.safeParse({ title: 'T', date: '2024-05-22', authors });
  expect(data?.authors).toEqual(['Ada Example', 'Lin Sample', 'Jo Doe']);
});
