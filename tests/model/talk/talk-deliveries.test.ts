import { expect, it } from 'vitest';
import {
  groupDeliveriesByTag,
  groupDeliveriesByYear,
  toTalkDeliveries,
  toMainDeliveries,
  type TalkDelivery,
} from '../../../src/model/talk/talk-deliveries.ts';
import { makeTalk } from '../../helpers/make/talk.ts';

const talk = (slug: string, date: string, more: Record<string, unknown> = {}) =>
  makeTalk({ date, ...more }, { slug });
const slugs = (deliveries: readonly TalkDelivery[]) =>
  deliveries.map(({ talk: { slug } }) => slug).join(' ');

const talks = [
  talk('old', '2019-03-01'),
  talk('b', '2021-09-22'),
  talk('next', '2031-01-10T10:00'),
  talk('a', '2021-09-22'),
  talk('far', '2032-01-01'),
  talk('recent', '2030-12-31'),
];
const now = Date.parse('2031-01-01T12:00Z');

it('sorts newest first, and by slug if the instant is the same', () => {
  expect(slugs(toTalkDeliveries(talks))).toBe('far next recent a b old');
  expect(slugs(toTalkDeliveries([...talks].reverse()))).toBe('far next recent a b old');
});

it('sorts by the instant, not by the local time', () => {
  const east = talk('east', '2021-09-22T10:00+09:00');
  const west = talk('west', '2021-09-22T09:00-07:00');
  expect(slugs(toTalkDeliveries([east, west]))).toBe('west east');
});

it('groups talks by the year in the file', () => {
  const newYear = [talk('eve', '2020-12-31T23:30-10:00'), talk('day', '2021-01-01T00:30+12:00')];
  const years = groupDeliveriesByYear(toTalkDeliveries(newYear)).map(({ year, deliveries }) => [
    year,
    slugs(deliveries),
  ]);
  expect(years).toEqual([
    [2020, 'eve'],
    [2021, 'day'],
  ]);
});

it('groups talks by tag, in alphabetical order, with the spelling of the latest talk', () => {
  const tagged = [
    talk('one', '2020-01-01', { tags: ['Deep learning', 'C++'] }),
    talk('two', '2021-01-01', { tags: ['deep-learning', 'C', 'C++'] }),
  ];
  const found = groupDeliveriesByTag(toMainDeliveries(tagged, now)).map(
    ({ tag, talks: of }) => `${tag.name}: ${slugs(of)}`,
  );
  expect(found).toEqual(['C: two', 'C++: two one', 'deep-learning: two one']);
});
