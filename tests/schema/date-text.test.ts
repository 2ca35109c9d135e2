import { describe, expect, it } from 'vitest';
import { DateTextError, parseDateText } from '../../src/schema/date-text.ts';

describe('parseDateText', () => {
  it.each([
    ['2021-09-22', { year: 2021, month: 9, day: 22 }],
    ['2020-05', { year: 2020, month: 5, day: 1, precision: 'month' }],
    ['2013', { year: 2013, month: 1, day: 1, precision: 'year' }],
    ['Sept. 2021', { year: 2021, month: 9, day: 1, precision: 'month' }],
    ['October 2013', { year: 2013, month: 10, day: 1, precision: 'month' }],
    ['2018-4-28', { year: 2018, month: 4, day: 28 }],
    ['22 May 2024', { year: 2024, month: 5, day: 22 }],
    ['May 2, 2024', { year: 2024, month: 5, day: 2 }],
  ])('reads the day %s', (text, expected) => {
    expect(parseDateText(text)).toEqual(expected);
  });

  it.each([
    ['2021-09-22T13:00:00Z', 13, 0, 0, 'Z'],
    ['2021-09-22T13:00:00-07:00', 13, 0, 0, '-07:00'],
    ['2021-09-22T13:00:00.123456+02', 13, 0, 0, '+02:00'],
    ['2021-09-22T9:00:00Z', 9, 0, 0, 'Z'],
    ['2021-09-22 17:00:00 -0800 PST', 17, 0, 0, '-08:00'],
    ['2021-09-22 17:00:00 +0000 UTC', 17, 0, 0, '+00:00'],
    ['2021-09-22:16:00:00', 16, 0, 0, undefined],
    ['Wed, 22 Sep 2021 15:04:05 GMT', 15, 4, 5, 'Z'],
  ])('reads the time of %s', (text, hour, minute, second, offset) => {
    const day = { year: 2021, month: 9, day: 22 };
    expect(parseDateText(text)).toEqual({ ...day, hour, minute, second, offset });
  });

  it.each([
    ['2021-09-22 2:00 PM', 14, 0],
    ['2021-09-22T12:30 a.m.', 0, 30],
    ['22 September 2021, 12:15pm', 12, 15],
    ['September 22, 2021 at 9 AM', 9, 0],
    ['2021-09-22 14:00 PM', 14, 0],
    ['2021-09-22\u00a014:05', 14, 5],
    ['2021-09-22 \u202f 7:05\u202fPM', 19, 5],
  ])('reads the clock of %s', (text, hour, minute) => {
    const day = { year: 2021, month: 9, day: 22 };
    expect(parseDateText(text)).toStrictEqual({ ...day, hour, minute });
  });

  it.each([
    ['2027-09-22 09:00-10:00', [9, 0], [10, 0], '-10:00'],
    ['2027-09-22T08:15-09:45', [8, 15], [9, 45], '-09:45'],
    ['2027-09-22T14:00-16:30', [14, 0], [16, 30], undefined],
    ['2027-09-22T10:00-11:20', [10, 0], [11, 20], undefined],
    ['2027-09-22 14:00–15:00', [14, 0], [15, 0], undefined],
    ['2027-09-22 14:00 — 15:00', [14, 0], [15, 0], undefined],
    ['2027-09-22 9:00 to 10:30', [9, 0], [10, 30], undefined],
    ['2027-09-22 from 9:00 until 10:30', [9, 0], [10, 30], undefined],
    ['2027-09-22 2:00–3:30 PM', [14, 0], [15, 30], undefined],
    ['2027-09-22 2-3pm', [14, 0], [15, 0], undefined],
    ['2027-09-22 11:00–1:00 PM', [11, 0], [13, 0], undefined],
    ['2027-09-22 11:30 AM to 1:00', [11, 30], [13, 0], undefined],
    ['22 September 2027, 23:00–01:00', [23, 0], [1, 0], undefined],
    ['2027-09-22 09:00:00-10:00:30', [9, 0], [10, 0], undefined],
    ['2027-09-22 09:00-10:00 +02:00', [9, 0], [10, 0], undefined],
  ])('reads the range of times in %s', (text, start, end, possibleOffset) => {
    const { hour, minute, until } = parseDateText(text);
    expect([hour, minute]).toEqual(start);
    expect([until?.hour, until?.minute]).toEqual(end);
    expect(until?.possibleOffset).toBe(possibleOffset);
  });

  it.each([
    ['2027-09-22T15:00-04:00', '-04:00'],
    ['2027-09-22 17:00 -08:00', '-08:00'],
    ['2027-09-22T09:00:00-10:00', '-10:00'],
    ['2027-09-22T08:00-08:00', '-08:00'],
    ['1965-05-01T12:00:00-00:44:30', '-00:44:30'],
    ['1891-05-01T12:00+00:09:21', '+00:09:21'],
    ['1891-05-01T12:00+00:30:00', '+00:30'],
  ])('reads the offset in %s', (text, offset) => {
    const time = parseDateText(text);
    expect(time.offset).toBe(offset);
    expect(time).not.toHaveProperty('until');
  });

  it('returns no seconds if the text has none', () => {
    const expected = { year: 2016, month: 7, day: 14, hour: 9, minute: 0 };
    expect(parseDateText('2016-07-14 09:00')).toStrictEqual(expected);
    expect(parseDateText('2021-11-23:00:00Z')).toMatchObject({ hour: 0, minute: 0, offset: 'Z' });
  });

  it.each([
    ['2024-22-05', 'is not a valid date: there is no month 22', 'Did you mean 2024-05-22?'],
    [
      '2024-13-40',
      'is not a valid date: there is no month 13',
      'Write year, month and day, such as 2024-05-22.',
    ],
    ['2023-02-29', 'is not a valid date: 2023-02 has only 28 days', /2024-05-22/],
    ['0000-01-01', 'is not a valid date: there is no year 0', /2024-05-22/],
    ['2024-05-22T24:00', 'has an invalid time: there is no hour 24', /00:00 to 23:59/],
    ['2024-05-22T10:61', 'has an invalid time: there is no minute 61', /00:00 to 23:59/],
    ['2024-05-22T10:00-26:00', 'has an invalid time: there is no hour 26', /00:00 to 23:59/],
    ['2024-05-22 14', 'is not a valid date', /2024-05-22/],
    ['2024-13', 'is not a valid date: there is no month 13', /2024-05-22/],
    ['2024-05-22T10:00 PST', 'ends in "PST", which is not a UTC offset', /\+02:00/],
    ['2024/05/22', 'is not a valid date', 'Write 2024-05-22.'],
    ['22.05.2024', 'is not a valid date', 'Write 2024-05-22.'],
    ['05/04/2024', 'is not a valid date', 'Write 2024-04-05 or 2024-05-04, whichever you mean.'],
    ['05/05/2024', 'is not a valid date', 'Write 2024-05-05.'],
    ['tomorrow', 'is not a valid date', /2024-05-22/],
  ])('rejects %s', (text, reason, remedy) => {
    const error = failureOf(text);
    expect(error.reason).toBe(reason);
    expect(error.remedy).toMatch(remedy);
  });
});

function failureOf(text: string): DateTextError {
  try {
    parseDateText(text);
  } catch (error) {
    if (error instanceof DateTextError) return error;
  }
  throw new Error(`${text} was read`);
}
