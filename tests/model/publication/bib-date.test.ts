import { expect, test } from 'vitest';
import { toIssued, toStatusOfYear } from '../../../src/model/publication/bib-date.ts';

test.each([
  [
    { year: '2020', month: 'MAR 15' },
    { year: 2020, month: 3, day: 15 },
  ],
  [
    { year: '2020', month: '15 March' },
    { year: 2020, month: 3, day: 15 },
  ],
  [
    { year: '2020', month: 'July–August' },
    { year: 2020, month: 7 },
  ],
  [
    { year: '2020', month: 'Sept.' },
    { year: 2020, month: 9 },
  ],
  [{ year: '2020', month: 'Spring' }, { year: 2020 }],
  [
    { year: '2020', month: '3', day: '40' },
    { year: 2020, month: 3 },
  ],
  [{ year: '2020, Oct 3rd' }, { year: 2020, month: 10, day: 3 }],
  [{ date: '2020' }, { year: 2020 }],
  [{ date: '2020-21' }, { year: 2020 }],
  [{ date: '3 May 2020' }, { year: 2020, month: 5, day: 3 }],
  [{ year: 'in press' }, undefined],
])('%j is %j', (fields, issued) => expect(toIssued(fields)).toEqual(issued));

test.each([
  ['in press', 'in press'],
  ['2024, to appear', 'to appear'],
  ['2020', undefined],
  ['2020a', undefined],
  ['May 2020', undefined],
])('the state in the year %s is %s', (year, status) => expect(toStatusOfYear(year)).toBe(status));
