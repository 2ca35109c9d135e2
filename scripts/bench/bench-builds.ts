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
  // Everything is deleted after the last build: see `createTrash`.
  const used: Removable[] = [];
  try {
    await readIntoMemory(options.project, used);
    const results: SizeResult[] = [];
    for (const talks of options.sizes) results.push(await benchSize(talks, options, used));
    return results;
  } finally {
    for (const site of used) site.remove();
  }
}

/** A workspace or a Hugo site. */
interface Removable {
  remove(): void;
}

/** Builds an empty site once, so that the first measured build finds the program in the page cache. */
async function readIntoMemory(project: string, used: Removable[]): Promise<void> {
  const workspace = createWorkspace(project, 0);
  used.push(workspace);
  await buildWorkspace(workspace);
}

async function benchSize(
  talks: number,
  { project, runs, hugoSite }: BuildOptions,
  used: Removable[],
): Promise<SizeResult> {
  const workspace = createWorkspace(project, talks);
  used.push(workspace);
  const hugo =
    hugoSite !== undefined && talks <= hugoLimit ? prepareHugoSite(hugoSite, talks) : undefined;
  if (hugo) used.push(hugo);
  const builds: SizeResult['builds'] = {};
  const add = async (kind: BuildKind, run: () => Promise<Build>) => {
    const build = await run();
    (builds[kind] ??= []).push(build);
    console.error(`${talks} talks, ${kind}: ${build.wall.toFixed(1)} s`);
    return build;
  };
  const build = () => buildWorkspace(workspace);
  const edited = Math.ceil(talks / 2);
  let buildFloor: (() => Promise<Build>) | undefined;
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
  return { talks, builds };
}
