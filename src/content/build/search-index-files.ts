import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { IndexFile } from '../../model/site/search.ts';
import { subscribeToSearchIndex } from '../validate/channels.ts';

/**
 * Writes the search index to the built site. Pagefind builds it in a process of its own while Astro renders pages. As
 * routes of Astro, its files would have to be known before the first page is rendered.
 */
export function searchIndexFiles(): AstroIntegration {
  let index: Promise<IndexFile[]> | undefined;
  subscribeToSearchIndex((published) => {
    index = published;
  });
  return {
    name: 'lectern-search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const files = (await index) ?? [];
        writeIndexFiles(files, fileURLToPath(new URL('pagefind/', dir)));
      },
    },
  };
}

/** Writes the files of an index. The files of an author in `public/` stay. */
function writeIndexFiles(files: readonly IndexFile[], folder: string): void {
  for (const parent of new Set(files.map(({ path }) => dirname(path))))
    mkdirSync(join(folder, parent), { recursive: true });
  for (const { path, content } of files) {
    const file = join(folder, path);
    if (!existsSync(file)) writeFileSync(file, content);
  }
}
