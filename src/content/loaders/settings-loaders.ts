import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { createTextRenderer } from '../../markdown/render/text-renderer.ts';
import { readRedirects } from '../assets/read-redirects.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { readCv } from '../site/read-cv.ts';
import { readSite } from '../site/read-site.ts';
import type { ProblemReport } from '../validate/problem-report.ts';
import { watchFolders } from './watch-folders.ts';

/** `content/site.yaml` as the one entry `site`. */
export function siteLoader(folder: SiteFolder, report: ProblemReport): Loader {
  return {
    name: 'lectern-site',
    async load({ store, generateDigest, watcher }) {
      const sync = async () => {
        const { settings, problems } = readSite(folder);
        store.set({ id: 'site', data: { ...settings }, digest: generateDigest({ ...settings }) });
        report.publish('site', problems, watcher !== undefined);
      };
      await sync();
      watchFolders(watcher, [folder.content], sync);
    },
  };
}

/** `content/redirects.yaml` as the one entry `redirects`. A site may go without it. */
export function redirectsLoader(folder: SiteFolder, report: ProblemReport): Loader {
  return {
    name: 'lectern-redirects',
    async load({ store, generateDigest, watcher }) {
      const sync = () => {
        const { written, problems } = readRedirects(folder);
        const data = { redirects: written };
        store.set({ id: 'redirects', data, digest: generateDigest(data) });
        report.publish('redirects', problems, watcher !== undefined);
        return Promise.resolve();
      };
      await sync();
      watchFolders(watcher, [folder.content, folder.public], sync);
    },
  };
}

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
