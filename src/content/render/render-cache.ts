import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageProperties } from '../../model/page/image-errors.ts';
import { readCacheEntry, writeCacheJson } from '../assets/file-cache.ts';
import { listNames } from '../assets/file-stats.ts';
import { getFileStamp, readImage } from '../assets/image-cache.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { getRendererDigest } from './renderer-digest.ts';
import type { PageFinders, PageRendering, RenderJob } from './render-job.ts';
import { fromStoredRendering, type StoredRendering } from './rendering-json.ts';
import { hasSameTargets } from './same-look-ups.ts';

/** How the texts of a site are rendered. It can be sent to a worker thread. */
export interface RenderSettings {
  site: SiteFolder;
  /** The base path of the site. */
  base: string;
  /** Where the site is published: scheme and host. */
  origin?: string | undefined;
  /** Definitions of TeX for all texts of the site. */
  macros: readonly string[];
  /** A digest of the code and of the settings above. */
  version: string;
  /** The absolute path of the folder of cached renderings, which contains a folder for each version. */
  cacheFolder: string;
}

/**
 * The renderings of a section's pages on disk, a file for each page. A rendering is used again as long as its page and
 * everything to which its texts refer is the same. It stays valid on another machine: the times of files may differ.
 */
export interface RenderCache {
  /** Returns the number of pages that were cached before. */
  countPages(): number;
  /** Returns the rendering of a page, or undefined if it is missing, outdated or damaged. */
  read(job: RenderJob, finders: PageFinders): Promise<PageRendering | undefined>;
  /** Writes the rendering of a page, as JSON. */
  write(job: RenderJob, rendering: string): void;
  /** Removes the renderings of all other pages, and those of other versions and settings. */
  keepOnly(pages: readonly Pick<RenderJob, 'file'>[]): void;
}

/** Returns the settings of a renderer. */
export function createRenderSettings(
  site: SiteFolder,
  cacheFolder: string,
  {
    base,
    origin,
    macros = [],
  }: Pick<RenderSettings, 'base' | 'origin'> & Partial<Pick<RenderSettings, 'macros'>>,
): RenderSettings {
  const version = toDigest([getRendererDigest(), base, origin ?? '', macros]);
  return { site, base, origin, macros, version, cacheFolder };
}

interface CacheEntry {
  key: string;
  rendering: StoredRendering;
}

/** Opens the cache of a section's pages. */
export function openRenderCache(
  { version, cacheFolder }: RenderSettings,
  section: string,
): RenderCache {
  const folder = join(cacheFolder, version, section);
  const toPath = ({ file }: Pick<RenderJob, 'file'>) => join(folder, toEntryName(file));
  return {
    countPages: () => listNames(folder).length,
    async read(job, finders) {
      const entry = readCacheEntry<CacheEntry>(toPath(job));
      if (entry?.key !== toKey(job)) return undefined;
      const rendering = fromStoredRendering(entry.rendering);
      if (!hasSameTargets(rendering.lookedUp, finders)) return undefined;
      const stamps = await findImageStamps(entry.rendering.images, finders);
      if (!stamps) return undefined;
      return { ...rendering, lookedUp: { ...rendering.lookedUp, images: stamps } };
    },
    write(job, rendering) {
      writeCacheJson(toPath(job), `{"key":"${toKey(job)}","rendering":${rendering}}`);
    },
    keepOnly(pages) {
      const current = new Set(pages.map(({ file }) => toEntryName(file)));
      removeAllBut(folder, (name) => current.has(name));
      removeAllBut(cacheFolder, (name) => name === version);
    },
  };
}

/**
 * Returns the present stamps of images by their names in a text. Returns undefined if an image is missing, or if it
 * has other properties than before.
 */
async function findImageStamps(
  images: StoredRendering['images'],
  { locate }: PageFinders,
): Promise<Map<string, string> | undefined> {
  const stamps = new Map<string, string>();
  for (const [name, previous, properties] of images) {
    const file = locate(name)?.file;
    if (file === undefined) return undefined;
    const stamp = getFileStamp(file);
    if (stamp !== previous && !isSameImage(properties, await readImage(file))) return undefined;
    stamps.set(name, stamp);
  }
  return stamps;
}

function isSameImage(previous: ImageProperties, properties: ImageProperties): boolean {
  return JSON.stringify(previous) === JSON.stringify(properties);
}

/** Returns a digest of a job. Paths in it are relative to the site. */
function toKey({ file: { name, stem, bundle }, ...job }: RenderJob): string {
  return toDigest([name, stem, bundle?.files ?? null, job]);
}

/** Returns the name of a page's entry. Pages from one file of BibTeX differ in their stems. */
function toEntryName({ name, stem }: RenderJob['file']): string {
  return `${toDigest([name, stem])}.json`;
}

function toDigest(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'hex').slice(0, 32);
}

function removeAllBut(folder: string, isKept: (name: string) => boolean): void {
  for (const name of listNames(folder)) {
    if (!isKept(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
