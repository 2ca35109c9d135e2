import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compareAddresses } from '../helpers/read/built-addresses.ts';
import { toAddress, fileFor, listPages } from '../helpers/read/dist.ts';
import { parsePage } from '../helpers/read/html.ts';
import { buildImportedSite } from '../helpers/build/imported-site.ts';
import { getBuiltOldSiteSources } from '../helpers/old-sites/old-site-folders.ts';
import { describeReference, readSiteLinks } from '../helpers/read/site-links.ts';
import { describeSources } from '../helpers/skip.ts';
import { validateHtml } from '../helpers/read/validate-html.ts';

describeSources(getBuiltOldSiteSources(), ({ name, folder }) => {
  let site: Awaited<ReturnType<typeof buildImportedSite>>;
  beforeAll(async () => {
    site = await buildImportedSite(name);
  });

  test('builds, with every page that its report counts, except drafts', () => {
    expect(site.code, site.output).toBe(0);
    const builtAddresses = listPages(site.dist).map(toAddress);
    expect(site.report.pages.filter(({ count }) => count > 0).length).toBeGreaterThan(3);
    for (const { section, count, drafts } of site.report.pages) {
      const pages = builtAddresses.filter((address) =>
        new RegExp(`^/${section}/${section === 'teaching' ? '.+' : '[^/]+'}/$`).test(address),
      );
      expect(pages.length, section).toBeGreaterThanOrEqual(count - drafts - countOwners(section));
    }
  });

  test('has a file for every address, and no other files', async () => {
    const { count, missing, unexpected } = await compareAddresses(site, site.folder);
    expect(count).toBeGreaterThan(50);
    expect({ missing, unexpected }).toEqual({ missing: [], unexpected: [] });
  });

  test('has valid HTML on every page', async () => {
    const files = listPages(site.dist);
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      expect.soft(await validateHtml(site.read(file), file), file).toEqual([]);
    }
  });

  test('has no broken links except those of the author, which the report lists', () => {
    const canonical = parsePage(site.read('index.html')).first('link[rel="canonical"]');
    const { origin, pathname } = new URL(String(canonical?.properties['href']));
    const { internal, broken, brokenAnchors } = readSiteLinks(site, pathname, origin);
    expect(internal.length).toBeGreaterThan(20);
    const reported = new Set(site.report.danglingLinks.map(({ link }) => link));
    // A server redirects an address without a trailing slash to the one with it.
    const unreported = broken.filter(
      ({ href, url }) => !reported.has(href) && !fileFor(site.dist, `${url.pathname}/`),
    );
    expect(unreported.map(describeReference)).toEqual([]);
    const sources = site.report.files
      .filter(({ path }) => /\.(md|markdown|Rmd)$/.test(path))
      .map(({ path }) => readFileSync(join(folder, path), 'utf8'))
      .join('\n');
    const unexpected = brokenAnchors.filter(({ href }) => !sources.includes(href));
    expect(unexpected.map(describeReference)).toEqual([]);
  });
});

/** Returns the number of pages that are the home page: the page of the owner. */
function countOwners(section: string): number {
  return section === 'people' ? 1 : 0;
}
