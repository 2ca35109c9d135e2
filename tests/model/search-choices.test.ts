import { expect, test } from 'vitest';
import { searchableTalks, toSearchChoices } from '../../src/model/search-choices.ts';
import { addressesUnder } from '../../src/model/url.ts';
import { makeTalk } from '../helpers/talk.ts';

const now = Date.parse('2026-06-01T12:00Z');
const talks = [
  makeTalk({ date: '2024-02-02', tags: ['Knots', 'braids'] }, { slug: 'old' }),
  makeTalk({ date: '2027-07-01', tags: ['knots'] }, { slug: 'late' }),
  makeTalk({ date: '2020-01-01', tags: ['secret'], private: true }, { slug: 'private' }),
];

test('the search offers tags and years of the talks it knows', () => {
  const { tags, years } = toSearchChoices(searchableTalks(talks), addressesUnder('/sub'), now);
  expect(tags.map(({ tag, count }) => `${tag.name} ${count} ${tag.href}`)).toEqual([
    'braids 1 /talks/tags/braids/',
    'knots 2 /talks/tags/knots/',
  ]);
  expect(years).toEqual([
    { year: 2027, href: '/sub/talks/in/2027/' },
    { year: 2024, href: '/sub/talks/in/2024/' },
  ]);
});
