import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compareAddresses } from '../helpers/built-addresses.ts';
import { addressOf, fileFor, pagesIn } from '../helpers/dist.ts';
import { parsePage } from '../helpers/html.ts';
import { importedSite } from '../helpers/imported-site.ts';
import { builtOldSiteSources } from '../helpers/old-site-folders.ts';
import { describeReference, linksOf } from '../helpers/site-links.ts';
import { describeSources } from '../helpers/skip.ts';
import { validateHtml } from '../helpers/validate-html.ts';

describeSources(builtOldSiteSources(), ({ name, folder }) => {
  let site: Awaited<ReturnType<typeof importedSite>>;
  beforeAll(async () => {
    site = await importedSite(name);
  });

  test('builds, with a page for each that its report counts, drafts apart', () => {
    expect(site.code, site.output).toBe(0);
    const found = pagesIn(site.dist).map(addressOf);
    expect(site.report.pages.filter(({ count }) => count > 0).length).toBeGreaterThan(3);
    for (const { section, count, drafts } of site.report.pages) {
      const pages = found.filter((address) => new RegExp(`^/${section}/[^/]+/$`).test(address));
      expect(pages.length, section).toBeGreaterThanOrEqual(count - drafts - owners(section));
    }
  });

  test('has a file for every address, and no other', async () => {
    const { count, missing, unexpected } = await compareAddresses(site, site.folder);
    expect(count).toBeGreaterThan(50);
    expect({ missing, unexpected }).toEqual({ missing: [], unexpected: [] });
  });

  test('has valid HTML on every page', async () => {
    const files = pagesIn(site.dist);
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      expect.soft(await validateHtml(site.read(file), file), file).toEqual([]);
    }
  });

  test('has no broken links except those of the author, which the report lists', () => {
    const canonical = parsePage(site.read('index.html')).first('link[rel="canonical"]');
    const { origin, pathname } = new URL(String(canonical?.properties['href']));
    const { internal, dead, deadAnchors } = linksOf(site, pathname, origin);
    expect(internal.length).toBeGreaterThan(20);
    const told = new Set(site.report.danglingLinks.map(({ link }) => link));
    // A server leads an address without the slash at its end to the one with it.
    const untold = dead.filter(
      ({ href, url }) => !told.has(href) && !fileFor(site.dist, `${url.pathname}/`),
    );
    expect(untold.map(describeReference)).toEqual([]);
    const words = site.report.files
      .filter(({ path }) => /\.(md|markdown|Rmd)$/.test(path))
      .map(({ path }) => readFileSync(join(folder, path), 'utf8'))
      .join('\n');
    const ofOurs = deadAnchors.filter(({ href }) => !words.includes(href));
    expect(ofOurs.map(describeReference)).toEqual([]);
  });
});

/** The page of the owner is the home page. */
function owners(section: string): number {
  return section === 'people' ? 1 : 0;
}
