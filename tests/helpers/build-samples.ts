import { rmSync } from 'node:fs';
import { newRunFolder } from '../../scripts/run-folder.ts';
import { sampleSite } from './sample-site.ts';

/** Global setup of the site tests: the samples stand before the first test asks for them. */
export default async function setup(): Promise<() => void> {
  const own = process.env.LECTERN_TEST_RUN === undefined;
  const folder = (process.env.LECTERN_TEST_RUN ??= newRunFolder());
  await Promise.all([sampleSite('root'), sampleSite('sub')]);
  return () => {
    if (own) rmSync(folder, { recursive: true, force: true });
  };
}
