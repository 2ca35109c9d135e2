import { readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeAtomically } from '../assets/atomic-write.ts';
import { cleanFile, drawingName } from '../assets/clean-file.ts';
import { listNames, readStats } from '../assets/file-stats.ts';
import { photographName } from '../assets/remove-position.ts';

/** An image that Astro copies: its name and 8 characters of a hash. One that it has converted has a second hash. */
const originalName = /\.[\w-]{8}\.[a-z]+$/i;

/**
 * Removes the originals of images that no page shows or links to from the folder of assets, and cleans the others: see
 * `cleanFile`. Astro itself removes the original of an image of which it makes sizes, but no original of an image that is
 * imported and never shown, such as one that only lists would show.
 */
export function publishedImages(): AstroIntegration {
  let assetsFolder = '';
  return {
    name: 'lectern-published-images',
    hooks: {
      'astro:config:done': ({ config }) => {
        assetsFolder = config.build.assets;
      },
      'astro:build:done': ({ dir }) => {
        cleanAssets(join(fileURLToPath(dir), assetsFolder), listShownImages());
      },
    },
  };
}

/** Returns the paths of the images whose originals Astro has published for a page or a style sheet. */
function listShownImages(): ReadonlySet<string> {
  const { astroAsset } = globalThis as { astroAsset?: { referencedImages?: Set<string> } };
  return astroAsset?.referencedImages ?? new Set();
}

/**
 * Cleans a folder of assets. A file is replaced as a whole, because it may be the same file as one of the last build.
 * @param shown Absolute paths of the images whose originals stay.
 */
export function cleanAssets(folder: string, shown: ReadonlySet<string>): void {
  const names = listNames(folder).filter(
    (name) => drawingName.test(name) || (originalName.test(name) && photographName.test(name)),
  );
  if (names.length === 0) return;
  const sizes = Map.groupBy([...shown], (path) => `${extname(path)} ${readStats(path)?.size ?? 0}`);
  for (const name of names) {
    const file = join(folder, name);
    const bytes = readFileSync(file);
    const candidates = sizes.get(`${extname(name)} ${bytes.length}`) ?? [];
    const isShown =
      drawingName.test(name) || candidates.some((path) => readFileSync(path).equals(bytes));
    if (!isShown) {
      rmSync(file);
      continue;
    }
    const cleaned = cleanFile(name, bytes);
    if (cleaned !== bytes) writeAtomically(file, cleaned);
  }
}
