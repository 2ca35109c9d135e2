import { randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newRunFolder } from '../../../scripts/run-folder.ts';
import { getAstroCacheFolder, resolveSiteFolder } from '../../../src/content/assets/site-folder.ts';
import { listFiles } from '../read/dist.ts';

/**
 * Caches whose entries are named by their source content, so that builds of different sites can share
 * them: share images, and data about images and PDFs. The names of optimised images of Astro also depend
 * on their address, which differs below a base path, so they are not shared.
 */
const authorCaches = ['share-pictures'];
const siblingCaches = ['images', 'pdfs'];

export interface SharedCaches {
  /** Copies the shared entries into the caches of the program. */
  read(): void;
  /** Adds the entries of a finished build to the shared ones. */
  write(): void;
}

/**
 * Returns access to the caches that one copy of the program shares with other copies through the folder
 * of the test run. Builds never write to that folder directly, so each entry in it is complete.
 * @param program Absolute: the copy of the program.
 * @param author Absolute: the author's folder that it builds.
 */
export function createSharedCaches(program: string, author: string): SharedCaches {
  const sharedRoot = join(process.env.LECTERN_TEST_RUN ?? newRunFolder(), 'caches');
  const authorCache = getAstroCacheFolder(resolveSiteFolder({ LECTERN_SITE: author }));
  const folders = [
    ...authorCaches.map(
      (name) => [join(program, authorCache, name), join(sharedRoot, name)] as const,
    ),
    ...siblingCaches.map(
      (name) => [join(program, dirname(authorCache), name), join(sharedRoot, name)] as const,
    ),
  ];
  return {
    read() {
      for (const [local, shared] of folders)
        if (existsSync(shared)) cpSync(shared, local, { recursive: true });
    },
    write() {
      for (const [local, shared] of folders)
        if (existsSync(local)) for (const path of listFiles(local)) addEntry(local, shared, path);
    },
  };

  function addEntry(from: string, to: string, path: string): void {
    if (existsSync(join(to, path))) return;
    const draft = join(sharedRoot, 'drafts', randomUUID());
    for (const file of [draft, join(to, path)]) mkdirSync(dirname(file), { recursive: true });
    copyFileSync(join(from, path), draft);
    renameSync(draft, join(to, path));
  }
}
