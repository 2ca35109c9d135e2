import { expect, test } from 'vitest';
import { findZonelessTimes } from '../../../src/import/settings/talk-times.ts';
import { createKeyUsage } from '../../../src/import/settings/key-usage.ts';
import { readSettings } from '../../../src/import/settings/old-settings.ts';
import { createOldSite } from '../../helpers/old-sites/mapped-settings.ts';

const talk = (keys: string) => `---\ntitle: A talk\n${keys}\n---\n`;
const talks = {
  'content/event/a.md': talk('date: 2020-01-02T10:00:00Z\ndate_end: 2020-01-02T11:00:00Z'),
  'content/event/b.md': talk('date: "2020-01-03 15:30"'),
  'content/event/c.md': talk('date: 2020-01-04T00:00:00Z'),
  'content/event/d.md': talk('date: 2020-01-05'),
  'content/event/e.md': talk('date: 2020-01-06T10:00:00+02:00'),
  'content/post/f.md': talk('date: 2020-01-02T10:00:00Z'),
};

function find(config: string, files: Record<string, string> = talks) {
  const site = createOldSite({
    'config.toml': `title = "Ada"\ntheme = "academic"\n${config}`,
    ...files,
  });
  return findZonelessTimes(site, readSettings(site, createKeyUsage()));
}

test('counts the times of talks that have no zone, without days', () => {
  expect(find('')).toEqual({ count: 3 });
  expect(find('', { 'content/event/d.md': talks['content/event/d.md'] })).toBeUndefined();
});

test('has the zone of the old site, and whether it is that of the template', () => {
  expect(find('timeZone = "Europe/Vienna"')).toEqual({
    ...{ count: 3, zone: 'Europe/Vienna', isDefault: false },
  });
  expect(find('timeZone = "America/Los_Angeles"')?.isDefault).toBe(true);
});
