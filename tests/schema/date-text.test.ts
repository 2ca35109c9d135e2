import { describe, expect, it } from 'vitest';
import { DateTextError, parseDateText } from '../../src/schema/date-text.ts';

describe('parseDateText', () => {
  it.each([
    ['2021-09-22', { year: 2021, month: 9, day: 22 }],
    ['2020-05', { year: 2020, month: 5, day: 1 }],
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
