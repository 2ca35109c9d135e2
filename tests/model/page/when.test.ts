import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  toEndInstant,
  toFeedInstant,
  isOver,
  toStartInstant,
  toIso,
  toWhen,
} from '../../../src/model/page/when.ts';
import { formatWhen } from '../../../src/model/page/format-when.ts';
import { parseDateText } from '../../../src/schema/date-text.ts';

function whenOf(start: string, zone: string, end?: string) {
  return toWhen({
    start: parseDateText(start),
    end: end === undefined ? undefined : parseDateText(end),
    zone,
    z: 'utc',
  });
}

const instant = (milliseconds: number) => new Date(milliseconds).toISOString();

describe('startInstant and endInstant', () => {
  it.each([
    // New York is four hours behind UTC in September, five in January.
    ['2021-09-22', 'America/New_York', undefined, '2021-09-22T04:00', '2021-09-23T04:00'],
    ['2021-01-22', 'America/New_York', undefined, '2021-01-22T05:00', '2021-01-23T05:00'],
    ['2021-09-22', 'Pacific/Auckland', '2021-09-24', '2021-09-21T12:00', '2021-09-24T12:00'],
    // The day on which clocks go forward has 23 hours.
    ['2024-03-31', 'Europe/Vienna', undefined, '2024-03-30T23:00', '2024-03-31T22:00'],
    [
      '2021-09-22T16:30',
      'Europe/Vienna',
      '2021-09-22T18:00',
      '2021-09-22T14:30',
      '2021-09-22T16:00',
    ],
    ['2021-09-22T16:30', 'Europe/Vienna', undefined, '2021-09-22T14:30', '2021-09-22T16:00'],
    ['2021-09-22T16:30', 'UTC', '2021-09-24', '2021-09-22T16:30', '2021-09-25T00:00'],
    ['2021-09-22T16:30-07:00', 'UTC', undefined, '2021-09-22T23:30', '2021-09-23T01:00'],
    // Offsets with seconds: in a zone before 1972, and written as such.
    [
      '1965-05-01T12:00',
      'Africa/Monrovia',
      undefined,
      '1965-05-01T12:44:30',
      '1965-05-01T14:14:30',
    ],
    ['1965-05-01T12:00-00:44:30', 'UTC', undefined, '1965-05-01T12:44:30', '1965-05-01T14:14:30'],
    [
      '1965-05-01T12:00-00:44:30',
      'UTC',
      '1965-05-01T13:00Z',
      '1965-05-01T12:44:30',
      '1965-05-01T13:00',
    ],
    // A month and a year end with their last day.
    ['2024-02', 'UTC', undefined, '2024-02-01T00:00', '2024-03-01T00:00'],
    ['2013', 'Europe/Vienna', undefined, '2012-12-31T23:00', '2013-12-31T23:00'],
    ['2021-09-22T16:30+02:00', 'UTC', '2021-09-22T16:00Z', '2021-09-22T14:30', '2021-09-22T16:00'],
  ])('of %s in %s until %s', (start, zone, end, from, to) => {
    const when = whenOf(start, zone, end);
    expect(toStartInstant(when)).toBe(Date.parse(`${from}Z`));
    expect(toEndInstant(when)).toBe(Date.parse(`${to}Z`));
  });

  it.each([
    ['2013', 'Europe/Vienna', '2013'],
    ['2013-05', 'Europe/Vienna', '2013-05'],
    ['0985-05', 'Europe/Vienna', '0985-05'],
    ['1965-05-01T12:00', 'Africa/Monrovia', '1965-05-01T12:44:30Z'],
    ['1891-05-01T12:00+00:09:21', 'UTC', '1891-05-01T11:50:39Z'],
  ])('writes %s in %s as %s', (start, zone, iso) => {
    expect(toIso(whenOf(start, zone))).toBe(iso);
  });

  it.each([
    // Not on any clock that night: an hour later is meant. Twice on the clock: the first is meant.
    ['2024-03-31T02:30', 'Europe/Vienna', '2024-03-31T01:30', '2024-03-31T03:30:00+02:00'],
    ['2024-10-27T02:30', 'Europe/Vienna', '2024-10-27T00:30', '2024-10-27T02:30:00+02:00'],
    // In São Paulo midnight itself was skipped; in Samoa a whole day.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00', '2018-11-04'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00', '2011-12-30'],
  ])('knows what %s in %s means', (start, zone, from, iso) => {
    const when = whenOf(start, zone);
    expect(instant(toStartInstant(when))).toBe(`${from}:00.000Z`);
    expect(toIso(when)).toBe(iso);
    expect(toEndInstant(when)).toBeGreaterThanOrEqual(toStartInstant(when));
  });
});

it('isOver is true from the end on, for an all-day talk from the next midnight in its zone', () => {
  const when = whenOf('2021-09-22', 'America/New_York');
  expect(isOver(when, Date.parse('2021-09-23T03:59:59Z'))).toBe(false);
  expect(isOver(when, Date.parse('2021-09-23T04:00:00Z'))).toBe(true);
});

it.each([
  ['2021-09-22', 'Europe/Vienna', '2021-09-22'],
  ['2034-05-03T15:00', 'Europe/Vienna', '2034-05-03T15:00:00+02:00'],
  ['2021-09-22T15:00Z', 'Europe/Vienna', '2021-09-22T15:00:00+00:00'],
  ['2021-09-22T15:00:09-07:00', 'UTC', '2021-09-22T15:00:09-07:00'],
])('writes %s in %s as %s for machines', (start, zone, expected) => {
  expect(toIso(whenOf(start, zone))).toBe(expected);
});

it.each([
  ['2021-05-03', 'Pacific/Auckland', '2021-05-03T12:00:00.000Z'],
  ['2021-05-03', 'America/Los_Angeles', '2021-05-03T12:00:00.000Z'],
  ['2021-05', 'Europe/Berlin', '2021-05-01T12:00:00.000Z'],
  ['2003', 'Europe/Berlin', '2003-01-01T12:00:00.000Z'],
  ['2021-05-03T01:00', 'Europe/Berlin', '2021-05-02T23:00:00.000Z'],
])('dates %s in %s in feeds as %s', (start, timezone, expected) => {
  expect(instant(toFeedInstant(parseDateText(start), { timezone, z: 'utc' }))).toBe(expected);
});

it('is the same on machines in two time zones', () => {
  const script = fileURLToPath(new URL('../../helpers/print-times.ts', import.meta.url));
  const printed = (zone: string) =>
    execFileSync(process.execPath, [script], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    });
  const auckland = printed('Pacific/Auckland');
  expect(auckland).toContain('22 September, 23:30 – 24 September 2021, 01:00');
  expect(printed('America/Los_Angeles')).toBe(auckland);
});

it('accepts any day, zone and end, and never ends before the start', () => {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.nat(27))
    .map(([year, month, index]) => `${year}-${two(month)}-${two(index + 1)}`);
  const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `T${two(h)}:${two(m)}`);
  const offset = fc.constantFrom('', '', 'Z', '+02:00', '-07:00', '+05:30');
  const date = fc.oneof(
    day,
    fc.tuple(day, time, offset).map((parts) => parts.join('')),
  );
  const zone = fc.constantFrom('UTC', 'Europe/Vienna', 'Pacific/Apia', 'Asia/Kathmandu');
  fc.assert(
    fc.property(date, date, zone, (start, end, name) => {
      const when = whenOf(start, name, end);
      expect(toEndInstant(when)).toBeGreaterThanOrEqual(toStartInstant(when));
      expect(toIso(when)).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z))?$/);
      expect(formatWhen(when, 'en-GB')).toMatch(/^\d.*\d|time$/);
    }),
  );
});

it('prints a time whose zone is unknown without an offset', () => {
  const start = parseDateText('2034-05-03T15:00');
  const parts = { start, zone: 'UTC', z: 'utc', floating: true } as const;
  expect(toIso(toWhen(parts))).toBe('2034-05-03T15:00:00');
  const local = { ...parts, start: parseDateText('2034-05-03T15:00Z'), z: 'local' } as const;
  expect(toIso(toWhen(local))).toBe('2034-05-03T15:00:00');
  expect(toIso(toWhen({ ...local, z: 'utc' }))).toBe('2034-05-03T15:00:00+00:00');
});
