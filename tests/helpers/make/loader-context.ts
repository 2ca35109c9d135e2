import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import type { z } from 'zod';
import type { SiteFolder } from '../../../src/content/assets/site-folder.ts';

interface ContextOptions {
  collection: string;
  folder: SiteFolder;
  /** The schema of the entries; without one, they are stored as they are. */
  schema?: z.ZodType;
  /** The folder of the caches. */
  cache?: string;
  base?: string;
  url?: string | undefined;
}

/** Makes the part of Astro's context of loaders that ours use, with an empty store. */
export function makeLoaderContext({
  collection,
  folder,
  schema,
  cache,
  base = '/',
  url,
}: ContextOptions): LoaderContext {
  return {
    collection,
    config: {
      ...{ base, site: url, root: pathToFileURL(`${folder.root}/`) },
      ...(cache !== undefined && { cacheDir: pathToFileURL(`${cache}/`) }),
    },
    generateDigest: (data: unknown) =>
      createHash('sha256').update(JSON.stringify(data)).digest('hex'),
    parseData: ({ data }: { data: unknown }) => schema?.parseAsync(data) ?? Promise.resolve(data),
    store: new Map(),
  } as unknown as LoaderContext;
}
