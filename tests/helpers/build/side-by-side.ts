import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSiteState, start, toAuthorFiles } from '../incremental/site-state.ts';
import { hashBuild, type Hashes } from '../incremental/warm-site.ts';
import { makeImage } from '../make/images.ts';
import { talkFile } from '../make/talk-file.ts';
import { createBuildProcess } from './build-process.ts';
import { copyProgram, createCleanEnvironment, fillAuthorFolder, runBuild } from './build-site.ts';

/** An author's folder whose images and MDX file differ from those of every other one. */
export interface Neighbour {
  /** Its absolute path. */
  folder: string;
  env: Record<string, string>;
  /** Changes a text and an image. */
  edit(version: number): Promise<void>;
  remove(): void;
}

/** @param owner The name of the owner. @param size Distinguishes the images, in pixels. */
export async function createNeighbour(owner: string, size: number): Promise<Neighbour> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-author-'));
  const files = await toAuthorFiles({ ...createSiteState(), name: owner });
  const edit = async (version: number) => {
    const image = await makeImage('png', [size + version, size]);
    writeFileSync(join(folder, 'content/talks/geometry/featured.png'), image);
    writeFileSync(
      join(folder, 'content/posts/news.md'),
      talkFile({ title: `News ${version} of ${owner}`, date: '2025-05-01' }, 'Some news.'),
    );
  };
  fillAuthorFolder(folder, {
    files: {
      ...Object.fromEntries(files),
      'content/posts/code/index.mdx': talkFile(
        { title: `Code of ${owner}`, date: '2025-06-01' },
        `{[1, 2].map((n) => <b>{n} by ${owner}</b>)}\n\n![A figure](figure.png)`,
      ),
      'content/posts/code/figure.png': await makeImage('png', [size, 2 * size]),
    },
  });
  await edit(0);
  return {
    ...{ folder, edit },
    env: {
      ...createCleanEnvironment(),
      LECTERN_SITE: folder,
      SOURCE_DATE_EPOCH: String(start.getTime() / 1000),
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Builds a site with a copy of the program. Returns what the build has printed. @throws If it fails. */
export async function buildWith(
  program: string,
  { env }: Neighbour,
  dist: string,
  args: string[] = [],
): Promise<string> {
  const { code, output } = await runBuild({ program, env, args: ['--outDir', dist, ...args] });
  if (code !== 0) throw new Error(`The build ended with exit code ${code}.\n${output}`);
  return output;
}

/** Builds each site with a new copy of the program, beside no other build. @throws If a build fails. */
export async function buildAlone(sites: readonly Neighbour[]): Promise<Hashes[]> {
  const builds = createBuildProcess();
  const all: Hashes[] = [];
  for (const { env } of sites) {
    const program = copyProgram();
    const dist = join(program, 'alone');
    const result = await builds.build({ program, env, args: ['--outDir', dist] });
    all.push(hashBuild({ dist, ...result }));
    rmSync(program, { recursive: true, force: true });
  }
  builds.end();
  return all;
}
