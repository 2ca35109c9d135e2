import { expect } from 'vitest';
import { lookup } from 'mrmime';
import { listFiles, toAddress } from '../read/dist.ts';
import { buildPortfolioSite, makePortfolioFiles } from '../sites/portfolio.ts';
import { waitUntil } from '../process/wait-until.ts';
import { NOW } from './build-site.ts';
import { startDevServer, type DevSite } from './dev-site.ts';

const base = '/sub/';
/**
 * Web servers do not send the first three, and the names of the others contain a hash: of assets, which a dev server
 * does not bundle, and of parts of the search index, which contains drafts in a dev server.
 */
const notCompared = /^(?:_headers|\.nojekyll|\.lectern-files|_astro\/.*|pagefind\/.*\.pf_\w+)$/;
/** Modules of the program, which a build bundles. */
const module = /^\/(?:src|node_modules|@vite|@id)\//;

/**
 * Starts a dev server for the portfolio site, and requests the addresses of the built site and the links on its pages.
 * @param select Selects the files of the built site.
 * @returns What does not answer as the built site does, and the number of addresses.
 */
export async function compareWithDevServer(
  select: (files: string[]) => string[],
): Promise<{ failures: string[]; count: number }> {
  const { dist, code, output } = await buildPortfolioSite();
  expect(code, output).toBe(0);
  const site = await startDevServer({
    files: await makePortfolioFiles(),
    env: { SOURCE_DATE_EPOCH: String(NOW.getTime() / 1000) },
  });
  try {
    const files = listFiles(dist).filter((file) => !notCompared.test(file));
    return await requestAll(site, select(files), new Set(files.map(toBuiltAddress)));
  } finally {
    await site.stop();
  }
}

/** Returns the encoded address of a file of the built site, with the base. */
function toBuiltAddress(file: string): string {
  return base + toAddress(file).slice(1).split('/').map(encodeURIComponent).join('/');
}

/** @param built The addresses of the built site. Links to them are requested only as files. */
async function requestAll(site: DevSite, files: string[], built: ReadonlySet<string>) {
  // The addresses of moved files are known when the site is checked, soon after the first page.
  await waitUntil(
    async () => (await site.fetchPage(`${base}team.html`)).status === 200,
    'the site was checked',
    site.output,
  );
  const failures: string[] = [];
  const links = new Map<string, string>();
  const requested = new Set<string>();
  for (const file of files) {
    const address = toBuiltAddress(file);
    requested.add(address);
    const { status, type, html } = await site.fetchPage(address);
    if (status !== 200 || !isSameType(type, file)) failures.push(`${address} ${status} ${type}`);
    if (!type.startsWith('text/html')) continue;
    for (const link of findLinks(html, address)) links.set(link, address);
  }
  const { html: entry } = await site.fetchPage(`${base}pagefind/pagefind-entry.json`);
  const [, language = '', hash = ''] = /"(\w+)":\{"hash":"(\w+)"/.exec(entry) ?? [];
  links.set(`${base}pagefind/pagefind.${hash}.pf_meta`, `the search in ${language}`);
  for (const [link, page] of links) {
    if (built.has(link) || requested.has(link) || module.test(link)) continue;
    const { status } = await site.fetchPage(link, '*/*');
    requested.add(link);
    if (status !== 200) failures.push(`${link} ${status}, to which ${page} links`);
  }
  return { failures, count: requested.size };
}

/** Returns the links of a page to the site, without fragments. */
function findLinks(html: string, address: string): string[] {
  const links = html.matchAll(/\s(?:src|href|poster|data|content)="([^"]+)"/g);
  const urls = [...links].flatMap(([, link = '']) =>
    /^[./]/.test(link) ? new URL(link.replaceAll('&amp;', '&'), `http://site${address}`) : [],
  );
  return urls
    .filter(({ host }) => host === 'site')
    .map(({ pathname, search }) => pathname + search);
}

/** Returns whether a media type fits the name of a file. Pages may name the kind of XML or JSON. */
function isSameType(type: string, file: string): boolean {
  const expected = lookup(file);
  if (!expected || type.startsWith(expected)) return true;
  const [, kind = ''] = expected.split('/');
  return ['xml', 'json'].includes(kind) && type.split(';')[0]!.endsWith(`+${kind}`);
}
