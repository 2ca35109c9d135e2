import { describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { listPages } from '../helpers/read/dist.ts';
import { buildEdgeSite } from '../helpers/build/edge-sites.ts';
import { buildSampleSite } from '../helpers/build/sample-site.ts';
import { validateHtml } from '../helpers/read/validate-html.ts';

const sites: [string, () => Promise<BuiltSite>][] = [
  ['the sample', () => buildSampleSite('root')],
  ['the edge cases', () => buildEdgeSite('edges')],
  ['the site in Arabic', () => buildEdgeSite('arabic-site')],
];

describe.each(sites)('every page of %s', (_, build) => {
  test('is valid HTML', async () => {
    const site = await build();
    expect(site.code, site.output).toBe(0);
    for (const file of listPages(site.dist)) {
      expect.soft(await validateHtml(site.read(file), file), file).toEqual([]);
    }
  });
});
