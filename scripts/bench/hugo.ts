import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCleanEnvironment } from '../../tests/helpers/build/build-site.ts';
import { writeTalks } from '../workload/write-talks.ts';
import type { Build } from './build.ts';
import { measureProcess } from './measure-process.ts';
import { measureOutput } from './output-size.ts';
import { createTrash } from './trash.ts';

/** The largest number of talks that Hugo builds here: with 10,000 it does not end within ten minutes. */
export const hugoLimit = 2000;

export interface HugoSite {
  build(): Promise<Build>;
  remove(): void;
}

export function hasHugo(): boolean {
  return spawnSync('hugo', ['version']).status === 0;
}

/**
 * Prepares a Hugo site with its talks replaced by the first `talks` generated ones. The site itself is not
 * changed: its contents are copied, and Hugo writes to other folders, which are empty before each build.
 *
 * @param site The folder of a Wowchemy site that `hugo` can build.
 */
export function prepareHugoSite(site: string, talks: number): HugoSite {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-hugo-'));
  const content = join(folder, 'content');
  cpSync(join(site, 'content'), content, { recursive: true });
  // Academic had talks in `talk`, Wowchemy has them in `event`.
  const talksFolder = join(content, existsSync(join(content, 'talk')) ? 'talk' : 'event');
  rmSync(talksFolder, { recursive: true, force: true });
  writeTalks(talksFolder, talks);
  const dist = join(folder, 'public');
  const resources = join(folder, 'resources');
  const discard = createTrash(folder);
  return {
    async build() {
      discard(dist, resources);
      const folders = ['--source', site, '--contentDir', content, '--destination', dist];
      const usage = await measureProcess(['hugo', ...folders, '--noBuildLock', '--quiet'], {
        cwd: folder,
        env: { ...createCleanEnvironment(), HUGO_RESOURCEDIR: resources },
      });
      return { ...usage, ...measureOutput(dist), phases: {} };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
