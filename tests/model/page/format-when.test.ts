import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatShortDay,
  formatWhen,
  formatZone,
} from '../../../src/model/page/format-when.ts';
import { makeDelivery } from '../../helpers/make/talk.ts';

type Keys = Record<string, unknown>;

/** The narrow kinds of blank that Intl prints count as blanks. */
const print = (keys: Keys, language = 'en-GB', z: 'utc' | 'local' = 'utc') =>
  formatWhen(makeDelivery(keys, {}, { z }).when, language).replaceAll(/\s/g, ' ');

describe('times without a time zone', () => {
  const printFloating = (keys: Keys, z: 'utc' | 'local' = 'utc') => {
    const site = { timezone: 'UTC', floating: true, z };
    return formatWhen(makeDelivery(keys, {}, site).when, 'en-US').replaceAll(/\s/g, ' ');
  };

  it.each([
    [{ date: '2034-05-03T15:00' }, 'May 3, 2034, 3:00 PM'],
    [{ date: '2034-05-03T15:00', date_end: '2034-05-03T16:00' }, 'May 3, 2034, 3:00 PM–4:00 PM'],
    [{ date: '2034-05-03T15:00', timezone: 'Europe/Vienna' }, 'May 3, 2034, 3:00 PM, Vienna time'],
    [{ date: '2034-05-03T15:00+02:00' }, 'May 3, 2034, 3:00 PM, UTC+2'],
    [{ date: '2034-05-03T15:00Z' }, 'May 3, 2034, 3:00 PM, UTC'],
  ])('are shown without one if the site has none: %j', (keys, expected) => {
    expect(printFloating(keys)).toBe(expected);
  });

  it('include times in Z that the author reads as local times', () => {
    expect(printFloating({ date: '2034-05-03T15:00Z' }, 'local')).toBe('May 3, 2034, 3:00 PM');
  });
});

describe('midnight', () => {
  it.each([
    [{ date: '2021-09-22T00:00:00Z' }, '22 September 2021'],
    [{ date: '2021-09-22T00:00:00', all_day: false }, '22 September 2021'],
    [{ date: '2021-09-22T00:00Z', date_end: '2021-09-24T00:00Z' }, '22–24 September 2021'],
    [{ date: '2021-09-22T00:00Z', date_end: '2021-09-22T23:59Z' }, '22 September 2021'],
    [{ date: '2021-09-22T00:00+02:00' }, '22 September 2021, 00:00, UTC+2'],
    [{ date: '2021-09-22T00:00', timezone: 'Asia/Tokyo' }, '22 September 2021, 00:00, Tokyo time'],
    [
      { date: '2021-09-22T00:00', date_end: '2021-09-22T01:30' },
      '22 September 2021, 00:00–01:30, Vienna time',
    ],
  ])('is a day unless something shows that it is a time: %j', (keys, expected) => {
    expect(print(keys)).toBe(expected);
  });
});

describe('days', () => {
  it.each([
    ['one day', { date: '2021-09-22' }, '22 September 2021'],
    ['several', { date: '2021-09-22', date_end: '2021-09-24' }, '22–24 September 2021'],
    [
      'across months',
      { date: '2021-09-30', date_end: '2021-10-02' },
      '30 September – 2 October 2021',
    ],
    [
      'across years',
      { date: '2021-12-30', date_end: '2022-01-02' },
      '30 December 2021 – 2 January 2022',
    ],
    ['an end on the same day', { date: '2021-09-22', date_end: '2021-09-22' }, '22 September 2021'],
    ['an end before', { date: '2021-09-22', date_end: '2021-09-20' }, '22 September 2021'],
    [
      'all_day with hours',
      { date: '2021-09-22T13:00', date_end: '2021-09-22T15:00', all_day: true },
      '22 September 2021',
    ],
    [
      'all_day over several',
      { date: '2021-09-22T13:00', date_end: '2021-09-23T15:00', all_day: true },
      '22–23 September 2021',
    ],
    ['a month', { date: '2021-09' }, 'September 2021'],
    ['a year', { date: '2013' }, '2013'],
    ['months', { date: '2021-09', date_end: '2021-10' }, 'September–October 2021'],
    ['a day to a month', { date: '2021-09-22', date_end: '2021-10' }, 'September–October 2021'],
    ['years', { date: '2013', date_end: '2015' }, '2013–2015'],
    ['a month to a year', { date: '2013-05', date_end: '2014' }, '2013–2014'],
    ['an early year', { date: '0850-03-01' }, '1 March 850'],
    ['a year of two digits', { date: '0050-03-01' }, '1 March 50'],
  ])('prints %s', (_, keys, expected) => {
    expect(print(keys)).toBe(expected);
  });

  it.each([
    ['en-US', 'September 22–24, 2021'],
    ['de', '22.–24. September 2021'],
    ['fr', '22–24 septembre 2021'],
  ])('uses the language %s', (language, expected) => {
    expect(print({ date: '2021-09-22', date_end: '2021-09-24' }, language)).toBe(expected);
  });

  it.each(['en-GB', 'en-US', 'de', 'fr', 'ja', 'ar', 'fa', 'th'])(
    'prints a range of one day as Intl does in %s',
    (language) => {
      const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
      const day = Date.UTC(2021, 8, 22);
      const range = new Intl.DateTimeFormat(language, options).formatRange(day, day);
      const { when } = makeDelivery({ date: '2021-09-22T10:00', date_end: '2021-09-22T11:00' });
      expect(formatDay(when, language)).toBe(range);
    },
  );

  it('prints a day without its year or its time', () => {
    expect(formatShortDay(makeDelivery({ date: '2021-05' }).when, 'en-GB')).toBe('May');
    expect(formatShortDay(makeDelivery({ date: '2021' }).when, 'en-GB')).toBe('2021');
    const { when } = makeDelivery({ date: '2021-05-22T10:00', date_end: '2021-05-24T11:00' });
    expect(formatShortDay(when, 'en-GB')).toBe('22–24 May');
    expect(formatDay(when, 'en-GB')).toBe('22–24 May 2021');
  });
});

describe('times', () => {
  const date = '2021-09-22T16:30';

  it.each([
    ['a start', { date }, '16:30, Vienna time'],
    ['an end', { date, date_end: '2021-09-22T18:00' }, '16:30–18:00, Vienna time'],
    ['an end without a time', { date, date_end: '2021-09-22' }, '16:30, Vienna time'],
    ['an end that is the start', { date, date_end: date }, '16:30, Vienna time'],
    ['an end before the start', { date, date_end: '2021-09-22T15:00' }, '16:30, Vienna time'],
    ['UTC', { date: `${date}Z` }, '16:30, UTC'],
    ['+00:00', { date: `${date}+00:00` }, '16:30, UTC'],
    ['an offset', { date: `${date}-07:00` }, '16:30, UTC−7'],
    ['an offset of half an hour', { date: `${date}+05:30` }, '16:30, UTC+5:30'],
    ['a zone', { date, timezone: 'America/New_York' }, '16:30, New York time'],
    [
      'a start and end in two offsets',
      { date: `${date}+02:00`, date_end: '2021-09-22T16:00Z' },
      '16:30–18:00, UTC+2',
    ],
  ])('prints %s', (_, keys, expected) => {
    expect(print(keys)).toBe(`22 September 2021, ${expected}`);
  });

  it.each([
    ['2021-09-24T18:00', '22 September, 16:30 – 24 September 2021, 18:00, Vienna time'],
    ['2021-09-23T01:00', '22 September, 16:30 – 23 September 2021, 01:00, Vienna time'],
    ['2021-09-24', '22–24 September 2021, 16:30, Vienna time'],
  ])('prints both days with their times until %s', (date_end, expected) => {
    expect(print({ date, date_end, all_day: false })).toBe(expected);
  });

  it.each([
    ['2021-09-22 16:30-17:45', '22 September 2021, 16:30–17:45, Vienna time'],
    ['2021-12-31 23:00–1:00', '31 December 2021, 23:00 – 1 January 2022, 01:00, Vienna time'],
    ['2021-06-14 11 PM to 1 AM', '14 June, 23:00 – 15 June 2021, 01:00, Vienna time'],
    ['2021-09-22 09:00-10:00', '22 September 2021, 09:00–10:00, Vienna time'],
  ])('prints the range %s', (range, expected) => {
    expect(print({ date: range })).toBe(expected);
  });

  it('takes the end of a range as a UTC offset where it is that of the zone', () => {
    const keys = { date: '2021-01-22T07:00-08:00', timezone: 'America/Los_Angeles' };
    expect(print(keys)).toBe('22 January 2021, 07:00, UTC−8');
    expect(print({ ...keys, date: '2021-07-22T07:00-08:00' })).toBe(
      '22 July 2021, 07:00–08:00, Los Angeles time',
    );
  });

  it('reads Z as local time if the settings say so', () => {
    const keys = { date: `${date}Z`, date_end: '2021-09-22T18:00Z' };
    expect(print(keys, 'en-GB', 'local')).toBe('22 September 2021, 16:30–18:00, Vienna time');
  });

  it('uses the language', () => {
    expect(print({ date, date_end: '2021-09-22T18:00' }, 'en-US')).toBe(
      'September 22, 2021, 4:30 PM–6:00 PM, Vienna time',
    );
  });
});

it.each([
  ['UTC', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['-00:00', 'UTC'],
  ['+02:00', 'UTC+2'],
  ['-09:30', 'UTC−9:30'],
  ['Etc/GMT-5', 'UTC+5'],
  ['Etc/GMT+11', 'UTC−11'],
  ['Etc/GMT-0', 'UTC'],
  ['Etc/Zulu', 'UTC'],
  ['GMT', 'UTC'],
  ['-00:44:30', 'UTC−0:44:30'],
  ['Europe/Vienna', 'Vienna time'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires time'],
])('calls %s %s', (zone, expected) => {
  expect(formatZone(zone)).toBe(expected);
});
