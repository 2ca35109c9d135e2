import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectNode } from '../../scripts/project-node.mjs';
import { createRandom } from '../../scripts/workload/random.ts';
import { copyProgram } from '../helpers/build/build-site.ts';
import {
  buildAlone,
  buildWith,
  createNeighbour,
  type Neighbour,
} from '../helpers/build/side-by-side.ts';
import type { Hashes } from '../helpers/incremental/warm-site.ts';
import { findProcessTree } from '../helpers/process/processes.ts';
import { hashFiles } from '../helpers/read/dist.ts';

const seed = Number(process.env.LECTERN_TEST_SEED ?? randomInt(1_000_000));
const random = createRandom(seed, 0);
const program = copyProgram();
const dist = join(program, 'dist');
let site: Neighbour;
let last: Hashes;
/** The milliseconds of a build. */
let duration: number;

beforeAll(async () => {
  site = await createNeighbour('Ada Example', 60);
  await buildWith(program, site, dist);
  await site.edit(1);
  const start = performance.now();
  await buildWith(program, site, dist);
  last = hashFiles(dist);
  duration = performance.now() - start;
});
afterAll(() => site.remove());

test.each([2, 3, 4, 5, 6])(
  `a killed build leaves a whole site, seed ${seed}, version %i`,
  async (version) => {
    await site.edit(version);
    const [next] = await buildAlone([site]);
    const moment = random() * duration * 1.2;
    await buildAndKill(moment);
    const state = `killed after ${Math.round(moment)} of ${Math.round(duration)} ms`;
    // Between two renames, the folder is missing for a moment.
    if (existsSync(dist)) expect([last, next], state).toContainEqual(hashFiles(dist));
    await buildWith(program, site, dist);
    const hashes = hashFiles(dist);
    expect(hashes, state).toEqual(next);
    expect(readdirSync(program).filter((name) => name.startsWith('.dist'))).toEqual([]);
    last = hashes;
  },
);

/** Starts a build, and kills all of its processes after some milliseconds. */
async function buildAndKill(milliseconds: number): Promise<void> {
  const args = ['scripts/run.mjs', 'src/cli/main.ts', 'build', '--outDir', dist];
  const child = spawn(projectNode(), args, { cwd: program, env: site.env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await Promise.race([wait(milliseconds), ended]);
  if (child.exitCode !== null) return;
  for (const id of await findProcessTree(child.pid!)) kill(id);
  await ended;
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
