import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { toOldPath } from '../../model/site/redirects.ts';
import type { SiteAddress } from '../../model/site/site-address.ts';
import { subscribeToAddresses } from '../validate/channels.ts';

/** Puts `_headers` beside the built site, unless the author has one in `public/`. */
export function writeHostHeaders(text: string): AstroIntegration {
  return {
    name: 'lectern-host-headers',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const file = new URL('./_headers', dir);
        if (!existsSync(file)) writeFileSync(file, text);
      },
    },
  };
}

/**
 * Puts what has moved where any web server finds it: copies a feed or a PDF to its old address, and makes
 * a file of the page that says where `talk/nyu.html` has moved.
 */
export function movedFiles(): AstroIntegration {
  let addresses: readonly SiteAddress[] = [];
  let root = '';
  subscribeToAddresses((found) => {
    addresses = found;
  });
  return {
    name: 'lectern-moved-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.base.replace(/\/+$/, '');
      },
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        for (const { path, file, producer } of addresses) {
          if (producer.kind !== 'redirect') continue;
          if (producer.isFile) {
            copy(join(dist, toOldPath(producer.href.slice(root.length)) ?? ''), join(dist, file));
          } else if (file === path) flatten(join(dist, path));
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
