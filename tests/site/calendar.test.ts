import { beforeAll, describe, expect, test } from 'vitest';
import {
  compareCalendar,
  compareClockTimes,
  readShownDeliveries,
} from '../helpers/read/deliveries.ts';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { calendarReaders } from '../helpers/read/calendars.ts';
import { listFiles } from '../helpers/read/dist.ts';
import { buildSampleSite } from '../helpers/build/sample-site.ts';

describe('the calendar of the sample site', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSampleSite('root');
  });

  test.each(calendarReaders)('agrees with the pages, read by %s', (_, read) => {
    const deliveries = readShownDeliveries(site, 'Your Name');
    expect(deliveries.length).toBeGreaterThan(14);
    expect(compareCalendar(deliveries, read(site.read('talks.ics')))).toEqual([]);
  });

  test('has the local time of each place', () => {
    const deliveries = readShownDeliveries(site, 'Your Name');
    expect(compareClockTimes(deliveries, site.read('talks.ics'))).toEqual([]);
  });

  test('each talk and tag has a calendar, a part of the calendar of all talks', () => {
    const [, read] = calendarReaders[0]!;
    const readUids = (path: string) => read(site.read(path)).map(({ uid }) => uid);
    const all = new Set(readUids('talks.ics'));
    const calendars = listFiles(site.dist).filter((path) => path.endsWith('.ics'));
    expect(calendars.length).toBeGreaterThan(20);
    for (const path of calendars) {
      expect(readUids(path).length, path).toBeGreaterThan(0);
      expect(
        readUids(path).every((uid) => all.has(uid)),
        path,
      ).toBe(true);
    }
    const talkUids = calendars.filter((path) => /^talks\/[^/]+$/.test(path)).flatMap(readUids);
    expect(talkUids.sort()).toEqual([...all].sort());
  });
});
