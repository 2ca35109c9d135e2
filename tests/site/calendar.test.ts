import { beforeAll, describe, expect, test } from 'vitest';
import {
  calendarDisagreements,
  clockDisagreements,
  shownDeliveries,
} from '../helpers/agreement.ts';
import type { BuiltSite } from '../helpers/build-site.ts';
import { calendarReaders } from '../helpers/calendars.ts';
import { filesIn } from '../helpers/dist.ts';
import { sampleSite } from '../helpers/sample-site.ts';

describe('the calendar of the samples', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await sampleSite('root');
  });

  test.each(calendarReaders)('says what the pages say, read by %s', (_, read) => {
    const shown = shownDeliveries(site, 'Your Name');
    expect(shown.length).toBeGreaterThan(14);
    expect(calendarDisagreements(shown, read(site.read('talks.ics')))).toEqual([]);
  });

  test('has the clock of the place', () => {
    const shown = shownDeliveries(site, 'Your Name');
    expect(clockDisagreements(shown, site.read('talks.ics'))).toEqual([]);
  });

  test('is there for each talk and tag, a part of the whole', () => {
    const [, read] = calendarReaders[0]!;
    const uids = (path: string) => read(site.read(path)).map(({ uid }) => uid);
    const all = new Set(uids('talks.ics'));
    const calendars = filesIn(site.dist).filter((path) => path.endsWith('.ics'));
    expect(calendars.length).toBeGreaterThan(20);
    for (const path of calendars) {
      expect(uids(path).length, path).toBeGreaterThan(0);
      expect(
        uids(path).every((uid) => all.has(uid)),
        path,
      ).toBe(true);
    }
    const ofTalks = calendars.filter((path) => /^talks\/[^/]+$/.test(path)).flatMap(uids);
    expect(ofTalks.sort()).toEqual([...all].sort());
  });
});
