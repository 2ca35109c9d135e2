import type { Loader } from 'astro/loaders';
import { addressesUnder } from '../../model/site/url.ts';
import { checkRedirects } from './check-redirects.ts';
import type { ProblemReport } from '../problems/problem-report.ts';
import { readSite } from './read-site.ts';
import type { SiteFolder } from '../site-folder.ts';
import { watchFolders } from '../watch.ts';

/** `content/redirects.yaml` as the one entry `redirects`. A site may go without it. */
export function redirectsLoader(folder: SiteFolder, report: ProblemReport): Loader {
  return {
    name: 'lectern-redirects',
    async load({ config, store, generateDigest, watcher }) {
      const sync = () => {
        const addresses = addressesUnder(config.base);
        const { redirects, problems } = checkRedirects(folder, readSite(folder), addresses);
        const data = { redirects };
        store.set({ id: 'redirects', data, digest: generateDigest(data) });
        report.publish('redirects', problems, watcher !== undefined);
        return Promise.resolve();
      };
      await sync();
      watchFolders(watcher, [folder.content, folder.public], sync);
    },
  };
}
