import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { authorFolder, writeFiles } from '../helpers/author-folder.ts';
import { pathsBelow } from '../helpers/failing-disk.ts';
import { importOld, treeOf } from '../helpers/import.ts';
import { ownFiles, replacedFiles, smallOldSite } from '../helpers/interrupted-import.ts';
import { runOnFailingDisk } from '../helpers/run-on-failing-disk.ts';

interface Scenario {
  kind: 'crash' | 'power-loss';
  /** What is in the author's folder; undefined for a folder that does not exist. */
  own?: Record<string, string>;
  /** Which of these are replaced. */
  replaced?: Record<string, string>;
  /** A folder of the author's on another file system. */
  mounted?: string;
}

const replacing = { own: { ...ownFiles, ...replacedFiles }, replaced: replacedFiles };

/** Thrown where an import need not go on. */
class Enough extends Error {}

describe.each<[string, Scenario]>([
  ['is killed, with a new folder', { kind: 'crash' }],
  ['is killed, with files of the author', { kind: 'crash', own: ownFiles }],
  ['loses its power while it replaces files', { kind: 'power-loss', ...replacing }],
  [
    'loses its power while it replaces files on another file system',
    { kind: 'power-loss', ...replacing, mounted: 'public' },
  ],
])('an import that %s', (_, { kind, own, replaced = {}, mounted }) => {
  test('keeps both folders intact at any step, and the next import completes it', async () => {
    const { root: old } = authorFolder(smallOldSite);
    const oldTree = treeOf(old);
    const ownTree = treeOf(authorFolder(own).root);
    const expected: Tree = { ...ownTree, ...treeOf((await importOld(old)).into) };
    for (const path of Object.keys(replaced)) expected[`import-backup/${path}`] = ownTree[path]!;
    const force = Object.keys(replaced).length > 0 ? 'all' : [];
    const completed = new Set<string>();
    const resumed = { finished: 0, removed: 0 };

    for (let step = 1; ; step += 1) {
      const parent = mkdtempSync(join(tmpdir(), 'lectern-crash-'));
      const into = join(parent, 'my site');
      if (own) writeFiles(into, own);
      const mount = mounted === undefined ? {} : { mount: join(into, mounted) };
      const where = `crashed at step ${step}`;
      const importUntil = (at: number, onEvent?: OnEvent) =>
        runOnFailingDisk(parent, { kind, at, ...mount }, () =>
          importOld(old, { into, force, ...(onEvent && { onEvent }) }),
        );

      const first = await importUntil(step);
      expect(pathsBelow(parent), where).toEqual(first.paths);
      expectIntact(into, where);
      if (first.failed) {
        // It crashes once more while it is resumed, at another step for each first one.
        const again = await importUntil(1 + (step % 23), (event) => {
          if (event.kind === 'resumed') throw new Enough();
        });
        expect(pathsBelow(parent), where).toEqual(again.paths);
        expectIntact(into, where);
      }
      await expectCompletes();
      rmSync(parent, { recursive: true });
      if (first.failed) continue;
      expect(first).toMatchObject({ unsynced: [], result: { report: {} } });
      expect(step).toBeGreaterThan(100);
      break;

      /** Once anything shows, the next import only finishes what this one began. */
      async function expectCompletes(): Promise<void> {
        const before = treeOf(into);
        const hasBegun = Object.keys(before).some(
          (path) => isShown(path) && before[path] !== ownTree[path],
        );
        const isLeft = pathsBelow(join(into, '.lectern-import')).length > 0;
        let isSettled = false;
        const next = await importUntil(Infinity, (event) => {
          if (event.kind !== 'resumed') return;
          isSettled = true;
          resumed[event.outcome] += 1;
          const isComplete = event.outcome === 'finished' || hasBegun;
          expect(treeOf(into), where).toEqual(isComplete ? expected : ownTree);
          // From the same files on, an import does the same.
          const state = JSON.stringify(pathsBelow(into).map((path) => path.slice(into.length)));
          if (completed.has(state)) throw new Enough();
          completed.add(state);
        });
        expect(isSettled, where).toBe(isLeft);
        expect(next.unsynced, where).toEqual([]);
        if (next.error instanceof Enough) return;
        expect(next.error, where).toBeUndefined();
        if (hasBegun) expect(next.result?.moved, where).toBe(0);
        expect(treeOf(into), where).toEqual(expected);
      }
    }
    expect(resumed.removed).toBeGreaterThan(30);
    expect(resumed.finished).toBeGreaterThan(15);

    /** Every file that shows is one of the author's, or a whole one of the import. */
    function expectIntact(into: string, where: string): void {
      expect(treeOf(old), where).toEqual(oldTree);
      const tree = treeOf(into);
      for (const path of Object.keys(tree).filter(isShown)) {
        expect([ownTree[path], expected[path]], `${path}, ${where}`).toContain(tree[path]);
      }
      for (const [path, hash] of Object.entries(ownTree)) {
        expect([tree[path], tree[`import-backup/${path}`]], `${path}, ${where}`).toContain(hash);
      }
    }
  });
});

type Tree = Record<string, string>;
type OnEvent = NonNullable<NonNullable<Parameters<typeof importOld>[1]>['onEvent']>;

/** Copies that are not complete have a name of their own on another file system. */
function isShown(path: string): boolean {
  return !path.startsWith('.lectern-import/') && !path.endsWith('.lectern-part');
}
