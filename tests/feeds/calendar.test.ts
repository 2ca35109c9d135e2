import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, test } from 'vitest';
import { toCalendar } from '../../src/feeds/calendar.ts';
import { toLine } from '../../src/feeds/ical-line.ts';
import { startInstant } from '../../src/model/when.ts';
import type { Talk } from '../../src/model/talk.ts';
import { makeSite } from '../helpers/site.ts';
import { firstDelivery, makeTalk } from '../helpers/talk.ts';

const site = makeSite({ url: 'https://ada.example' });
const calendarOf = (...talks: Talk[]) => toCalendar(site, 'Talks', talks);

interface Reading {
  uid: string;
  summary: string;
  location: string | undefined;
  description: string;
  start: number | string;
  end: number | string | undefined;
}

/** ical.js, which knows only the zones that the calendar brings along. */
function readWithIcalJs(text: string): Reading[] {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const moment = (time: ICAL.Time) => (time.isDate ? time.toString() : time.toUnixTime() * 1000);
    const { uid, summary, location, description } = event;
    const end = component.hasProperty('dtend') ? moment(event.endDate) : undefined;
    const where = location || undefined;
    return { uid, summary, location: where, description, start: moment(event.startDate), end };
  });
}

/** node-ical, which knows zones by their name. */
function readWithNodeIcal(text: string): Reading[] {
  const said = (value: unknown) =>
    typeof value === 'object' && value !== null && 'val' in value
      ? String(value.val)
      : String(value);
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    const allDay = event.datetype === 'date';
    const moment = (date: Date) =>
      allDay
        ? [date.getFullYear(), date.getMonth() + 1, date.getDate()]
            .map((part) => String(part).padStart(2, '0'))
            .join('-')
        : date.getTime();
    return [
      {
        uid: event.uid,
        summary: said(event.summary),
        location: event.location ? said(event.location) : undefined,
        description: said(event.description),
        start: moment(event.start),
        end: allDay || text.includes('DTEND') ? event.end && moment(event.end) : undefined,
      },
    ];
  });
}

const readers: [string, (text: string) => Reading[]][] = [
  ['ical.js', readWithIcalJs],
  ['node-ical', readWithNodeIcal],
];

describe.each(readers)('read by %s', (_name, read) => {
  test('says what, where and when', () => {
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
  ])('%s in %s is one instant everywhere', (date, timezone, instant) => {
    const talk = makeTalk({ date, timezone });
    expect(startInstant(firstDelivery(talk).when)).toBe(instant);
    expect(read(calendarOf(talk))[0]?.start).toBe(instant);
  });

  test.each([
    [{ date: '2026-05-04' }, '2026-05-04', '2026-05-05'],
    [{ date: '2026-05-04T10:00', all_day: true }, '2026-05-04', '2026-05-05'],
    [{ date: '2026-12-30', date_end: '2027-01-01', all_day: true }, '2026-12-30', '2027-01-02'],
  ])('whole days stay whole days: %o', (data, start, end) => {
    expect(read(calendarOf(makeTalk(data)))[0]).toMatchObject({ start, end });
  });

  test('holds every talk, each once, whatever stands in it', () => {
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

describe('the text of a calendar', () => {
  test('has lines of 75 octets at most that end in CRLF and split no character', () => {
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

  test('stays the same until the author dates a change', () => {
    const before = calendarOf(makeTalk({ publishDate: '2021-01-01' }));
    expect(calendarOf(makeTalk({ publishDate: '2021-01-01' }))).toBe(before);
    const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    const revised = calendarOf(makeTalk({ publishDate: '2021-01-01', lastmod: '2021-02-01' }));
    const again = calendarOf(makeTalk({ publishDate: '2021-01-01', lastmod: '2021-03-01' }));
    expect(sequence(before)).toBe(0);
    expect(sequence(revised)).toBeGreaterThan(0);
    expect(sequence(again)).toBeGreaterThan(sequence(revised));
  });

  test('leaves private talks out', () => {
    expect(calendarOf(makeTalk({ private: true }))).not.toContain('VEVENT');
  });
});
