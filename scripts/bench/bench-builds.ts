import { setTimeout } from 'node:timers/promises';
import { buildWorkspace, type Build } from './build.ts';
import { createFloor } from './floor.ts';
import { hugoLimit, prepareHugoSite } from './hugo.ts';
import type { BuildKind, SizeResult } from './results.ts';
import { createWorkspace } from './workspace.ts';

export interface BuildOptions {
  /** The checkout to measure, with installed packages. */
  project: string;
  /** Numbers of talks, in ascending order. */
  sizes: number[];
  /** How often each build is measured. */
  runs: number;
  /** A Wowchemy site to compare with. */
  hugoSite?: string;
}

/**
 * Measures builds of sites of generated talks, in real processes. A run builds each kind once, so that the
 * builds that are compared alternate.
 */
export async function benchBuilds(options: BuildOptions): Promise<SizeResult[]> {
  await readIntoMemory(options.project);
  const results: SizeResult[] = [];
  for (const talks of options.sizes) results.push(await benchSize(talks, options));
  return results;
}

/**
 * Milliseconds between two builds. On ext4, a new file does not get the inode of a file that was deleted in the last five
 * seconds: a build just after the deletion of thousands of files searches for free ones, for seconds.
 */
const pauseAfterDeletion = 6000;

/** Builds an empty site once, so that the first measured build finds the program in the page cache. */
async function readIntoMemory(project: string): Promise<void> {
  const workspace = createWorkspace(project, 0);
  try {
    await buildWorkspace(workspace);
  } finally {
    workspace.remove();
  }
}

async function benchSize(
  talks: number,
  { project, runs, hugoSite }: BuildOptions,
): Promise<SizeResult> {
  const workspace = createWorkspace(project, talks);
  const hugo =
    hugoSite !== undefined && talks <= hugoLimit ? prepareHugoSite(hugoSite, talks) : undefined;
  const builds: SizeResult['builds'] = {};
  const add = async (kind: BuildKind, run: () => Promise<Build>) => {
    await setTimeout(pauseAfterDeletion);
    const build = await run();
    (builds[kind] ??= []).push(build);
    console.error(`${talks} talks, ${kind}: ${build.wall.toFixed(1)} s`);
    return build;
  };
  const build = () => buildWorkspace(workspace);
  const edited = Math.ceil(talks / 2);
  let buildFloor: (() => Promise<Build>) | undefined;
  try {
    for (let run = 1; run <= runs; run++) {
      const edit = (build: string) =>
        talks > 0 && workspace.writeTalk(edited, `Edited in run ${run}, ${build}.`);
      workspace.clearAll();
      if (talks > 0) workspace.writeTalk(edited);
      const cold = await add('cold', build);
      if (hugo) await add('Hugo', hugo.build);
      await add('unchanged', build);
      if (talks > 0) {
        edit('with output');
        await add('one edited', build);
      }
      workspace.clearOutput();
      edit('without output');
      await add('deploy', build);
      buildFloor ??= createFloor(project, workspace, cold);
      await add('floor', buildFloor);
    }
  } finally {
    workspace.remove();
    hugo?.remove();
  }
  return { talks, builds };
}
