import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectNode, root as project } from '../../scripts/project-node.mjs';
import { authorFolder } from '../helpers/author-folder.ts';
import { plainEnvironment } from '../helpers/build-site.ts';
import { importOld, newFolder, pageText, treeOf } from '../helpers/import.ts';

const minutes = 60_000;
const MOMENTS = 20;

/** Enough files that copying and moving take a while. */
function oldSite(): Record<string, string | Buffer> {
  const files: Record<string, string | Buffer> = { 'config.toml': 'theme = "academic"\n' };
  for (let i = 0; i < 20; i += 1) files[`content/talk/t${i}/index.md`] = pageText(`Talk ${i}`);
  for (let i = 0; i < 200; i += 1)
    files[`static/files/${i % 20}/${i}.bin`] = Buffer.alloc(20_000, i);
  return files;
}

/** Numbers from 0 to 1, the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

/** Runs the import and kills it after so many milliseconds; true if it was done before. */
function runAndKill(old: string, into: string, after: number): Promise<boolean> {
  return new Promise((resolve) => {
    const options = { cwd: project, env: plainEnvironment(), stdio: 'ignore' as const };
    const child = spawn(projectNode(), ['src/cli/import.ts', old, '--into', into], options);
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

test(
  'killed at twenty random moments, both sides are intact, and the next import completes it',
  async () => {
    const { root: old } = authorFolder(oldSite());
    const before = treeOf(old);
    const whole = newFolder();
    const began = performance.now();
    expect(await runAndKill(old, whole, 4 * minutes)).toBe(true);
    const duration = performance.now() - began;
    const reference = treeOf(whole);
    const mine = { 'content/talks/mine.md': pageText('Mine'), 'notes.txt': 'Mine.' };
    const random = numbers(20260115);
    let cutOff = 0;
    for (let moment = 0; moment < MOMENTS; moment += 1) {
      const { root: into } = authorFolder(moment % 2 === 0 ? {} : mine);
      const own = treeOf(into);
      const done = await runAndKill(old, into, duration * (0.3 + 0.75 * random.next().value));
      if (!done) cutOff += 1;
      expect(treeOf(old)).toEqual(before);
      for (const [path, hash] of Object.entries(treeOf(into))) {
        if (!path.startsWith('.lectern-import/')) expect(hash).toBe({ ...reference, ...own }[path]);
      }
      await importOld(old, { into });
      expect(treeOf(into)).toEqual({ ...reference, ...own });
    }
    expect(cutOff).toBeGreaterThan(MOMENTS / 3);
  },
  8 * minutes,
);
