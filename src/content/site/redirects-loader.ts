import type { Loader } from 'astro/loaders';
import type { ProblemReport } from '../problems/problem-report.ts';
import type { SiteFolder } from '../site-folder.ts';
import { watchFolders } from '../watch.ts';
import { readRedirects } from './read-redirects.ts';

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
