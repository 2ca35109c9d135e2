import type { Loader } from 'astro/loaders';
import type { ProblemReport } from '../problems/problem-report.ts';
import { readSite } from './read-site.ts';
import type { SiteFolder } from '../site-folder.ts';
import { watchFolders } from '../watch.ts';

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
