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
import { removeFinalSlash } from '../../model/page/addresses.ts';
import { toOldPath } from '../../model/site/redirects.ts';
import type { SiteAddress } from '../../model/site/site-address.ts';
import { subscribeToAddresses } from '../validate/channels.ts';

/**
 * Writes files for hosts, such as `_headers`, to the built site. An author's own file in `public/` stays.
 * @param files The texts of the files by their names.
 */
export function hostFiles(files: Readonly<Record<string, string>>): AstroIntegration {
  return {
    name: 'lectern-host-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        for (const [name, content] of Object.entries(files)) {
          const file = new URL(name, dir);
          if (!existsSync(file)) writeFileSync(file, content);
        }
      },
    },
  };
}

/**
 * Makes redirects work on every web server: copies a feed or a PDF to its old address, and moves the redirect page
 * of an address with an extension, such as `talk/nyu.html`, from its folder to a file.
 */
export function movedFiles(): AstroIntegration {
  let addresses: readonly SiteAddress[] = [];
  let root = '';
  subscribeToAddresses((published) => {
    addresses = published;
  });
  return {
    name: 'lectern-moved-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = removeFinalSlash(config.base);
      },
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        for (const { path, file, producer } of addresses) {
          if (producer.kind !== 'redirect') continue;
          if (producer.isFile) {
            copyIfMissing(
              join(dist, toOldPath(producer.href.slice(root.length)) ?? ''),
              join(dist, file),
            );
          } else if (file === path) flattenFolder(join(dist, path));
        }
      },
    },
  };
}

function copyIfMissing(from: string, to: string): void {
  if (existsSync(to) || !existsSync(from) || !statSync(from).isFile()) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** Replaces a folder that contains only a redirect page by that page. */
function flattenFolder(folder: string): void {
  const page = join(folder, 'index.html');
  const isOnlyFile = existsSync(page) && readdirSync(folder).length === 1;
  if (!isOnlyFile || !readFileSync(page, 'utf8').includes('http-equiv="refresh"')) return;
  const temporary = `${folder}.moved`;
  renameSync(page, temporary);
  rmdirSync(folder);
  renameSync(temporary, folder);
}
