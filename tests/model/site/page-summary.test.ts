import { expect, test } from 'vitest';
import { summarisePost } from '../../../src/model/site/page-summary.ts';
import { toPageShareCard } from '../../../src/model/site/share-card.ts';
import { makePost } from '../../helpers/make/post.ts';

test('a page of any section has the facts for its share image', () => {
  const keys = { title: 'Words', date: '2025-02-03', venue: 'The Bulletin', tags: ['art'] };
  const facts = summarisePost(makePost({ ...keys, authors: ['B. Sample'] }), 'en-GB');
  expect(facts).toMatchObject({ year: 2025, when: '3 February 2025', tags: ['art'] });
  expect(toPageShareCard(facts, 'Ada Example')).toEqual({
    title: 'Words',
    event: 'The Bulletin',
    day: '3 February 2025',
    name: 'B. Sample',
  });
  expect(toPageShareCard({ ...facts, people: [] }, 'Ada Example').name).toBe('Ada Example');
});
