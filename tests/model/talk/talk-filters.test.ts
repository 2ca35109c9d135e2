import { expect, test } from 'vitest';
import { toTalkDeliveries } from '../../../src/model/talk/talk-deliveries.ts';
import {
  toTalkFilterKeys,
  toKindFilters,
  toMaterialFilters,
} from '../../../src/model/talk/talk-filters.ts';
import { pickLatestYears, toSchedule } from '../../../src/model/talk/schedule.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { makeTalk } from '../../helpers/make/talk.ts';

const now = Date.parse('2026-06-01T12:00Z');
const addresses = createAddresses('/sub');
const video = 'https://example.org/video';
const talks = [
  makeTalk({ date: '2024-02-02', talk_type: 'Invited talk', url_video: video }, { slug: 'filmed' }),
  makeTalk({ date: '2025-02-02', talk_type: 'invited Talk' }, { slug: 'later' }),
  makeTalk(
    { date: '2021-01-01', type: 'talk', url_slides: 'https://example.org/s' },
    { slug: 'plain' },
  ),
  makeTalk(
    {
      date: '',
      talk_type: 'Keynote',
      deliveries: [{ date: '2022-05-05', url_video: video }, { date: '2023-05-05' }],
    },
    { slug: 'often' },
  ),
];

const shown = (filters: ReturnType<typeof toKindFilters>) =>
  filters.map(({ name, href, items }) => {
    const days = items.map(({ talk, delivery }) => `${talk.slug} ${delivery.when.start.year}`);
    return `${name} ${href}: ${days.join(', ')}`;
  });

test('the kinds are those in the files, the most frequent first', () => {
  expect(shown(toKindFilters(talks, addresses))).toEqual([
    'invited Talk /sub/talks/kind/invited-talk/: later 2025, filmed 2024',
    'Keynote /sub/talks/kind/keynote/: often 2023, often 2022',
  ]);
});

test('a delivery has a video if it or its talk has one', () => {
  expect(shown(toMaterialFilters(talks, addresses))).toEqual([
    'With video /sub/talks/with/video/: filmed 2024, often 2022',
    'With slides /sub/talks/with/slides/: plain 2021',
  ]);
  expect(toMaterialFilters(talks.slice(1, 2), addresses)).toEqual([]);
});

test('every delivery has the keys of the filters that it matches', () => {
  const filters = [...toKindFilters(talks, addresses), ...toMaterialFilters(talks, addresses)];
  const deliveries = toTalkDeliveries(talks);
  expect(deliveries).toHaveLength(5);
  for (const talkDelivery of deliveries) {
    const { talk, delivery } = talkDelivery;
    const matching = filters.filter(({ items }) =>
      items.some((item) => item.talk === talk && item.delivery === delivery),
    );
    expect(toTalkFilterKeys(talkDelivery).sort()).toEqual(matching.map(({ key }) => key).sort());
  }
});

test('a page of the schedule has whole years, at least one', () => {
  const schedule = toSchedule(talks, now);
  const years = (limit: number) => pickLatestYears(schedule, limit).years.map(({ year }) => year);
  expect(years(200)).toEqual([2025, 2024, 2023, 2022, 2021]);
  expect(years(3)).toEqual([2025, 2024, 2023]);
  expect(years(0)).toEqual([2025]);
});
