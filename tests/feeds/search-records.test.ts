import { describe, expect, it } from 'vitest';
import { toPageSearchRecord, toTalkSearchRecord } from '../../src/feeds/search-records.ts';
import type { Talk } from '../../src/model/talk/talk.ts';
import { findMainDelivery } from '../../src/model/talk/talk-deliveries.ts';
import {
  summarisePerson,
  summarisePost,
  summarisePublication,
} from '../../src/model/site/page-summary.ts';
import { makePerson } from '../helpers/make/person.ts';
import { makePost } from '../helpers/make/post.ts';
import { makePublication } from '../helpers/make/publication.ts';
import { makeTalk } from '../helpers/make/talk.ts';

describe('the record of a talk', () => {
  const now = Date.parse('2026-06-01T12:00Z');
  const record = (keys: Record<string, unknown>, body = '') => {
    const talk = makeTalk(keys, { slug: 'nyu' });
    return toTalkSearchRecord({ talk, delivery: findMainDelivery(talk, now) }, body, 'en-GB');
  };

  it('has only fields with a value', () => {
    const bare = record({ title: 'On knots', date: '2021-09-22' });
    expect(bare).toEqual({
      url: '/talks/nyu/',
      content: 'On knots Ada Example',
      meta: { title: 'On knots', people: 'Ada Example', day: '22 September 2021' },
      filters: { in: ['talks'], year: ['2021'], tag: [] },
      sort: { start: '2021-09-21T22:00:00.000Z' },
    });
  });

  it('shows the next delivery, and contains the others', () => {
    const deliveries = [
      { event: 'First', date: '2024-03-01', location: 'Oslo', note: 'The short form.' },
      { event: 'Next', date: '2027-01-05' },
    ];
    const { meta, filters, content } = record({ deliveries, date: '' }, 'Its body.');
    expect(meta).toMatchObject({ event: 'Next', day: '5 January 2027' });
    expect(meta['others']).toBe('First, Oslo, 1 March 2024');
    expect(filters['year']).toEqual(['2024', '2027']);
    expect(content).toMatch(/ Next First, Oslo, 1 March 2024 The short form\. Its body\.$/);
  });

  it('contains the stored words of the abstract, or else those of its HTML', () => {
    const talk = makeTalk({ abstract: 'An *abstract*.', date: '2024-03-01' });
    const delivery = findMainDelivery(talk, now);
    const toContent = (abstract: Talk['abstract'] & object) =>
      toTalkSearchRecord({ talk: { ...talk, abstract }, delivery }, '', 'en-GB').content.split(
        'Example ',
      )[1];
    expect(toContent(talk.abstract!)).toBe('An abstract.');
    expect(toContent({ ...talk.abstract!, words: 'Stored.' })).toBe('Stored.');
  });
});

describe('a page without a text', () => {
  const paper = { title: 'A *first* count', authors: ['Bo Sample', 'Cleo Test'], tags: ['C++'] };

  it.each([
    [
      'publications',
      summarisePublication(makePublication({ ...paper, publication: 'Annals of Counting' })),
      ['first', 'count', 'Bo', 'Sample', 'Cleo', 'Annals', 'Counting', 'C++'],
    ],
    [
      'people',
      summarisePerson(makePerson({ title: 'Dana Example', interests: ['Queues'] })),
      ['Dana', 'Example', 'Queues'],
    ],
    ['posts', summarisePost(makePost({ title: '???', date: '2024-01-01' }), 'en'), ['???']],
  ])('of %s has the words of all its facts in its searched text', (section, summary, words) => {
    const { content } = toPageSearchRecord(summary, section, '');
    for (const word of words) expect(content).toContain(word);
    expect(content).toMatch(/\p{L}/u);
  });

  it('of talks has the event and place of every delivery in its searched text', () => {
    const deliveries = [
      { event: 'Spring School', date: '2024-03-01', location: 'Bergen, Norway' },
      { event: 'Colloquium', date: '2025-03-01', location: 'Graz' },
    ];
    const talk = makeTalk({ title: 'Queues', deliveries, date: '', tags: ['waiting'] });
    const delivery = findMainDelivery(talk, 0);
    const { content } = toTalkSearchRecord({ talk, delivery }, '', 'en');
    for (const word of ['Queues', 'Spring', 'Bergen', 'Norway', 'Colloquium', 'Graz', 'waiting'])
      expect(content).toContain(word);
  });
});
