import { expect, test } from 'vitest';
import { buildSite, type BuiltSite } from '../helpers/build/build-site.ts';
import { feedSite } from '../helpers/sites/feeds.ts';
import { talkFile } from '../helpers/make/talk-file.ts';

test('feeds do not depend on other talks, the time zone or earlier builds', async () => {
  const { files, env } = feedSite;
  const more = { 'content/talks/old.md': talkFile({ title: 'Old', date: '2001-01-01' }) };
  const [site, again] = await Promise.all([
    buildSite(feedSite),
    buildSite({ files: { ...files, ...more }, env: { ...env, TZ: 'Asia/Tokyo' } }),
  ]);
  const readItems = (built: BuiltSite) => built.read('rss.xml').match(/<item>.*?<\/item>/gs) ?? [];
  expect(readItems(site)).toHaveLength(2);
  expect(readItems(again).slice(0, 2)).toEqual(readItems(site));
});
