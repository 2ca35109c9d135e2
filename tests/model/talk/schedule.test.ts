import { describe, expect, it } from 'vitest';
import { selectHomeTalks } from '../../../src/model/site/home.ts';
import {
  toSchedule,
  type TimeWindow,
  type TimedDelivery,
} from '../../../src/model/talk/schedule.ts';
import type { Talk } from '../../../src/model/talk/talk.ts';
import { makeTalk } from '../../helpers/make/talk.ts';

const now = Date.parse('2026-06-01T12:00Z');
const dayEnd = (day: string) => Date.parse(`${day}T24:00Z`);
const talk = (slug: string, keys: Record<string, unknown>) =>
  makeTalk({ timezone: 'UTC', ...keys }, { slug });

const talks = [
  talk('old', { date: '2024-02-02', featured: true }),
  talk('soon', { date: '2026-07-01', featured: true }),
  talk('late', { date: '2027-07-01' }),
  talk('off', { date: '2026-06-15', status: 'cancelled' }),
  talk('often', { deliveries: [{ date: '2025-05-05' }, { date: '2026-12-31' }], date: '' }),
];

/** What a visitor sees at an instant, as the script decides it. */
function seen<T extends TimeWindow>(things: readonly T[], at: number): T[] {
  return things.filter(({ from = 0, until = Infinity }) => at >= from && at < until);
}
const slugs = (deliveries: readonly TimedDelivery[]) =>
  deliveries.map(({ talk: { slug } }) => slug).join(' ');

function listAt(all: readonly Talk[], at: number) {
  const { upcoming, years } = toSchedule(all, now);
  const shown = seen(years, at).map(
    ({ year, deliveries }) => `${year}: ${slugs(seen(deliveries, at))}`,
  );
  return [slugs(seen(upcoming, at)), ...shown];
}

describe('the list of talks', () => {
  it('has each delivery on its own day', () => {
    expect(listAt(talks, now)).toEqual(['off soon often late', '2025: often', '2024: old']);
  });

  it('moves deliveries to their years when they are over', () => {
    expect(listAt(talks, dayEnd('2026-07-01'))).toEqual([
      'often late',
      '2026: soon off',
      '2025: often',
      '2024: old',
    ]);
    expect(listAt(talks, dayEnd('2027-07-01'))).toEqual([
      '',
      '2027: late',
      '2026: often soon off',
      '2025: often',
      '2024: old',
    ]);
  });

  it('is the same at any later time as a build at that time', () => {
    for (const at of ['2026-06-15', '2026-07-01', '2026-12-31', '2027-07-01'].map(dayEnd)) {
      const { upcoming, years } = toSchedule(talks, at);
      const built = years
        .filter(({ from }) => from === undefined)
        .map(({ year, deliveries }) => `${year}: ${slugs(deliveries.filter(({ from }) => !from))}`);
      expect(listAt(talks, at)).toEqual([slugs(upcoming), ...built]);
    }
  });

  it('lists a talk that is in progress as upcoming', () => {
    const inProgress = talk('three-days', { date: '2026-05-31', date_end: '2026-06-02' });
    const { upcoming } = toSchedule([inProgress], now);
    expect(upcoming).toMatchObject([{ talk: { slug: 'three-days' }, until: dayEnd('2026-06-02') }]);
  });

  it('has no time window for past deliveries', () => {
    const { upcoming, years } = toSchedule([talks[0]!], now);
    expect(upcoming).toEqual([]);
    expect(years[0]?.from).toBeUndefined();
    expect(years[0]?.deliveries[0]).not.toHaveProperty('from');
  });
});

describe('the home page', () => {
  const home = selectHomeTalks(talks, now);
  const at = (time: number) => ({
    next: slugs(seen(home.next, time)),
    featured: seen(home.featured, time)
      .map(({ talk: { slug } }) => slug)
      .join(' '),
    recent: slugs(seen(home.recent, time)),
  });

  it('shows the next delivery, once, and no cancelled one', () => {
    expect(at(now)).toEqual({ next: 'soon', featured: 'old', recent: 'often old' });
  });

  it('then shows the one after it', () => {
    expect(at(dayEnd('2026-07-01'))).toEqual({
      next: 'often',
      featured: 'soon old',
      recent: 'soon often old',
    });
    expect(at(dayEnd('2027-07-01'))).toEqual({
      next: '',
      featured: 'soon old',
      recent: 'late often soon often old',
    });
  });

  it('features a talk with its next delivery, and then with the one after', () => {
    const deliveries = ['2025-01-01', '2026-08-01', '2026-09-01'].map((date) => ({ date }));
    const [featured] = selectHomeTalks(
      [talk('t', { date: '', deliveries, featured: true })],
      now,
    ).featured;
    const days = (time: number) =>
      seen(featured?.deliveries ?? [], time).map(({ delivery }) => delivery.when.start.month);
    expect([now, dayEnd('2026-08-01'), dayEnd('2026-09-01')].map(days)).toEqual([[8], [9], [9]]);
  });
});
