import setUpRunFolder from './run-folder-setup.ts';
import { sampleSite } from './sample-site.ts';

/** Global setup of the site tests: the samples stand before the first test asks for them. */
export default async function setup(): Promise<() => void> {
  const end = setUpRunFolder();
  await Promise.all([sampleSite('root'), sampleSite('sub')]);
  return end;
}
