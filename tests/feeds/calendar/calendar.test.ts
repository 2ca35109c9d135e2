import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCalendar } from '../../../src/feeds/calendar/calendar.ts';
import { toLine } from '../../../src/feeds/calendar/ical-line.ts';
import { toStartInstant } from '../../../src/model/page/when.ts';
import type { Talk } from '../../../src/model/talk/talk.ts';
import { calendarReaders } from '../../helpers/read/calendars.ts';
import { makeSite } from '../../helpers/make/site.ts';
import { firstDelivery, makeTalk } from '../../helpers/make/talk.ts';

const site = makeSite({ url: 'https://ada.example' });
const calendarOf = (...talks: Talk[]) => toCalendar(site, 'Talks', talks);

test('a time without a zone has none, so that it is the same on every clock', () => {
  const dates = { date: '2034-05-17T16:30', date_end: '2034-05-17T18:00' };
  const talk = makeTalk(dates, {}, { timezone: 'UTC', floating: true });
  const lines = calendarOf(talk).split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining(['DTSTART:20340517T163000', 'DTEND:20340517T180000']),
  );
  expect(lines.join()).not.toContain('TZID');
});

describe.each(calendarReaders)('read by %s', (_name, read) => {
  test('has title, place and time', () => {
    const talk = makeTalk({
      title: 'Bounds, semicolons; and $n \\to \\infty$',
      event: 'Vienna Lectures',
      location: 'Festsaal',
      address: { city: 'Wien', country: 'Austria' },
      summary: 'One line.\n\nAnother, with a \\backslash.',
      date: '2034-05-17T16:30',
      date_end: '2034-05-17T18:00',
      timezone: 'Europe/Vienna',
    });
    const [event] = read(calendarOf(talk));
    expect(event).toMatchObject({
      uid: 'talk@ada.example',
      summary: 'Bounds, semicolons; and n → ∞',
      location: 'Festsaal, Wien, Austria',
      start: Date.UTC(2034, 4, 17, 14, 30),
      end: Date.UTC(2034, 4, 17, 16, 0),
    });
    expect(event?.description).toContain('Vienna Lectures\n\nOne line.');
    expect(event?.description).toContain('https://ada.example/talks/talk/');
  });

  // Clocks changed on 28 March and 31 October 2027 in Europe, 14 March and 7 November in New York.
  test.each([
    ['2027-03-27T09:00', 'Europe/Vienna', Date.UTC(2027, 2, 27, 8)],
    ['2027-03-28T09:00', 'Europe/Vienna', Date.UTC(2027, 2, 28, 7)],
    ['2027-10-30T09:00', 'Europe/Vienna', Date.UTC(2027, 9, 30, 7)],
    ['2027-10-31T09:00', 'Europe/Vienna', Date.UTC(2027, 9, 31, 8)],
    ['2027-03-13T09:00', 'America/New_York', Date.UTC(2027, 2, 13, 14)],
    ['2027-03-14T09:00', 'America/New_York', Date.UTC(2027, 2, 14, 13)],
    ['2027-11-07T09:00', 'America/New_York', Date.UTC(2027, 10, 7, 14)],
    ['2027-06-01T09:00', 'Asia/Kolkata', Date.UTC(2027, 5, 1, 3, 30)],
    ['2027-01-01T09:00', 'Australia/Lord_Howe', Date.UTC(2026, 11, 31, 22)],
    ['2027-06-01T09:00', 'UTC', Date.UTC(2027, 5, 1, 9)],
    ['2027-06-01T09:00-07:00', 'Europe/Vienna', Date.UTC(2027, 5, 1, 16)],
    // 02:30 does not exist on the first day, and exists twice on the second: RFC 5545, 3.3.5.
    ['2027-03-28T02:30', 'Europe/Vienna', Date.UTC(2027, 2, 28, 1, 30)],
    ['2027-10-31T02:30', 'Europe/Vienna', Date.UTC(2027, 9, 31, 0, 30)],
    ['2027-03-14T02:30', 'America/New_York', Date.UTC(2027, 2, 14, 7, 30)],
    ['2027-11-07T01:30', 'America/New_York', Date.UTC(2027, 10, 7, 5, 30)],
  ])('%s in %s is the same instant everywhere', (date, timezone, instant) => {
    const talk = makeTalk({ date, timezone });
    expect(toStartInstant(firstDelivery(talk).when)).toBe(instant);
    expect(read(calendarOf(talk))[0]?.start).toBe(instant);
  });

  test.each([
    [{ date: '2026-05-04' }, '2026-05-04', '2026-05-05'],
    [{ date: '2026-05-04T10:00', all_day: true }, '2026-05-04', '2026-05-05'],
    [{ date: '2026-12-30', date_end: '2027-01-01', all_day: true }, '2026-12-30', '2027-01-02'],
  ])('keeps all-day events: %o', (data, start, end) => {
    expect(read(calendarOf(makeTalk(data)))[0]).toMatchObject({ start, end });
  });

  test('contains every talk once, with any text', () => {
    const anyText = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (titles) => {
        const talks = titles.map((title, i) => ({
          ...makeTalk(),
          slug: `t${i}`,
          title: { html: '', text: title },
        }));
        const uids = read(calendarOf(...talks)).map(({ uid }) => uid);
        expect(uids.sort()).toEqual(talks.map(({ slug }) => `${slug}@ada.example`).sort());
      }),
      { numRuns: 100 },
    );
  });
});

describe('deliveries', () => {
  const talk = makeTalk({
    deliveries: [
      { event: 'Winter School', date: '2027-03-03T14:00', timezone: 'Europe/Oslo' },
      { event: 'Colloquium', date: '2028-05-04', status: 'cancelled', online: true },
      { event: 'Seminar', date: '2029-05-04', status: 'postponed', location: 'Hall' },
    ],
  });
  const [, ...events] = calendarOf(talk).replaceAll('\r\n ', '').split('BEGIN:VEVENT');

  test.each(calendarReaders)('are separate events, read by %s', (_name, read) => {
    expect(read(calendarOf(talk)).map(({ uid, start, url }) => [uid, start, url])).toEqual([
      [
        'talk.at-winter-school@ada.example',
        Date.UTC(2027, 2, 3, 13),
        'https://ada.example/talks/talk/#at-winter-school',
      ],
      [
        'talk.at-colloquium@ada.example',
        '2028-05-04',
        'https://ada.example/talks/talk/#at-colloquium',
      ],
      ['talk.at-seminar@ada.example', '2029-05-04', 'https://ada.example/talks/talk/#at-seminar'],
    ]);
  });

  test('have a status and a place', () => {
    const line = (name: string) =>
      events.map((text) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(text)?.[1]);
    expect(line('STATUS')).toEqual(['CONFIRMED', 'CANCELLED', 'TENTATIVE']);
    expect(line('LOCATION')).toEqual([undefined, 'Online', 'Hall']);
  });

  test('have the address of a stream', () => {
    const streamed = calendarOf(makeTalk({ online: 'https://stream.example/a' }));
    expect(streamed).toContain('CONFERENCE;VALUE=URI:https://stream.example/a\r\n');
    expect(streamed).toContain('LOCATION:https://stream.example/a\r\n');
  });

  test('keep their UID when their day or their place in the list changes', () => {
    const moved = makeTalk({
      deliveries: [
        { event: 'Colloquium', date: '2026-05-04' },
        { event: 'Winter School', date: '2027-03-10' },
      ],
    });
    expect(calendarOf(moved)).toContain('UID:talk.at-winter-school@ada.example');
  });

  test('have coordinates if the author gave them', () => {
    const coordinates = { latitude: 48.2, longitude: 16.37 };
    expect(calendarOf(makeTalk({ location: 'Festsaal', coordinates }))).toContain(
      'GEO:48.2;16.37\r\n',
    );
    expect(calendarOf(makeTalk({ location: 'Festsaal' }))).not.toContain('GEO');
  });
});

describe('the text of a calendar', () => {
  test('has lines of at most 75 octets that end in CRLF and split no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const value = text.replace(/[\r\n]/g, '');
        const folded = toLine('SUMMARY', value);
        const lines = folded.split('\r\n');
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${value}`);
        expect(folded.isWellFormed()).toBe(value.isWellFormed());
      }),
    );
    expect(calendarOf(makeTalk()).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  const read = (name: string, keys: Parameters<typeof makeTalk>[0]) =>
    new RegExp(`^${name}:(.*)\r$`, 'm').exec(calendarOf(makeTalk(keys)))?.[1] ?? '';
  const sequence = (keys: Parameters<typeof makeTalk>[0]) => Number(read('SEQUENCE', keys));

  test('is the same for the same content', () => {
    const keys = { publishDate: '2021-01-01', location: 'Hall 3' };
    expect(calendarOf(makeTalk(keys))).toBe(calendarOf(makeTalk(keys)));
  });

  test('has a greater sequence for each later date of a change', () => {
    const dates = ['2001-01-01', '2021-02-01', '2021-02-02', '2021-02-02T14:00', '2090-01-01'];
    const numbers = dates.map((lastmod) => sequence({ lastmod }));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(dates.length);
    expect(Math.max(...numbers)).toBeLessThan(2 ** 31);
    // Calendars already have the minutes since 2000, which earlier versions wrote.
    expect(sequence({ lastmod: '2021-02-01' })).toBeGreaterThan(11_000_000);
  });

  test('has a greater sequence once it is postponed or cancelled', () => {
    const numbers = ['scheduled', 'postponed', 'cancelled'].map((status) => sequence({ status }));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  test.each([
    ['room', { location: 'Hall 4' }],
    ['title', { title: 'Other' }],
    ['time', { date: '2021-09-23' }],
    ['summary', { summary: 'Another.' }],
    ['tags', { tags: ['b'] }],
  ])('shows a new %s without a date of the change', (_, change) => {
    const before = { title: 'T', location: 'Hall 3', summary: 'One.', lastmod: '2021-02-01T14:20' };
    const after = { ...before, ...change };
    expect(sequence(after)).not.toBe(sequence(before));
    expect(read('LAST-MODIFIED', after)).not.toBe(read('LAST-MODIFIED', before));
    expect(read('LAST-MODIFIED', after)).toMatch(/^20210201T13\d{4}Z$/);
    expect(read('DTSTAMP', after)).toBe('20210201T132000Z');
  });

  test('has no event for a talk whose day is unknown', () => {
    for (const date of ['2021', '2021-09']) {
      expect(calendarOf(makeTalk({ date }))).not.toContain('VEVENT');
    }
    const deliveries = [{ date: '2013' }, { date: '2014-02-03' }];
    expect(calendarOf(makeTalk({ deliveries })).match(/BEGIN:VEVENT/g)).toHaveLength(1);
    const text = calendarOf(makeTalk({ date: '2021-09-22', date_end: '2021-10' }));
    expect(text).toContain('DTEND;VALUE=DATE:20210923');
  });

  test('has the offsets with seconds of old zones', () => {
    const text = calendarOf(makeTalk({ date: '1965-05-01T12:00', timezone: 'Africa/Monrovia' }));
    expect(text).toContain('TZOFFSETTO:-004430');
    const offset = calendarOf(makeTalk({ date: '1965-05-01T12:00-00:44:30' }));
    expect(offset).toContain('DTSTART:19650501T124430Z');
  });

  test('omits private talks', () => {
    expect(calendarOf(makeTalk({ private: true }))).not.toContain('VEVENT');
  });
});
