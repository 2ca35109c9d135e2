import { hash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCacheEntry, writeCacheEntry } from '../assets/file-cache.ts';
import { listNames } from '../assets/file-stats.ts';
import { dayLength, maxAge } from '../assets/unused-caches.ts';

/** The images that Astro has cached for the next build. */
export interface AssetCache {
  /**
   * Records the images that a finished build has cached, if they are those that it has published. Removes images that no
   * build has published for a long time.
   * @param published The folder of the built site with its images.
   */
  record(published: string): void;
}

interface Asset {
  digest: string;
  /** The last day on which a build has published the image, in days since 1970. */
  lastUsed: number;
}

/**
 * Prepares the caches of Astro for a build. Astro publishes a cached file without a check, also one that a killed build
 * has written in part. An image stays only if its bytes are those of the list that the last build has written.
 * Everything else is made again: fonts, which are copies of files, and the content store, which each build fills.
 * @param folder The cache folder of a site.
 */
export function openAssetCache(
  folder: string,
  today = Math.floor(Date.now() / dayLength),
): AssetCache {
  const assets = join(folder, 'assets');
  const listFile = join(folder, 'assets.json');
  for (const name of ['fonts', 'data-store.json'])
    rmSync(join(folder, name), { recursive: true, force: true });
  const listed = new Map(readCacheEntry<[string, Asset][]>(listFile));
  const intact = new Map<string, Asset>();
  for (const name of listNames(assets)) {
    const asset = listed.get(name);
    if (asset && asset.digest === digestFile(join(assets, name))) intact.set(name, asset);
    else rmSync(join(assets, name), { recursive: true, force: true });
  }
  return {
    record(published) {
      const isPublished = new Set(listNames(published));
      const next: [string, Asset][] = [];
      for (const name of listNames(assets)) {
        const lastUsed = isPublished.has(name) ? today : intact.get(name)?.lastUsed;
        const digest = intact.get(name)?.digest ?? digestFile(join(published, name));
        const isCurrent = lastUsed !== undefined && lastUsed > today - maxAge;
        const isIntact = intact.has(name) || digest === digestFile(join(assets, name));
        if (isCurrent && isIntact && digest !== undefined) next.push([name, { digest, lastUsed }]);
        else rmSync(join(assets, name), { recursive: true, force: true });
      }
      writeCacheEntry(
        listFile,
        next.sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    },
  };
}

function digestFile(file: string): string | undefined {
  try {
    return hash('sha256', readFileSync(file), 'base64url');
  } catch {
    return undefined;
  }
}
