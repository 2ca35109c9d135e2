import { expect, test } from 'vitest';
import { buildSite, type BuiltSite } from '../helpers/build-site.ts';
import { feedSite } from '../helpers/sites/feeds.ts';
import { talkFile } from '../helpers/talk-file.ts';

test('feeds do not change when the site is built again, whatever was built before', async () => {
  const { files, env } = feedSite;
  const more = { 'content/talks/old.md': talkFile({ title: 'Old', date: '2001-01-01' }) };
  const [site, again] = await Promise.all([
    buildSite(feedSite),
    buildSite({ files: { ...files, ...more }, env: { ...env, TZ: 'Asia/Tokyo' } }),
  ]);
  const written = (built: BuiltSite) => built.read('rss.xml').match(/<item>.*?<\/item>/gs) ?? [];
  expect(written(site)).toHaveLength(2);
  expect(written(again).slice(0, 2)).toEqual(written(site));
});
