import type { Loader } from 'astro/loaders';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageFrontMatter } from '../assets/page-files.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { createRenderSettings } from '../render/render-cache.ts';
import { deckSection } from '../sections/deck-section.ts';
import { getSectionFolder, type Section } from '../sections/section.ts';
import { readSite } from '../site/read-site.ts';
import { isBelow, isSiteFile } from './content-watch.ts';
import { openStore } from './entry-store.ts';
import { SectionSync } from './section-sync.ts';
import type { LoaderServices } from './site-loaders.ts';

/**
 * Loads the pages of a section into the content store: front matter, rendered texts, files. Texts are rendered
 * again only if the file, or a file or page that it refers to, has changed.
 */
export function pageLoader<F extends PageFrontMatter>(
  section: Section<F>,
  folder: SiteFolder,
  { report, watch }: LoaderServices,
): Loader {
  return {
    name: `lectern-${section.name}`,
    async load(loaderContext) {
      const context = { ...loaderContext, store: openStore(loaderContext) };
      const { base, site: origin, cacheDir } = context.config;
      const cacheFolder = join(fileURLToPath(cacheDir), 'rendered-texts');
      const createSettings = () => {
        const { macros = [] } = readSite(folder).settings;
        return createRenderSettings(folder, cacheFolder, { base, origin, macros });
      };
      const sync = new SectionSync(section, { createSettings, context, report });
      const folders = [section, deckSection].map((one) => getSectionFolder(one, folder));
      const isRelevant = (path: string) =>
        folders.some((one) => isBelow(path, one)) || isSiteFile(path, folder);
      // First, so that no change is missed that happens while all files are read.
      watch.add(context.watcher, isRelevant, (changes) => sync.run(changes));
      await sync.run();
    },
  };
}
