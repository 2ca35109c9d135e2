import { rmSync } from 'node:fs';
import { newRunFolder } from '../../scripts/run-folder.ts';
import { addressOf, pagesIn } from './dist.ts';
import { sampleSite } from './sample-site.ts';
import { serve } from './serve.ts';

/** Global setup of the browser tests: builds the sample unless it is there, and serves it. */
export default async function setup(): Promise<() => void> {
  const own = process.env.LECTERN_TEST_RUN === undefined;
  const folder = (process.env.LECTERN_TEST_RUN ??= newRunFolder());
  const site = await sampleSite('root');
  if (site.code !== 0) throw new Error(`The sample site does not build.\n${site.output}`);
  const { server, origin } = await serve(site.dist);
  process.env.LECTERN_TEST_ORIGIN = origin;
  process.env.LECTERN_TEST_PAGES = JSON.stringify(pagesIn(site.dist).map(addressOf));
  return () => {
    server.close();
    server.closeAllConnections();
    if (own) rmSync(folder, { recursive: true, force: true });
  };
}
