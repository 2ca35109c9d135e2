import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleSite } from './sample-site.ts';

/** Global setup of the site tests: the samples stand before the first test asks for them. */
export default async function setup(): Promise<() => void> {
  const own = process.env.LECTERN_TEST_RUN === undefined;
  const folder = (process.env.LECTERN_TEST_RUN ??= newFolder());
  await Promise.all([sampleSite('root'), sampleSite('sub')]);
  return () => {
    if (own) rmSync(folder, { recursive: true, force: true });
  };
}

function newFolder(): string {
  return mkdtempSync(join(realpathSync(tmpdir()), 'lectern-test-'));
}
