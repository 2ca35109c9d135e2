import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { root as project } from '../../scripts/project-node.mjs';
import { importOld, treeOf } from '../helpers/import.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Pages that whoever made these sites had, by counting their files. */
const sites = {
  'academic-2019': { talks: 12, publications: 9, projects: 6, posts: 18, people: 1 },
  'wowchemy-2022': { talks: 5, publications: 48, teaching: 1, people: 1, slides: 1, pages: 2 },
  'hugoblox-2024': { talks: 9, publications: 11, projects: 1, posts: 5, teaching: 1, people: 1 },
  academicpages: { talks: 7, publications: 36, projects: 1, posts: 4, teaching: 3 },
};

const folder = join(project, '..', 'shared', 'sites');
const there = Object.entries(sites).filter(([name]) => existsSync(join(folder, name)));

test.skipIf(there.length === 0).each(there)(
  'the receipt of %s is that of its tree (skipped without ../shared/sites)',
  async (name, pages) => {
    const old = join(folder, name);
    const before = treeOf(old);
    const { into, receipt } = await importOld(old);
    const after = treeOf(into);

    expect(receipt.files.map(({ path }) => path)).toEqual(Object.keys(before).sort());
    const { files, copied, aside, mapped, left } = receipt.counts;
    expect(copied + aside + mapped + left).toBe(files);
    for (const { path, fate, to } of receipt.files) {
      if (fate === 'left') continue;
      expect(to.every((one) => one in after)).toBe(true);
      if (fate !== 'mapped') expect(to.map((one) => after[one])).toContain(before[path]);
    }
    expect(receipt.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const counted = receipt.pages.filter(({ count }) => count > 0);
    expect(Object.fromEntries(counted.map(({ section, count }) => [section, count]))).toEqual(
      pages,
    );

    expect((await importOld(old, { into })).moved).toBe(0);
    expect(treeOf(into)).toEqual(after);
    expect(treeOf(old)).toEqual(before);
  },
);
