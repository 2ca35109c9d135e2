import { copyFileSync, linkSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readPublicFolder } from '../assets/public-files.ts';
import type { SiteFolder } from '../assets/site-folder.ts';

/**
 * Lets a build copy another folder instead of `public/` if that has symbolic links that are not followed, at which Astro
 * would stop or which it would follow, or files that are left out.
 */
export function publicFolder(site: SiteFolder): AstroIntegration {
  return {
    name: 'lectern-public-folder',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const { files, skipped } = readPublicFolder(site);
        if (skipped.length === 0 && !hasLeftOut(site)) return;
        const folder = join(fileURLToPath(config.cacheDir), 'public');
        copyFiles(site.public, files, folder);
        updateConfig({ publicDir: pathToFileURL(`${folder}/`) });
      },
    },
  };
}

function hasLeftOut({ leftOut }: SiteFolder): boolean {
  return [...(leftOut ?? [])].some((name) => name.startsWith('public/'));
}

/** Makes a folder with these files, which are hard links where the file system allows it. */
function copyFiles(from: string, names: readonly string[], to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const name of names) {
    const [source, target] = [realpathSync(join(from, name)), join(to, name)];
    mkdirSync(dirname(target), { recursive: true });
    try {
      linkSync(source, target);
    } catch {
      copyFileSync(source, target);
    }
  }
}
