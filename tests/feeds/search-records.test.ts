import { describe, expect, it } from 'vitest';
import { toTalkSearchRecord } from '../../src/feeds/search-records.ts';
import type { Talk } from '../../src/model/talk/talk.ts';
import { findMainDelivery } from '../../src/model/talk/talk-deliveries.ts';
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
      content: '',
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
    expect(content).toBe('The short form. Its body.');
  });

  it('contains the stored words of the abstract, or else those of its HTML', () => {
    const talk = makeTalk({ abstract: 'An *abstract*.', date: '2024-03-01' });
    const delivery = findMainDelivery(talk, now);
    const toContent = (abstract: Talk['abstract'] & object) =>
      toTalkSearchRecord({ talk: { ...talk, abstract }, delivery }, '', 'en-GB').content;
    expect(toContent(talk.abstract!)).toBe('An abstract.');
    expect(toContent({ ...talk.abstract!, words: 'Stored.' })).toBe('Stored.');
  });
});
