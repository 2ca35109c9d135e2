import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { SiteSettings } from '../../schema/site.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { readSite } from '../site/read-site.ts';

/** The exit code of a dev server that wants to be started again by `scripts/program.mjs`. */
const restartCode = 75;

/** The settings that astro.config.mjs uses, and which Astro reads only when it starts. */
const startSettings = ['base', 'url', 'accent', 'typeface'] as const;

/** Milliseconds in which an editor has written the whole file. */
const WRITE_TIME = 50;

/**
 * Restarts `npm start` after a change of a setting in `site.yaml` that a running server cannot use.
 * @param settings The settings with which the server has started.
 */
export function devRestart(folder: SiteFolder, settings: SiteSettings): AstroIntegration {
  const siteFile = join(folder.content, 'site.yaml');
  const check = () => {
    const reading = readSite(folder);
    if (reading.problems.some(({ severity }) => severity === 'error')) return;
    const changed = findStartChanges(settings, reading.settings, hasMdx(folder));
    if (changed.length === 0) return;
    const names = changed.join(' and ');
    process.stdout.write(`\ncontent/site.yaml has a new ${names}. Restarting …\n\n`);
    process.exit(restartCode);
  };
  return {
    name: 'lectern-dev-restart',
    hooks: {
      'astro:server:setup': ({ server: { watcher } }) => {
        let timer: NodeJS.Timeout | undefined;
        const checkLater = (path: string) => {
          if (path !== siteFile) return;
          clearTimeout(timer);
          timer = setTimeout(check, WRITE_TIME);
        };
        watcher.on('change', checkLater);
        watcher.on('add', checkLater);
      },
    },
  };
}

/** Returns the settings that differ and need a restart. MDX is compiled with the macros that a server started with. */
export function findStartChanges(
  before: SiteSettings,
  after: SiteSettings,
  usesMdx: boolean,
): string[] {
  const names = [...startSettings, ...(usesMdx ? (['macros'] as const) : [])];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

function hasMdx({ content }: SiteFolder): boolean {
  return readdirSync(content, { recursive: true, encoding: 'utf8' }).some((name) =>
    name.endsWith('.mdx'),
  );
}
