import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { decodePath } from '../../model/page/addresses.ts';
import { readStats } from '../assets/file-stats.ts';
import type { SiteFolder } from '../assets/site-folder.ts';

/**
 * Makes `npm start` serve the same addresses as the built site:
 *
 * - that of a file next to a page, such as `/talks/lyon/slides.pdf`. With `trailingSlash: 'always'` Astro's dev
 *   server serves such a route, whose extension is part of a parameter, only at
 *   `/talks/lyon/slides.pdf/`; a build writes the correct file.
 *   https://github.com/withastro/astro/issues/16338
 * - that of a folder in `public/` with an `index.html`, which the dev server serves only with the file name.
 */
export function fileAddresses(folder: SiteFolder): AstroIntegration {
  let base = '/';
  return {
    name: 'lectern-file-addresses',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'dev') updateConfig({ trailingSlash: 'ignore' });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const file = findPublicPage(request.url ?? '', base, folder);
          if (file === undefined) return next();
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(readFileSync(file));
        });
      },
    },
  };
}

/** Returns the `index.html` in `public/` for the address of a folder. */
export function findPublicPage(url: string, base: string, folder: SiteFolder): string | undefined {
  const path = decodePath(url.replace(/[?#].*$/, '')).replace(/\/*$/, '/');
  const parts = (path.startsWith(base) ? path.slice(base.length) : path).split('/');
  if (parts.some((part) => part === '..' || /[\\\0]/.test(part))) return undefined;
  const file = join(folder.public, ...parts, 'index.html');
  return readStats(file)?.isFile() ? file : undefined;
}
