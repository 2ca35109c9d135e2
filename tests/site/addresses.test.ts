import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fillAuthorFolder, type SiteOptions } from '../helpers/build/build-site.ts';
import { compareAddresses } from '../helpers/read/built-addresses.ts';
import { buildEdgeSite, edgeSites } from '../helpers/build/edge-sites.ts';
import { getSampleEnvironment, buildSampleSite } from '../helpers/build/sample-site.ts';
import { makePortfolioFiles, buildPortfolioSite } from '../helpers/sites/portfolio.ts';
import {
  LATER,
  mergeLaterTalksFiles,
  buildLaterTalksSite,
  buildTalksOnlySite,
  mergeTalksOnlyFiles,
} from '../helpers/sites/talks.ts';

/** Sites to build, and the files of their authors. */
const sites = {
  'the sample': {
    ...{ build: () => buildSampleSite('root'), author: () => ({ sample: true }) },
    env: getSampleEnvironment('root'),
  },
  'the site of edge cases': {
    ...{ build: () => buildEdgeSite('edges'), author: () => ({ files: edgeSites.edges }) },
  },
  'the Arabic site': {
    build: () => buildEdgeSite('arabic-site'),
    author: () => ({ files: edgeSites['arabic-site'] }),
  },
  'a site with pages of all sections, old addresses and drafts': {
    build: buildPortfolioSite,
    author: async () => ({ files: await makePortfolioFiles() }),
  },
  'a site with talks only': {
    build: buildTalksOnlySite,
    author: () => ({ files: mergeTalksOnlyFiles() }),
  },
  'a site with its own _redirects': {
    build: buildLaterTalksSite,
    author: () => ({ files: mergeLaterTalksFiles() }),
    now: LATER,
  },
} satisfies Record<string, Site>;

interface Site {
  build: typeof buildPortfolioSite;
  author: () => SiteOptions | Promise<SiteOptions>;
  env?: Record<string, string>;
  now?: Date;
}

describe.each(Object.entries<Site>(sites))('%s', (_, { build, author, ...clock }) => {
  test('has a file for every address, and no other files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-author-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    fillAuthorFolder(folder, await author());
    const site = await build();
    expect(site.code, site.output).toBe(0);
    const { count, missing, unexpected } = await compareAddresses(site, folder, clock);
    expect(count).toBeGreaterThan(20);
    expect({ missing, unexpected }).toEqual({ missing: [], unexpected: [] });
  });
});

describe('an address that two files claim', () => {
  test.each([
    ['talks/own-page/index.html', 'The page of the talk'],
    ['talks/own-page.ics/index.html', 'A page named .ics'],
    ['talks/own-page.png', 'An image of the author.'],
    ['sitemap-index.xml', 'A sitemap of the author.'],
  ])('%s is the file of the author: %s', async (path, text) => {
    expect((await buildLaterTalksSite()).read(path)).toContain(text);
  });

  test('is the page of the author instead of a generated list', async () => {
    const { read, output } = await buildPortfolioSite();
    expect(read('talks/in/2020/index.html')).toBe('A page of the author.');
    expect(output).toContain('at /talks/in/2020/. To publish the generated page');
  });

  test('is reported by the build', async () => {
    const { output } = await buildLaterTalksSite();
    expect(output).toContain('content/talks/own-page/index.html:1:1 warning');
    expect(output).toContain('address/not-published');
    for (const file of ['talks/own-page.png', 'sitemap-index.xml']) {
      expect(output).toContain(`(public/${file})`);
    }
  });
});
