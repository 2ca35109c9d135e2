import { describe, expect, it, test } from 'vitest';
import { toTalkSearchRecord } from '../../src/feeds/search-records.ts';
import { toSearchText } from '../../src/feeds/text/html-text.ts';
import { createTextRenderer } from '../../src/markdown/render/text-renderer.ts';
import { findMainDelivery } from '../../src/model/talk/talk-deliveries.ts';
import { makeTalk } from '../helpers/make/talk.ts';

const renderer = await createTextRenderer('/');
const words = async (markdown: string) =>
  toSearchText((await renderer.block(markdown, { math: true })).html);

describe('the search text', () => {
  test.each([
    ['Of $I(X;T) - \\beta I(T;Y)$.', 'Of I(X;T) − β I(T;Y).'],
    ['One\n\n$$\na < b\n$$\n\n- two\n- three', 'One a < b two three'],
    ['So $\\min_{p(t\\mid x)} \\hat{H}$ is', 'So min_p(t∣ x) hat H is'],
    ['A <b>bold</b>&nbsp;`code` <script>x</script>&amp; more', 'A bold code & more'],
    ['', ''],
  ])('of %j is %j', async (markdown, text) => {
    expect(await words(markdown)).toBe(text);
  });
});

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
    const { meta, filters, content } = record({ deliveries, date: '' }, '<p>Its body.</p>');
    expect(meta).toMatchObject({ event: 'Next', day: '5 January 2027' });
    expect(meta['others']).toBe('First, Oslo, 1 March 2024');
    expect(filters['year']).toEqual(['2024', '2027']);
    expect(content).toBe('The short form. Its body.');
  });
});
