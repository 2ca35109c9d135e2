import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../../src/import/plan/plan.ts';
import { createAuthorFolder, writeFiles } from '../helpers/make/author-folder.ts';
import { listPaths, runOnFailingDisk } from '../helpers/disk/failing-disk.ts';
import { importOldSite, hashTree } from '../helpers/old-sites/import-old-site.ts';
import {
  authorFiles,
  replacedFiles,
  smallOldSite,
} from '../helpers/old-sites/interrupted-import.ts';

const inPlace = { ...authorFiles, ...replacedFiles };

/** Match the messages of an import that was undone, and of one that the next import finishes. */
const undone = /is full\. The copied files were deleted\. Nothing else was changed\./;
const unfinished = /is full\. Some files are not in place yet\.\n.*run the import again/;

interface Scenario {
  /** What is in the author's folder; undefined for a folder that does not exist. */
  existing?: Record<string, string>;
  /** A folder of the author on another file system. */
  mounted?: string;
  isTransient?: boolean;
}

describe.each<[string, Scenario]>([
  ['from any step on', {}],
  ['at one step', { isTransient: true }],
  ['from any step on, with files on another file system', { existing: inPlace, mounted: 'public' }],
])('a disk that is full %s', (_, { existing, mounted, isTransient = false }) => {
  test('gives a clear message and loses nothing, and with more space the import succeeds', async () => {
    const { root: old } = createAuthorFolder(smallOldSite);
    const oldTree = hashTree(old);
    const reference = createAuthorFolder(existing).root;
    await importOldSite(old, { into: reference, force: 'all' });
    const expected = hashTree(reference);
    const counts = { undone: 0, unfinished: 0 };

    for (let step = 1; ; step += 1) {
      const parent = mkdtempSync(join(tmpdir(), 'lectern-full-'));
      const into = join(parent, 'my site');
      if (existing) writeFiles(into, existing);
      const before = { paths: listPaths(parent), tree: hashTree(into) };
      const mount = mounted === undefined ? {} : { mount: join(into, mounted) };
      const importUntil = (at: number) =>
        runOnFailingDisk(parent, { kind: 'full', at, isTransient, ...mount }, () =>
          importOldSite(old, { into, force: 'all' }),
        );
      const { failed, error, paths } = await importUntil(step);
      const where = `at step ${step}`;
      expect(listPaths(parent), where).toEqual(paths);
      expect(hashTree(old), where).toEqual(oldTree);
      if (!failed) {
        expect(error).toBeUndefined();
        rmSync(parent, { recursive: true });
        break;
      }
      expect(error, where).toBeInstanceOf(ImportError);
      if (undone.test(String(error))) {
        counts.undone += 1;
        expect({ paths: listPaths(parent), tree: hashTree(into) }, where).toEqual(before);
      } else {
        counts.unfinished += 1;
        expect(String(error), where).toMatch(unfinished);
        expect(paths.filter((path) => path.endsWith('.lectern-part'))).toEqual([]);
        // The next import finishes it, or gives the same message if it needs space for that.
        const again = await importUntil(1);
        if (again.error !== undefined) expect(String(again.error), where).toMatch(unfinished);
        const next = await importUntil(Infinity);
        expect(next.error, where).toBeUndefined();
        expect(hashTree(into), where).toEqual(expected);
      }
      rmSync(parent, { recursive: true });
    }
    expect(counts.undone).toBeGreaterThan(40);
    expect(counts.unfinished).toBeGreaterThan(3);
  });
});
