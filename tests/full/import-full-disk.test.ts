import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../../src/import/plan/plan.ts';
import { authorFolder, writeFiles } from '../helpers/author-folder.ts';
import { pathsBelow } from '../helpers/failing-disk.ts';
import { importOld, treeOf } from '../helpers/import.ts';
import { ownFiles, replacedFiles, smallOldSite } from '../helpers/interrupted-import.ts';
import { runOnFailingDisk } from '../helpers/run-on-failing-disk.ts';

const inPlace = { ...ownFiles, ...replacedFiles };

/** Matches the messages of an import that is taken back, and of one that the next import finishes. */
const takenBack = /is full\. The copied files were deleted\. Nothing else was changed\./;
const unfinished = /is full\. Some files are not in place yet\.\n.*run the import again/;

interface Scenario {
  /** What is in the author's folder; undefined for a folder that does not exist. */
  own?: Record<string, string>;
  /** A folder of the author's on another file system. */
  mounted?: string;
  once?: boolean;
}

describe.each<[string, Scenario]>([
  ['from any step on', {}],
  ['at any step alone', { once: true }],
  ['from any step on, with files on another file system', { own: inPlace, mounted: 'public' }],
])('a disk that is full %s', (_, { own, mounted, once = false }) => {
  test('gives a clear message and loses nothing, and with more room the import succeeds', async () => {
    const { root: old } = authorFolder(smallOldSite);
    const oldTree = treeOf(old);
    const whole = authorFolder(own).root;
    await importOld(old, { into: whole, force: 'all' });
    const expected = treeOf(whole);
    const seen = { takenBack: 0, unfinished: 0 };

    for (let step = 1; ; step += 1) {
      const parent = mkdtempSync(join(tmpdir(), 'lectern-full-'));
      const into = join(parent, 'my site');
      if (own) writeFiles(into, own);
      const before = { paths: pathsBelow(parent), tree: treeOf(into) };
      const mount = mounted === undefined ? {} : { mount: join(into, mounted) };
      const importOnce = (at: number) =>
        runOnFailingDisk(parent, { kind: 'full', at, once, ...mount }, () =>
          importOld(old, { into, force: 'all' }),
        );
      const { failed, error, paths } = await importOnce(step);
      const where = `at step ${step}`;
      expect(pathsBelow(parent), where).toEqual(paths);
      expect(treeOf(old), where).toEqual(oldTree);
      if (!failed) {
        expect(error).toBeUndefined();
        rmSync(parent, { recursive: true });
        break;
      }
      expect(error, where).toBeInstanceOf(ImportError);
      if (takenBack.test(String(error))) {
        seen.takenBack += 1;
        expect({ paths: pathsBelow(parent), tree: treeOf(into) }, where).toEqual(before);
      } else {
        seen.unfinished += 1;
        expect(String(error), where).toMatch(unfinished);
        expect(paths.filter((path) => path.endsWith('.lectern-part'))).toEqual([]);
        // It finishes what was begun, or says the same where it needs room for that, too.
        const again = await importOnce(1);
        if (again.error !== undefined) expect(String(again.error), where).toMatch(unfinished);
        const next = await importOnce(Infinity);
        expect(next.error, where).toBeUndefined();
        expect(treeOf(into), where).toEqual(expected);
      }
      rmSync(parent, { recursive: true });
    }
    expect(seen.takenBack).toBeGreaterThan(40);
    expect(seen.unfinished).toBeGreaterThan(3);
  });
});
