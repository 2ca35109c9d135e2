import { expect, test } from 'vitest';
import type { SitePages } from '../../../src/model/site/site-address.ts';
import { countPassedInstants, findNextInstant } from '../../../src/model/site/passed-instants.ts';
import { makePost } from '../../helpers/make/post.ts';
import { makeTalk } from '../../helpers/make/talk.ts';

const hour = 3_600_000;
const toMs = (text: string) => Date.parse(text);

/** In Vienna from 10:00 to 11:30 and from 14:00 to 15:00, in summer: two hours ahead of UTC. */
const talk = makeTalk({
  date: '2030-05-01T10:00:00',
  date_end: '2030-05-01T11:30:00',
  lastmod: '2030-06-01T00:00:00Z',
  deliveries: [
    { date: '2030-05-01T10:00:00', date_end: '2030-05-01T11:30:00' },
    { date: '2030-05-02T14:00:00', date_end: '2030-05-02T15:00:00' },
  ],
});
const starts = ['2030-05-01T08:00:00Z', '2030-05-02T12:00:00Z'].map(toMs);
const ends = ['2030-05-01T09:30:00Z', '2030-05-02T13:00:00Z'].map(toMs);
const changes = [...starts, ...ends, toMs('2030-06-01T00:00:00Z')];

const pages: SitePages = {
  ...{ talks: [talk], posts: [], publications: [], projects: [], teaching: [] },
  ...{ people: [], pages: [], slides: [] },
};

test('the number grows at each start and end of a delivery and at each date of a change', () => {
  for (const change of changes) {
    const passed = countPassedInstants(pages, change);
    expect(countPassedInstants(pages, change - 1)).toBeLessThan(passed);
    expect(countPassedInstants(pages, change + 1)).toBe(passed);
  }
});

test('finds the next of these instants', () => {
  for (const change of changes) expect(findNextInstant([talk], change - 1)).toBe(change);
  const last = Math.max(...changes);
  expect(findNextInstant([talk], last)).toBe(Infinity);
  expect(findNextInstant([], 0)).toBe(Infinity);
});

test('a page that appears or disappears later changes the site then', () => {
  const appears = toMs('2031-01-01T00:00:00Z');
  const post = { ...makePost(), hiddenUntil: appears, hiddenFrom: appears + hour };
  expect(findNextInstant([post], appears - 1)).toBe(appears);
  expect(findNextInstant([post], appears)).toBe(appears + hour);
});
