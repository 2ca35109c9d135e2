import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isFileMove } from '../../model/site/old-path.ts';
import { pathWithin, toRedirects } from '../../model/site/redirects.ts';
import { readRedirects } from '../site/read-redirects.ts';
import type { SiteFolder } from '../site-folder.ts';

/**
 * Puts what has moved where any web server finds it: the bytes of a feed or a PDF at its old address
 * too, and the page that says where `talk/nyu.html` has moved into a file of that name.
 */
export function movedFiles(folder: SiteFolder): AstroIntegration {
  return {
    name: 'lectern-moved-files',
    hooks: {
      'astro:build:done': ({ dir, pages }) => {
        const dist = fileURLToPath(dir);
        for (const { from, to } of toRedirects(readRedirects(folder).written).redirects) {
          if (isFileMove(from, to)) copy(join(dist, pathWithin(to) ?? ''), join(dist, from));
        }
        for (const { pathname } of pages) {
          if (/\.html?\/$/i.test(pathname)) flatten(join(dist, decodeURIComponent(pathname)));
        }
      },
    },
  };
}

function copy(from: string, to: string): void {
  if (existsSync(to) || !existsSync(from) || !statSync(from).isFile()) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** Makes a file of a folder that holds nothing but the page that leads on. */
function flatten(folder: string): void {
  const page = join(folder, 'index.html');
  const isAlone = existsSync(page) && readdirSync(folder).length === 1;
  if (!isAlone || !readFileSync(page, 'utf8').includes('http-equiv="refresh"')) return;
  const aside = `${folder.replace(/[\\/]$/, '')}.moved`;
  renameSync(page, aside);
  rmdirSync(folder);
  renameSync(aside, aside.slice(0, -'.moved'.length));
}
