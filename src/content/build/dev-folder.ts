/**
 * Prepares the folders of a dev server: `node --import` loads this before Astro. Ends the process with a message if they
 * cannot be used, or if a dev server of the site is running.
 */
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { engineFolder } from '../assets/engine.ts';
import { getAstroCacheFolder, resolveSiteFolder } from '../assets/site-folder.ts';
import { checkWritable, FolderError } from '../output/disk-error.ts';
import { checkFolderNames } from '../output/folder-names.ts';
import { moveAstroFolder, useAstroFolder } from './astro-folder.ts';
import { findRunningServer } from './dev-record.ts';

// Node loads this in each thread, too, which would remove the folder while the server uses it.
if (isMainThread) await prepareFolders();

async function prepareFolders(): Promise<void> {
  const project = process.cwd();
  const site = resolveSiteFolder();
  try {
    checkFolderNames(engineFolder, site.root);
    checkWritable(join(project, getAstroCacheFolder(site)), 'its caches');
    checkWritable(join(project, '.astro'), 'working files');
  } catch (error) {
    if (!(error instanceof FolderError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  const running = await findRunningServer(site);
  if (running) {
    process.stderr.write(
      `This site is already running at ${running.url} (process ${running.pid}).\n` +
        'Open that address. To start the site again, press Ctrl+C in the other terminal first.\n',
    );
    process.exit(1);
  }
  process.on('exit', useAstroFolder(project, site, 'dev'));
  moveAstroFolder();
}
