import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { newRunFolder } from '../../scripts/run-folder.ts';
import { writeAtomically } from '../../src/content/assets/atomic-write.ts';
import { buildSite, type BuiltSite, type SiteOptions } from './build-site.ts';

/**
 * A site that several tests look at, built by the first that asks for it, once a test run. The others
 * wait, in whatever process and step of the same `npm test` they run.
 */
export async function keptSite(
  name: string,
  options: () => SiteOptions | Promise<SiteOptions>,
): Promise<BuiltSite> {
  const home = join(process.env.LECTERN_TEST_RUN ?? newRunFolder(), 'samples', name);
  const record = join(home, 'build.json');
  const dist = join(home, 'dist');
  if (isFirst(home)) {
    const { code, output } = await buildSite({ ...(await options()), outDir: dist });
    writeAtomically(record, JSON.stringify({ code, output }));
  }
  while (!existsSync(record)) await wait(200);
  const { code, output } = JSON.parse(readFileSync(record, 'utf8')) as BuiltSite;
  return { code, output, dist, read: (path) => readFileSync(join(dist, path), 'utf8') };
}

/** Of all that ask at once, one makes the folder. */
function isFirst(home: string): boolean {
  mkdirSync(dirname(home), { recursive: true });
  try {
    mkdirSync(home);
    return true;
  } catch {
    return false;
  }
}
