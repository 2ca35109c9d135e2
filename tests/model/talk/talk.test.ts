import { describe, expect, it } from 'vitest';
import { checkTalk } from '../../../src/model/talk/check-talk.ts';
import { toObjectPosition } from '../../../src/model/page/image.ts';
import { hasOwnSummary } from '../../../src/model/talk/talk.ts';
import {
  makeFrontMatter,
  createFileFinder,
  makeDelivery,
  makeTalk,
} from '../../helpers/make/talk.ts';

describe('toTalk', () => {
  it.each([
    ['nobody is named', {}, ['Ada Example']],
    ['authors is empty', { authors: [] }, ['Ada Example']],
    ['the owner goes by the name of old themes', { authors: ['admin', 'B'] }, ['Ada Example', 'B']],
    ['others speak', { authors: ['B', 'C'] }, ['B', 'C']],
  ])('knows who speaks when %s', (_, keys, speakers) => {
    expect(makeTalk(keys).speakers).toEqual(speakers);
  });

  it.each([
    ['date', { date: '2021-09-22' }, 22],
    ['event_start', { date: '2021-01-01', event_start: '2021-09-23' }, 23],
    ['time_start', { date: '2021-01-01', time_start: '2021-09-24T10:00' }, 24],
    ['publishDate alone', { date: '', publishDate: '2021-09-25' }, 25],
  ])('takes its day from %s', (_, keys, day) => {
    expect(makeDelivery(keys).when.start).toMatchObject({ day });
  });

  it.each([
    ['publishDate', { publishDate: '2021-05-01T00:00Z' }, '2021-05-01T00:00:00.000Z'],
    [
      'date beside event_start',
      { date: '2021-05-01', event_start: '2021-09-22' },
      '2021-05-01T12:00:00.000Z',
    ],
    ['nothing', { date: '2021-09-22' }, undefined],
  ])('knows when it was announced from %s', (_, keys, expected) => {
    const { published } = makeTalk(keys);
    expect(published === undefined ? undefined : new Date(published).toISOString()).toBe(expected);
  });

  it('is hidden only until the day of publication', () => {
    expect(makeTalk({ publishDate: '2030-01-01T00:00Z' }).hiddenUntil).toBe(Date.UTC(2030, 0));
    expect(makeTalk({ date: '2030-01-01' }).hiddenUntil).toBeUndefined();
  });

  it('reads tags from every key, and flags in every spelling', () => {
    const talk = makeTalk({
      tags: ['Knots'],
      tag: ['knots', 'Links'],
      selected: true,
      draft: 'yes',
    });
    expect(talk.tags.map(({ name }) => name)).toEqual(['Knots', 'Links']);
    expect(talk).toMatchObject({ featured: true, draft: true });
    expect(makeTalk()).toMatchObject({ featured: false, draft: false, tags: [] });
  });

  it('links an event only to an existing page', () => {
    expect(makeDelivery({ event: 'E', event_url: '' }).event).toEqual({
      name: { html: 'E', text: 'E' },
    });
    expect(makeDelivery({ event: 'E', event_url: 'https://example.org' }).event?.href).toBe(
      'https://example.org',
    );
  });
});

it.each([
  [undefined, 'center center'],
  ['Smart', 'center center'],
  ['Right', 'right center'],
  ['TopLeft', 'left top'],
  ['bottom', 'center bottom'],
])('cuts a picture with the focal point %s at %s', (point, position) => {
  expect(toObjectPosition(point)).toBe(position);
});

it('adds series, categories and keywords to the tags', () => {
  const keys = { tags: ['a'], series: ['Colloquium'], categories: 'Knots', keywords: ['A', 'b'] };
  expect(makeTalk(keys).tags.map(({ name }) => name)).toEqual(['a', 'Colloquium', 'Knots', 'b']);
});

it.each([
  ['de', 'en-GB', 'de'],
  ['en', 'en-GB', undefined],
  ['en-GB', 'en-GB', undefined],
  ['en-US', 'en-GB', 'en-US'],
  [undefined, 'en-GB', undefined],
])('has the language %s on a site in %s as %s', (lang, language, expected) => {
  expect(makeTalk({ lang }, {}, { language }).language).toBe(expected);
});

describe('checkTalk', () => {
  const codes = (keys: Record<string, unknown>) =>
    checkTalk(makeFrontMatter(keys), createFileFinder()).map(
      ({ path, code }) => `${path.join('.')} ${code}`,
    );

  it.each([
    ['a day earlier', { date_end: '2021-09-21' }, ['date_end end-before-start']],
    [
      'an hour earlier',
      { date: '2021-09-22T10:00', date_end: '2021-09-22T09:00' },
      ['date_end end-before-start'],
    ],
    ['the same day', { date_end: '2021-09-22' }, []],
    ['the same day, all day', { all_day: true, date_end: '2021-09-22T08:00' }, []],
    ['the same minute', { date: '2021-09-22T10:00', date_end: '2021-09-22T10:00:00' }, []],
    ['later', { date: '2021-09-22T10:00', date_end: '2021-09-22T11:00' }, []],
  ])('looks at an end: %s', (_, keys, expected) => {
    expect(codes(keys)).toEqual(expected);
  });

  it.each([
    ['date', { date: '1021-09-22T14:00' }, 'Is 2021 meant?'],
    ['date', { date: '0521-09-22' }, 'Correct the year.'],
    ['date_end', { date: '2024-01-01', date_end: '2204-01-02' }, 'Is 2024 meant?'],
    ['publishDate', { publishDate: '2913-05' }, 'Is 2013 meant?'],
    ['deliveries.1.date', { deliveries: [{ date: '2024-02-03' }, { date: '0824' }] }, 'Correct'],
  ])('warns of an implausible year in %s', (path, keys, remedy) => {
    const context = { timezone: 'UTC', hasZSetting: true, now: Date.UTC(2026, 10, 30) };
    const findings = checkTalk(makeFrontMatter(keys), createFileFinder(), context);
    const year = findings.find(({ code }) => code === 'implausible-year');
    expect(year?.path.join('.')).toBe(path);
    expect(year?.remedy).toContain(remedy);
  });

  it('accepts the years of living people', () => {
    expect(codes({ date: '1901-09-22', date_end: '2099-01-01', all_day: true })).toEqual([
      'date_end end-far-off',
    ]);
  });

  it.each([
    [
      { date: '2027-09-22 14:00–15:00', date_end: '2027-09-22T16:00' },
      ['date_end end-contradicts-range'],
    ],
    [
      { date: '2027-09-22 2 to 3 PM', time_end: '2027-09-22T17:00' },
      ['time_end end-contradicts-range'],
    ],
    [{ date: '2027-09-22 14:00–15:00', date_end: '2027-09-22T15:00' }, []],
    [{ date: '2027-09-22 14:00–15:00', date_end: '2027-09-22' }, []],
    [{ date: '2027-09-22 09:00-10:00' }, ['date range-or-offset']],
    [{ date: '2027-09-22 09:00–10:00' }, []],
  ])('compares a range of times with the end: %o', (keys, expected) => {
    expect(codes(keys)).toEqual(expected);
  });

  it.each([
    ['2027-03-28T02:30', 'Europe/Berlin', ['date time-skipped']],
    ['2027-03-14T02:00', 'America/New_York', ['date time-skipped']],
    ['2027-03-28 01:30–02:15', 'Europe/Berlin', ['date time-skipped']],
    ['2027-03-28T03:00', 'Europe/Berlin', []],
    ['2027-03-28T02:30+01:00', 'Europe/Berlin', []],
    ['2027-10-31T02:30', 'Europe/Berlin', []],
  ])('warns of a time that clocks skip: %s in %s', (date, timezone, expected) => {
    expect(codes({ date, timezone })).toEqual(expected);
    expect(codes({ date, timezone, all_day: true })).toEqual([]);
  });

  it('notes that notes on authors are not shown', () => {
    expect(codes({ author_notes: ['Equal contribution'] })).toEqual(['author_notes author-notes']);
    expect(codes({ author_notes: [''] })).toEqual([]);
  });

  it('also reports links without a target', () => {
    expect(codes({ url_pdf: 'gone.pdf', date_end: '2020-01-01' }).toSorted()).toEqual([
      'date_end end-before-start',
      'url_pdf missing-file',
    ]);
  });
});

it.each([
  ['One.', undefined, true],
  ['One.', 'Another text.', true],
  ['One.', 'One. And two.', false],
  [undefined, 'One.', false],
])('a summary %j beside the abstract %j is shown: %s', (summary, abstract, isShown) => {
  const toText = (text: string) => ({ html: text, text });
  const texts = {
    ...(summary !== undefined && { summary: toText(summary) }),
    ...(abstract !== undefined && { abstract: toText(abstract) }),
  };
  expect(hasOwnSummary(texts)).toBe(isShown);
});
