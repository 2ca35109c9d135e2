import { rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRunning } from '../../../scripts/process-table.mjs';
import { listNames } from '../assets/file-stats.ts';
import { getAstroCacheFolder, type SiteFolder } from '../assets/site-folder.ts';

/** Names the folder for Astro's working files, as a URL that ends in a slash. */
const folderVariable = 'LECTERN_ASTRO_FOLDER';
const fixedFolder = 'new URL(".astro/", config.root)';
const settingsModule = '/astro/dist/core/config/settings.js';

/**
 * Lets `useAstroFolder` choose where Astro keeps its working files, instead of in `.astro` of the project. No option of
 * Astro does this, so its code is changed while it is loaded: this has an effect only before Astro is imported.
 * @returns A function to call when Astro has been imported.
 * @throws When Astro is imported, if it has other code.
 */
export function moveAstroFolder(): () => void {
  const hooks = registerHooks({
    load(url, context, nextLoad) {
      const module = nextLoad(url, context);
      return url.endsWith(settingsModule)
        ? { ...module, source: replaceFolder(String(module.source)) }
        : module;
    },
  });
  return () => hooks.deregister();
}

/** @throws If the module does not contain the code. */
export function replaceFolder(source: string): string {
  const folder = `new URL(process.env.${folderVariable} ?? ".astro/", config.root)`;
  const replaced = source.replace(fixedFolder, folder);
  if (replaced === source) throw new Error(`Astro does not contain "${fixedFolder}" any more.`);
  return replaced;
}

/**
 * Gives Astro a new folder for its working files, such as the list of all images. Processes that shared one would read the
 * images and MDX files of each other's site: one of them would fail, or publish files of the other site. Only one build of a
 * site runs at a time, but several dev servers may run beside it.
 * @param project The absolute path of the project.
 * @returns A function that removes the folder. That of a process that was killed is removed by a later one.
 */
export function useAstroFolder(
  project: string,
  site: SiteFolder,
  command: 'build' | 'dev',
): () => void {
  const parent = join(project, '.astro');
  const name = `${basename(getAstroCacheFolder(site))}-${command}`;
  if (command === 'dev') removeUnused(parent, `${name}-`);
  const folder = join(parent, command === 'dev' ? `${name}-${process.pid}` : name);
  removeFolder(folder);
  process.env[folderVariable] = pathToFileURL(join(folder, '/')).href;
  return () => removeFolder(folder);
}

/** Removes the folders of processes that have ended. Their names are a prefix and the id of the process. */
function removeUnused(parent: string, prefix: string): void {
  for (const name of listNames(parent)) {
    const isUnused = name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)));
    if (isUnused) removeFolder(join(parent, name));
  }
}

/** Removes a folder, which Windows refuses while a program has a file in it open. Astro replaces the files that it reads. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    return;
  }
}
