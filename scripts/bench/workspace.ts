import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createCleanEnvironment,
  fillAuthorFolder,
  NOW,
} from '../../tests/helpers/build/build-site.ts';
import { writeTalks } from '../workload/write-talks.ts';
import { makeTalk } from '../workload/talk.ts';
import { createTrash } from './trash.ts';

/** A copy of the program and a generated site, in temporary folders. */
export interface Workspace {
  /** The folder inside the project in which everything else is, except the site. */
  folder: string;
  /** The copy of the program. Its caches are its own. */
  program: string;
  /** The folder into which the site is built. */
  output: string;
  /** The generated author's folder. */
  site: string;
  /** The environment in which the program builds the site. */
  env: Record<string, string>;
  /** Moves files and folders inside `folder` away. */
  discard(...paths: string[]): void;
  /** Moves the built site away. */
  clearOutput(): void;
  /** Moves the built site and all caches away, so that the next build or server starts cold. */
  clearAll(): void;
  /** Writes talk `index` as it was generated, followed by a paragraph. */
  writeTalk(index: number, paragraph?: string): void;
  /** Deletes everything, after all builds: see `createTrash`. */
  remove(): void;
}

const settings = 'name: Ada Example\nrole: Reader in Measurement\nurl: https://ada.example\n';

/**
 * Creates a workspace for a checkout of the project with installed packages, with the first `talks`
 * generated talks, or with the sample of the tests.
 */
export function createWorkspace(project: string, talks: number | 'sample'): Workspace {
  const runs = join(project, '.lectern');
  mkdirSync(runs, { recursive: true });
  // Inside the project, so that programs in it find the project's packages.
  const folder = mkdtempSync(join(runs, 'bench-'));
  const program = join(folder, 'program');
  const output = join(folder, 'dist');
  for (const part of ['src', 'scripts', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(join(project, part), join(program, part), { recursive: true });
  }
  const site = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  const talksFolder = join(site, 'content', 'talks');
  if (talks === 'sample') {
    fillAuthorFolder(site, { sample: true });
  } else {
    mkdirSync(talksFolder, { recursive: true });
    writeFileSync(join(site, 'content', 'site.yaml'), settings);
    writeTalks(talksFolder, talks);
  }
  const discard = createTrash(folder);
  return {
    ...{ folder, program, output },
    site,
    env: {
      ...createCleanEnvironment(),
      LECTERN_SITE: site,
      SOURCE_DATE_EPOCH: String(NOW.getTime() / 1000),
    },
    discard,
    clearOutput: () => discard(output),
    clearAll: () => discard(output, join(program, 'node_modules'), join(program, '.astro')),
    writeTalk(index, paragraph) {
      const { slug, markdown } = makeTalk(index);
      const file = join(talksFolder, slug, 'index.md');
      writeFileSync(file, markdown);
      if (paragraph) appendFileSync(file, `\n${paragraph}\n`);
    },
    remove() {
      for (const path of [folder, site]) rmSync(path, { recursive: true, force: true });
    },
  };
}
