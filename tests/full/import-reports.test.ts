import { expect, test, vi } from 'vitest';
import { importOldSite, hashTree } from '../helpers/old-sites/import-old-site.ts';
import { getOldSiteSources } from '../helpers/old-sites/old-site-folders.ts';
import { describeSources } from '../helpers/skip.ts';

vi.setConfig({ testTimeout: 120_000 });

/** The number of pages of each site, counted by hand; for teaching, courses and their chapters. */
const counts: Record<string, Record<string, number>> = {
  academic2: { talks: 2, publications: 1, projects: 2, posts: 2, people: 1 },
  academicpages: { talks: 3, publications: 2, projects: 1, posts: 2, teaching: 1, pages: 1 },
  hugoblox: { talks: 2, publications: 1, projects: 1, posts: 1, teaching: 4, people: 1 },
  wowchemy: {
    ...{ talks: 2, publications: 2, projects: 1, posts: 1, teaching: 2, people: 2 },
    ...{ slides: 1, pages: 1 },
  },
  'academic-2019': { talks: 12, publications: 9, projects: 6, posts: 18, people: 1 },
  'wowchemy-2022': { talks: 5, publications: 48, teaching: 4, people: 1, slides: 1, pages: 2 },
  'hugoblox-2024': {
    ...{ talks: 9, publications: 11, projects: 1, posts: 5, teaching: 15, people: 1 },
  },
  // Its configuration does not declare the collection of its portfolio, so Jekyll publishes none.
  'academicpages-2022': { talks: 7, publications: 36, posts: 4, teaching: 3 },
};

describeSources(getOldSiteSources(), ({ name, folder: old }) => {
  test('the import report matches the files', async () => {
    const before = hashTree(old);
    expect(Object.keys(before).length).toBeGreaterThanOrEqual(20);
    const { into, report } = await importOldSite(old);
    const after = hashTree(into);

    expect(report.files.map(({ path }) => path)).toEqual(Object.keys(before).sort());
    const { files, copied, quarantined, converted, skipped } = report.counts;
    expect(copied + quarantined + converted + skipped).toBe(files);
    for (const { path, outcome, to } of report.files) {
      if (outcome === 'skipped') continue;
      expect(to.length).toBeGreaterThan(0);
      expect(to.every((path) => path in after)).toBe(true);
      if (outcome !== 'converted')
        expect(to.map((target) => after[target])).toContain(before[path]);
    }
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const imported = report.pages.filter(({ count }) => count > 0);
    const pageCounts = Object.fromEntries(imported.map(({ section, count }) => [section, count]));
    expect(pageCounts).toEqual(counts[name]);

    expect((await importOldSite(old, { into })).moved).toBe(0);
    expect(hashTree(into)).toEqual(after);
    expect(hashTree(old)).toEqual(before);
  });
});
