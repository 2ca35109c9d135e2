import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/project-node.mjs';
import { oldSites } from './old-sites.ts';
import { explainAbsence, findSharedFolder } from '../shared-folder.ts';
import type { Source } from '../skip.ts';
import { writeText } from './stage-old-site.ts';

/** A site made with an older generator. */
export interface OldSiteFolder {
  name: string;
  folder: string;
}

/** One folder of an old site. */
export interface OldSitePart {
  site: OldSiteFolder;
  /** Such as `content/post`. */
  path: string;
  folder: string;
}

/** The pages of sites whose settings are in `old-sites.ts`, one folder per site. */
const pagesFolder = join(root, 'tests/fixtures/old-sites');

/** The project's own old sites, one of each generation, with pages of every kind. */
export const ownOldSiteNames: readonly string[] = readdirSync(pagesFolder).sort();

/** The old sites of other people in `../shared/sites`. */
export const sharedOldSiteNames: readonly string[] = [
  'academic-2019',
  'academicpages-2022',
  'hugoblox-2024',
  'wowchemy-2022',
];

let ownFolder: string | undefined;

/** Returns the folder of an old site, or undefined if this machine does not have it. */
export function findOldSiteFolder(name: string): string | undefined {
  if (ownOldSiteNames.includes(name)) return join((ownFolder ??= writeOwnSites()), name);
  const sites = findSharedFolder('sites');
  return sites && join(sites, name.replace('academicpages-2022', 'academicpages'));
}

/** Returns the project's own old sites, then those of other people. */
export function getOldSiteSources(): Source<OldSiteFolder>[] {
  return [...ownOldSiteNames, ...sharedOldSiteNames].map((name) => {
    const folder = findOldSiteFolder(name);
    return { name, input: folder ? { name, folder } : { absent: explainAbsence('sites') } };
  });
}

/**
 * Returns the old sites that tests build. A build takes ten seconds of CPU time, so `npm run test:full`
 * builds one of Hugo and one of Jekyll of each owner, and `npm run test:long` all of them;
 * `import-reports.test.ts` imports all of them in both.
 */
export function getBuiltOldSiteSources(
  env: NodeJS.ProcessEnv = process.env,
): Source<OldSiteFolder>[] {
  const sample = ['wowchemy', 'academicpages', 'wowchemy-2022', 'academicpages-2022'];
  return getOldSiteSources().filter(
    ({ name }) => env['LECTERN_TEST_LONG'] || sample.includes(name),
  );
}

/** Returns each of these folders, such as `content/post`, of each old site that has it. */
export function findOldSiteParts(paths: readonly string[]): Source<OldSitePart>[] {
  return getOldSiteSources().flatMap(({ name, input: site }): Source<OldSitePart>[] => {
    if ('absent' in site) return [{ name, input: site }];
    return paths
      .map((path) => ({
        name: `${name}: ${path}`,
        input: { site, path, folder: join(site.folder, path) },
      }))
      .filter(({ input }) => existsSync(input.folder));
  });
}

function writeOwnSites(): string {
  const root = mkdtempSync(join(process.env.LECTERN_TEST_RUN ?? tmpdir(), 'old-sites-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  for (const name of ownOldSiteNames) {
    for (const [path, text] of Object.entries(oldSites[name] ?? {})) {
      writeText(join(root, name), path, text);
    }
    cpSync(join(pagesFolder, name), join(root, name), { recursive: true });
  }
  return root;
}
