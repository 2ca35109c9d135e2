import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { createTextRenderer } from '../../markdown/render/text-renderer.ts';
import type { ProblemReport } from '../problems/problem-report.ts';
import { readCv } from './read-cv.ts';
import type { SiteFolder } from '../site-folder.ts';
import { watchFolders } from '../watch.ts';

/** `content/cv.yaml` as the one entry `cv`. A site may go without it. */
export function cvLoader(folder: SiteFolder, report: ProblemReport): Loader {
  return {
    name: 'lectern-cv',
    async load({ config, store, generateDigest, watcher }) {
      const renderer = await createTextRenderer(config.base, config.site);
      const sync = async () => {
        const { cv, problems } = readCv(folder, renderer);
        store.clear();
        if (cv) {
          const hasMath = Object.values(cv.texts).some((text) => text.hasMath);
          const hasPdf = existsSync(join(folder.public, 'cv.pdf'));
          const data = { ...cv, hasMath, hasPdf };
          store.set({ id: 'cv', data, digest: generateDigest(data) });
        }
        report.publish('cv', problems, watcher !== undefined);
        return Promise.resolve();
      };
      await sync();
      watchFolders(watcher, [folder.content, folder.public], sync);
    },
  };
}
