import { randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newRunFolder } from '../../scripts/run-folder.ts';
import { cacheFolder, siteFolder } from '../../src/content/assets/site-folder.ts';
import { filesIn } from './dist.ts';

/**
 * Caches that name each entry by the content it was made from, so that builds of different sites can
 * share them: share images, and what was found out about images and PDFs. Astro names an optimised
 * image by its address as well, which differs below a base path: there is nothing to share.
 */
const inAuthorsCache = ['share-pictures'];
const besideIt = ['pictures', 'decks'];

export interface SharedCaches {
  /** Copies what finished builds of this test run cached to where a build looks for it. */
  read(): void;
  /** Adds what a finished build cached to what builds of this test run share. */
  write(): void;
}

/**
 * The caches of one copy of the program, which are shared with other copies through the folder of the
 * test run. Builds never write to that folder themselves: each entry in it is complete.
 * @param program Absolute: the copy of the program.
 * @param author Absolute: the author's folder that it builds.
 */
export function sharedCaches(program: string, author: string): SharedCaches {
  const home = join(process.env.LECTERN_TEST_RUN ?? newRunFolder(), 'caches');
  const own = cacheFolder(siteFolder({ LECTERN_SITE: author }));
  const folders = [
    ...inAuthorsCache.map((name) => [join(program, own, name), join(home, name)] as const),
    ...besideIt.map((name) => [join(program, dirname(own), name), join(home, name)] as const),
  ];
  return {
    read() {
      for (const [mine, shared] of folders)
        if (existsSync(shared)) cpSync(shared, mine, { recursive: true });
    },
    write() {
      for (const [mine, shared] of folders)
        if (existsSync(mine)) for (const path of filesIn(mine)) add(mine, shared, path);
    },
  };

  function add(from: string, to: string, path: string): void {
    if (existsSync(join(to, path))) return;
    const draft = join(home, 'drafts', randomUUID());
    for (const file of [draft, join(to, path)]) mkdirSync(dirname(file), { recursive: true });
    copyFileSync(join(from, path), draft);
    renameSync(draft, join(to, path));
  }
}
