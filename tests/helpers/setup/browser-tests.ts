import { rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { newRunFolder } from '../../../scripts/run-folder.ts';
import { shareBuildProcesses, type BuiltSite } from '../build/build-site.ts';
import type { ServedSite } from '../browser/served-sites.ts';
import { buildCorpusSite } from '../build/corpus-site.ts';
import { serve } from '../../../src/serve/static-server.ts';
import { makeAttemptSite } from '../make/attempt-site.ts';
import { listPages, readBase, toAddress } from '../read/dist.ts';
import { buildSharedSite } from '../build/shared-site.ts';
import { buildEdgeSite } from '../build/edge-sites.ts';
import { buildImportedSite } from '../build/imported-site.ts';
import { getBuiltOldSiteSources } from '../old-sites/old-site-folders.ts';
import { buildSampleSite } from '../build/sample-site.ts';
import { selectVariedPages } from '../read/varied-pages.ts';

const oldSites = getBuiltOldSiteSources();
const isLong = process.env.LECTERN_TEST_LONG !== undefined;
const sites: Record<string, () => Promise<BuiltSite>> = {
  sample: () => buildSampleSite('root'),
  edges: () => buildEdgeSite('edges'),
  'arabic-site': () => buildEdgeSite('arabic-site'),
  attempts: () =>
    buildSharedSite(isLong ? 'all-attempts' : 'attempts', () => ({
      files: makeAttemptSite(isLong),
    })),
  // Only slow tests use these.
  ...(process.env.LECTERN_TEST_FULL && {
    'real-talks': buildCorpusSite,
    ...Object.fromEntries(
      oldSites
        .filter(({ input }) => !('absent' in input))
        .map(({ name }) => [`imported-${name}`, () => buildImportedSite(name)]),
    ),
  }),
};

/** Global setup of the browser tests: builds the sites if needed and serves them. */
export default async function setup(): Promise<() => void> {
  const isOwner = process.env.LECTERN_TEST_RUN === undefined;
  const folder = (process.env.LECTERN_TEST_RUN ??= newRunFolder());
  const servers: Server[] = [];
  const served: Record<string, ServedSite> = {};
  const built: [name: string, site: BuiltSite][] = [];
  await shareBuildProcesses(1, async () => {
    for (const [name, build] of Object.entries(sites)) built.push([name, await build()]);
  });
  for (const [name, site] of built) {
    if (site.code !== 0) throw new Error(`The site "${name}" does not build.\n${site.output}`);
    const base = readBase(site);
    const { server, origin } = await serve(site.dist, { base });
    servers.push(server);
    if (name === 'attempts') {
      // Only its own test visits it: its pages are not meant to be read.
      const pages = listPages(site.dist)
        .filter((page) => !isRedirect(site.read(page)))
        .map(toAddress);
      process.env.LECTERN_TEST_ATTEMPTS = JSON.stringify({ origin, pages });
      continue;
    }
    const pages = selectVariedPages(site, name.startsWith('imported-') ? 40 : Infinity);
    served[name] = { origin, pages: pages.map((page) => base + toAddress(page).slice(1)) };
  }
  process.env.LECTERN_TEST_ABSENT = JSON.stringify(findAbsentSites());
  process.env.LECTERN_TEST_SITES = JSON.stringify(served);
  process.env.LECTERN_TEST_ORIGIN = served['sample']?.origin;
  return () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
    if (isOwner) rmSync(folder, { recursive: true, force: true });
  };
}

/** Returns the sites that this machine does not have, with reasons, by name. */
function findAbsentSites(): Record<string, string> {
  if (!process.env.LECTERN_TEST_FULL) return {};
  return Object.fromEntries(
    oldSites.flatMap(({ name, input }) => ('absent' in input ? [[name, input.absent]] : [])),
  );
}

/** Returns whether a page redirects to another one. The texts of other pages may contain such an element. */
function isRedirect(html: string): boolean {
  return html.slice(0, html.indexOf('</head>')).includes('http-equiv="refresh"');
}
