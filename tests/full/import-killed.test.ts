import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { projectNode, root as project } from '../../scripts/project-node.mjs';
import { createAuthorFolder } from '../helpers/make/author-folder.ts';
import { createCleanEnvironment } from '../helpers/build/build-site.ts';
import { importOldSite, hashTree } from '../helpers/old-sites/import-old-site.ts';
import { authorFiles, smallOldSite } from '../helpers/old-sites/interrupted-import.ts';
import { runOnFailingDisk } from '../helpers/disk/failing-disk.ts';

/** Creates a module that pauses the process after it has moved a file to this path. */
function createPauseModule(path: string): string {
  const code = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { renameSync } = fs;
    fs.renameSync = (from, to) => {
      renameSync(from, to);
      if (to === ${JSON.stringify(path)}) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    };
    syncBuiltinESMExports();`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/** Runs the import in its own process, and kills it as soon as a file exists. */
async function importAndKillAt(file: string, old: string, into: string): Promise<string | null> {
  const args = [
    '--import',
    createPauseModule(file),
    'src/cli/main.ts',
    'import',
    old,
    '--into',
    into,
  ];
  const options = { cwd: project, env: createCleanEnvironment(), stdio: 'ignore' as const };
  const child = spawn(projectNode(), args, options);
  const ended = new Promise<string | null>((resolve) => {
    child.on('close', (_, signal) => resolve(signal));
  });
  while (!existsSync(file) && child.exitCode === null) await sleep(20);
  child.kill('SIGKILL');
  return ended;
}

/** Checks the simulation of `import-crashes.test.ts`, which tries every step. */
test('an import that is killed during the moves leaves the same files as the simulation', async () => {
  const { root: old } = createAuthorFolder(smallOldSite);
  const oldTree = hashTree(old);
  const { root: into } = createAuthorFolder(authorFiles);
  const moved = join(into, 'content/talks/lyon/index.md');
  expect(await importAndKillAt(moved, old, into)).toBe('SIGKILL');
  expect(hashTree(old)).toEqual(oldTree);
  const remaining = hashTree(into);
  expect(Object.keys(remaining)).toContain('.lectern-import/site/import-report.md');

  expect(await simulateUntil(moved.slice(into.length), old)).toEqual(remaining);

  const { root: reference } = createAuthorFolder(authorFiles);
  await importOldSite(old, { into: reference });
  await importOldSite(old, { into });
  expect(hashTree(into)).toEqual(hashTree(reference));
});

/** Returns the files after a simulated crash at the first step after which a file exists. */
async function simulateUntil(file: string, old: string): Promise<Record<string, string>> {
  const crashAt = async (step: number) => {
    const { root: into } = createAuthorFolder(authorFiles);
    const { steps } = await runOnFailingDisk(into, { kind: 'crash', at: step }, () =>
      importOldSite(old, { into }),
    );
    return { steps, into, exists: existsSync(join(into, file)) };
  };
  // The file is only written once, so the first step with it can be found by bisection.
  let [without, found] = [0, await crashAt(Infinity)];
  for (let step = found.steps + 1; step - without > 1;) {
    const middle = Math.floor((without + step) / 2);
    const crashed = await crashAt(middle);
    if (crashed.exists) [step, found] = [middle, crashed];
    else without = middle;
  }
  return hashTree(found.into);
}
