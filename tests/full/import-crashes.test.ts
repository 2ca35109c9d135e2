import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAuthorFolder, writeFiles } from '../helpers/make/author-folder.ts';
import { listPaths, runOnFailingDisk } from '../helpers/disk/failing-disk.ts';
import { importOldSite, hashTree } from '../helpers/old-sites/import-old-site.ts';
import {
  authorFiles,
  replacedFiles,
  smallOldSite,
} from '../helpers/old-sites/interrupted-import.ts';

interface Scenario {
  kind: 'crash' | 'power-loss';
  /** What is in the author's folder; undefined for a folder that does not exist. */
  existing?: Record<string, string>;
  /** The files of `existing` that are replaced. */
  replaced?: Record<string, string>;
  /** A folder of the author on another file system. */
  mounted?: string;
}

const replacing = { existing: { ...authorFiles, ...replacedFiles }, replaced: replacedFiles };

/** Thrown to stop an import early. */
class StopImport extends Error {}

describe.each<[string, Scenario]>([
  ['is killed, with a new folder', { kind: 'crash' }],
  ['is killed, with files of the author', { kind: 'crash', existing: authorFiles }],
  ['loses power while it replaces files', { kind: 'power-loss', ...replacing }],
  [
    'loses power while it replaces files on another file system',
    { kind: 'power-loss', ...replacing, mounted: 'public' },
  ],
])('an import that %s', (_, { kind, existing, replaced = {}, mounted }) => {
  test('keeps both folders intact at any step, and is completed by the next import', async () => {
    const { root: old } = createAuthorFolder(smallOldSite);
    const oldTree = hashTree(old);
    const existingTree = hashTree(createAuthorFolder(existing).root);
    const expected: Tree = { ...existingTree, ...hashTree((await importOldSite(old)).into) };
    for (const path of Object.keys(replaced))
      expected[`import-backup/${path}`] = existingTree[path]!;
    const force = Object.keys(replaced).length > 0 ? 'all' : [];
    const completed = new Set<string>();
    const resumed = { finished: 0, removed: 0 };

    for (let step = 1; ; step += 1) {
      const parent = mkdtempSync(join(tmpdir(), 'lectern-crash-'));
      const into = join(parent, 'my site');
      if (existing) writeFiles(into, existing);
      const mount = mounted === undefined ? {} : { mount: join(into, mounted) };
      const where = `crashed at step ${step}`;
      const importUntil = (at: number, onEvent?: OnEvent) =>
        runOnFailingDisk(parent, { kind, at, ...mount }, () =>
          importOldSite(old, { into, force, ...(onEvent && { onEvent }) }),
        );

      const first = await importUntil(step);
      expect(listPaths(parent), where).toEqual(first.paths);
      expectIntact(into, where);
      if (first.failed) {
        // It crashes again while it is resumed, at a step that depends on the first one.
        const again = await importUntil(1 + (step % 23), (event) => {
          if (event.kind === 'resumed') throw new StopImport();
        });
        expect(listPaths(parent), where).toEqual(again.paths);
        expectIntact(into, where);
      }
      await expectCompletes();
      rmSync(parent, { recursive: true });
      if (first.failed) continue;
      expect(first).toMatchObject({ unsynced: [], result: { report: {} } });
      expect(step).toBeGreaterThan(100);
      break;

      /** If any file is visible, the next import only finishes this one. */
      async function expectCompletes(): Promise<void> {
        const before = hashTree(into);
        const hasBegun = Object.keys(before).some(
          (path) => isVisible(path) && before[path] !== existingTree[path],
        );
        const isInterrupted = listPaths(join(into, '.lectern-import')).length > 0;
        let isResumed = false;
        const next = await importUntil(Infinity, (event) => {
          if (event.kind !== 'resumed') return;
          isResumed = true;
          resumed[event.outcome] += 1;
          const isComplete = event.outcome === 'finished' || hasBegun;
          expect(hashTree(into), where).toEqual(isComplete ? expected : existingTree);
          // An import that starts with the same files does the same.
          const state = JSON.stringify(listPaths(into).map((path) => path.slice(into.length)));
          if (completed.has(state)) throw new StopImport();
          completed.add(state);
        });
        expect(isResumed, where).toBe(isInterrupted);
        expect(next.unsynced, where).toEqual([]);
        if (next.error instanceof StopImport) return;
        expect(next.error, where).toBeUndefined();
        if (hasBegun) expect(next.result?.moved, where).toBe(0);
        expect(hashTree(into), where).toEqual(expected);
      }
    }
    expect(resumed.removed).toBeGreaterThan(30);
    expect(resumed.finished).toBeGreaterThan(15);

    /** Every visible file is a file of the author or a complete file of the import. */
    function expectIntact(into: string, where: string): void {
      expect(hashTree(old), where).toEqual(oldTree);
      const tree = hashTree(into);
      for (const path of Object.keys(tree).filter(isVisible)) {
        expect([existingTree[path], expected[path]], `${path}, ${where}`).toContain(tree[path]);
      }
      for (const [path, hash] of Object.entries(existingTree)) {
        expect([tree[path], tree[`import-backup/${path}`]], `${path}, ${where}`).toContain(hash);
      }
    }
  });
});

type Tree = Record<string, string>;
type OnEvent = NonNullable<NonNullable<Parameters<typeof importOldSite>[1]>['onEvent']>;

/** Whether a file is not part of an unfinished import. Incomplete copies on another file system have their own names. */
function isVisible(path: string): boolean {
  return !path.startsWith('.lectern-import/') && !path.endsWith('.lectern-part');
}
