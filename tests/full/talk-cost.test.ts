import { statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTalk } from '../../scripts/workload/talk.ts';
import { buildTwice, type BuiltSite } from '../helpers/build/build-site.ts';
import { createFileCounter, type FileCalls } from '../helpers/process/count-file-calls.ts';
import { listFiles } from '../helpers/read/dist.ts';

const talks = Array.from({ length: 12 }, (_, i) => makeTalk(i + 1));

/**
 * Bytes for each talk of the workload, a twentieth more than when they were measured. If a change needs more,
 * measure what it costs with `npm run bench` and say in the commit what the reader gets for it; if it needs
 * much less, lower the number.
 */
const budgets = {
  page: 46_800,
  markdown: 3_840,
  calendar: 912,
  'share image': 56_400,
  'feeds, lists and other pages': 98_400,
  'content store': 9_160,
  // With the lists and feeds of tags, and the lists of years.
  caches: 64_800,
};

// In `talks/`, next to the folder of the page.
const filesOfTalk = ['.ics', '.md', '.png', '/index.html'];

describe('a talk of the benchmark', () => {
  const counter = createFileCounter();
  let site: BuiltSite;
  let files: string[];
  let calls: FileCalls;
  let secondOutput: string;
  beforeAll(async () => {
    const [cold, again] = await buildTwice({
      files: Object.fromEntries(
        talks.map(({ slug, markdown }) => [`content/talks/${slug}/index.md`, markdown]),
      ),
      cold: true,
      env: counter.env,
    });
    site = cold;
    expect([site.code, again.code], site.output + again.output).toEqual([0, 0]);
    files = listFiles(site.dist);
    secondOutput = again.output;
    calls = counter.readCounts();
  });
  afterAll(() => counter.remove());

  const sumOfBytes = (paths: string[]) =>
    paths.reduce((sum, path) => sum + statSync(join(site.dist, path)).size, 0);

  test('has four files', () => {
    for (const { slug } of talks) {
      const own = files.filter((path) => path.startsWith(`talks/${slug}`));
      expect(own).toEqual(filesOfTalk.map((end) => `talks/${slug}${end}`));
    }
  });

  test.each([
    ['page', '/index.html'],
    ['markdown', '.md'],
    ['calendar', '.ics'],
    ['share image', '.png'],
  ] as const)('needs no more bytes for its %s', (name, end) => {
    const bytes = sumOfBytes(talks.map(({ slug }) => `talks/${slug}${end}`));
    expect(bytes / talks.length).toBeLessThanOrEqual(budgets[name]);
  });

  test('adds no more bytes to feeds, lists and pages of tags', () => {
    const others = files.filter(
      (path) => !/^(_astro|fonts|pagefind)\/|\/talk-\d+|^share\.png/.test(path),
    );
    expect(sumOfBytes(others) / talks.length).toBeLessThanOrEqual(
      budgets['feeds, lists and other pages'],
    );
  });

  test('needs no more bytes in the caches', () => {
    const cache = join(dirname(site.dist), 'node_modules', '.astro');
    const sizeOf = (paths: string[]) => {
      expect(paths.length).toBeGreaterThan(0);
      const bytes = paths.map((path) => statSync(join(cache, path)).size);
      return bytes.reduce((sum, size) => sum + size) / talks.length;
    };
    const cached = listFiles(cache);
    const store = cached.filter((path) => path.endsWith('/data-store.json'));
    // Images and fonts are as large as in the output.
    const texts = cached.filter((path) => !/\.(png|woff2)$/.test(path));
    expect(sizeOf(store)).toBeLessThanOrEqual(budgets['content store']);
    expect(sizeOf(texts)).toBeLessThanOrEqual(budgets.caches);
  });

  test('has its page and texts from the first build in the next one', () => {
    const [, kept] =
      /^ *([\d,]+) of [\d,]+ pages and feeds had not changed/m.exec(secondOutput) ?? [];
    // Share images have a cache of their own, which is not counted.
    const files = filesOfTalk.length - 1;
    expect(Number(kept), secondOutput).toBeGreaterThanOrEqual(files * talks.length);
  });

  test('is read twice by a cold build and once by the next one', () => {
    const counts = Object.entries(calls.reads).flatMap(([path, count]) =>
      path.endsWith(`${sep}index.md`) ? [count] : [],
    );
    expect(counts).toHaveLength(talks.length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  });

  test('has each of its files written once by each build', () => {
    const pages = Object.entries(calls.writes).filter(([path]) => /talk-\d+/.test(path));
    // Unfinished sites of both builds have the same folder.
    expect(pages.length).toBeGreaterThanOrEqual(filesOfTalk.length * talks.length);
    expect(pages.filter(([, count]) => count !== 2)).toEqual([]);
  });
});
