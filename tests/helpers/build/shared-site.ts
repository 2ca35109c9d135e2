import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { newRunFolder } from '../../../scripts/run-folder.ts';
import { writeAtomically } from '../../../src/content/assets/atomic-write.ts';
import { buildSite, type BuiltSite, type SiteOptions } from './build-site.ts';

/**
 * Builds a site that several tests share, once per test run. The first caller builds it; the others wait,
 * in any process and step of the same `npm test`.
 */
export async function buildSharedSite(
  name: string,
  options: () => SiteOptions | Promise<SiteOptions>,
): Promise<BuiltSite> {
  const folder = join(process.env.LECTERN_TEST_RUN ?? newRunFolder(), 'samples', name);
  const record = join(folder, 'build.json');
  const dist = join(folder, 'dist');
  if (claimFolder(folder)) {
    const { code, output } = await buildSite({ ...(await options()), outDir: dist });
    writeAtomically(record, JSON.stringify({ code, output }));
  }
  while (!existsSync(record)) await wait(200);
  const { code, output } = JSON.parse(readFileSync(record, 'utf8')) as BuiltSite;
  return { code, output, dist, read: (path) => readFileSync(join(dist, path), 'utf8') };
}

/** Creates a folder; only one of several processes succeeds. */
function claimFolder(folder: string): boolean {
  mkdirSync(dirname(folder), { recursive: true });
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
