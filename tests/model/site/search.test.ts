import { expect, test } from 'vitest';
import { summarisePost } from '../../../src/model/site/page-summary.ts';
import { pickSearchableTalks, toSearchFacets } from '../../../src/model/site/search.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { makePost } from '../../helpers/make/post.ts';
import { makeTalk } from '../../helpers/make/talk.ts';

const now = Date.parse('2026-06-01T12:00Z');
const talks = [
  makeTalk({ date: '2024-02-02', tags: ['Knots', 'braids'] }, { slug: 'old' }),
  makeTalk({ date: '2027-07-01', tags: ['knots'] }, { slug: 'late' }),
  makeTalk({ date: '2020-01-01', tags: ['secret'], private: true }, { slug: 'private' }),
];

const choicesWith = (facts: Parameters<typeof toSearchFacets>[1]) =>
  toSearchFacets(pickSearchableTalks(talks), facts, { addresses: createAddresses('/sub') }, now);

test('the search has the tags and years of the talks in its index', () => {
  const { tags, years, sections } = choicesWith({ posts: [] });
  expect(tags.map(({ tag, count }) => `${tag.name} ${count} ${tag.href}`)).toEqual([
    'braids 1 /talks/tags/braids/',
    'knots 2 /talks/tags/knots/',
  ]);
  expect(years).toEqual([
    { year: 2027, href: '/sub/talks/in/2027/' },
    { year: 2024, href: '/sub/talks/in/2024/' },
  ]);
  expect(sections).toEqual([]);
});

test('the search has filters for sections, and for the tags and years of all pages', () => {
  const page = makePost({ date: '2025-01-01', tags: ['Knots', 'Art'] });
  const { sections, filters } = choicesWith({ posts: [summarisePost(page, 'en')], teaching: [] });
  expect(sections).toEqual([
    { name: 'talks', title: 'Talks' },
    { name: 'posts', title: 'Posts' },
  ]);
  expect(filters.years).toEqual([2027, 2025, 2024]);
  expect(filters.tags).toEqual([
    { slug: 'art', name: 'Art' },
    { slug: 'braids', name: 'braids' },
    { slug: 'knots', name: 'knots' },
  ]);
});
