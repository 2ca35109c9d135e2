import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { devSettings, findLostChanges } from '../helpers/build/dev-changes.ts';
import { startDevServer, type DevSite } from '../helpers/build/dev-site.ts';
import { talkFile } from '../helpers/make/talk-file.ts';

let site: DevSite;
beforeAll(async () => {
  const talk = talkFile({ title: 'In Lyon', date: '2021-05-06' }, 'The text.');
  const files = { 'content/site.yaml': devSettings, 'content/talks/lyon.md': talk };
  site = await startDevServer({ files });
});
afterAll(() => site.stop());

const firstSeed = Number(process.env.LECTERN_TEST_SEED ?? randomInt(1_000_000));
test.each(Array.from({ length: 25 }, (_, i) => firstSeed + i))(
  'after random changes, the pages are those of a fresh start (LECTERN_TEST_SEED=%i)',
  async (seed) => {
    const accent = `#20${(seed % 256).toString(16).padStart(2, '0')}80`;
    expect(await findLostChanges(site, { seed, count: 120, accent })).toEqual([]);
  },
);
