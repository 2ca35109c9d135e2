import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AddressOutcome } from '../../src/import/plan/plan.ts';
import { fetchAddress } from '../helpers/read/fetch-address.ts';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { parseRss } from '../helpers/read/rss.ts';
import { getAttribute, parsePage } from '../helpers/read/html.ts';
import { buildImportedSite } from '../helpers/build/imported-site.ts';
import { getBuiltOldSiteSources, ownOldSiteNames } from '../helpers/old-sites/old-site-folders.ts';
import { readBase } from '../helpers/read/dist.ts';
import { serve } from '../../src/serve/static-server.ts';
import { describeSources } from '../helpers/skip.ts';

/** Some addresses of each site that other sites link to. */
const linked: Record<string, string[]> = {
  wowchemy: [
    ...['/thesis/', '/author/lin-sample/', '/event/index.xml', '/tag/knots/'],
    ...['/publication/counting-crossings/paper.pdf', '/event/a/slides.pdf'],
  ],
  academic2: [
    '/talk/tides/',
    '/project/knots/',
    '/tags/tides/',
    '/files/my cv.pdf',
    '/post/index.xml',
  ],
  hugoblox: ['/blog/colours/', '/events/annual/', '/publications/a/cite.bib', '/blog/index.xml'],
  academicpages: [
    ...['/publications/1', '/feed.xml', '/files/paper1.pdf', '/press/'],
    ...['/talks/2014-02-01-tutorial', '/posts/2019/08/first-note/'],
  ],
  'academic-2019': ['/talk/esa-dcse/', '/post/index.xml', '/img/portrait.jpg', '/tags/tea/'],
  'wowchemy-2022': ['/publication/paired/', '/author/natasha-jaques/', '/event/index.xml'],
  'hugoblox-2024': ['/events/', '/publications/conference-paper/conference-paper.pdf'],
  'academicpages-2022': ['/publications/1', '/feed.xml', '/files/paper1.pdf', '/about/'],
};

describeSources(getBuiltOldSiteSources(), ({ name }) => {
  const linkedAddresses = linked[name] ?? [];
  let site: BuiltSite;
  let addresses: AddressOutcome[];
  let server: Server | undefined;
  /** The address of the home page, without the last slash. */
  let home: string;

  beforeAll(async () => {
    const imported = await buildImportedSite(name);
    site = imported;
    ({ addresses } = imported.report);
    const base = readBase(site);
    const served = await serve(site.dist, { base });
    server = served.server;
    home = served.origin + base.slice(0, -1);
  });

  afterAll(() => {
    server?.close();
  });

  test('is imported and built', () => {
    expect(site.code, site.output).toBe(0);
    expect(addresses.length).toBeGreaterThan(ownOldSiteNames.includes(name) ? 15 : 50);
    expect(site.output).not.toMatch(/redirects\.yaml:\d/);
  });

  test('every old address responds as the report says, or is listed with a reason', async () => {
    const wrong: string[] = [];
    for (const { old, outcome } of addresses) {
      const end = await findEnd(encodeURI(old));
      const expected = 'to' in outcome ? outcome.to : undefined;
      if (expected === undefined && end !== undefined)
        wrong.push(`${old} responds but is listed as missing`);
      if (expected !== undefined && end !== decodeURI(expected))
        wrong.push(`${old} ends at ${end}`);
      if ('reason' in outcome && !/^[A-Z0-9].*\.$/s.test(outcome.reason))
        wrong.push(outcome.reason);
    }
    expect(wrong).toEqual([]);
  });

  test('these include addresses that people link to', () => {
    expect(linkedAddresses.length).toBeGreaterThan(1);
    const responding = addresses.filter(({ outcome }) => 'to' in outcome).map(({ old }) => old);
    expect(responding).toEqual(expect.arrayContaining(linkedAddresses));
  });

  test('old feed addresses serve the new feeds', async () => {
    const feeds = addresses.filter(({ old, outcome }) => 'to' in outcome && /\.xml$/.test(old));
    const checked = feeds.filter(({ old }) => /(index|feed)\.xml$/.test(old));
    expect(checked.length).toBeGreaterThan(0);
    for (const { old, outcome } of checked) {
      const { body, text } = await fetchAddress(home + encodeURI(old));
      const current = readFileSync(join(site.dist, decodeURI('to' in outcome ? outcome.to : '')));
      expect(body.equals(current), old).toBe(true);
      expect(parseRss(text), old).toBeDefined();
    }
  });

  /** Returns the final address after redirects, or undefined if there is no response. A moved file ends at its new path. */
  async function findEnd(address: string, hops = 0): Promise<string | undefined> {
    const { status, type, text, body } = await fetchAddress(home + address);
    if (status !== 200 || hops > 1) return undefined;
    if (!type.startsWith('text/html')) {
      const outcome = addresses.find(({ old }) => encodeURI(old) === address)?.outcome;
      const to = outcome && 'to' in outcome ? decodeURI(outcome.to) : '';
      const isSame = readFileSync(join(site.dist, to)).equals(body);
      return isSame ? to : decodeURI(address);
    }
    const refresh = parsePage(text).first('meta[http-equiv="refresh"]');
    const next = refresh && getAttribute(refresh, 'content')?.replace(/^0; url=/, '');
    if (next !== undefined) return findEnd(removeHome(next), hops + 1);
    const path = decodeURI(address);
    return /\/$|\.[a-z]+$/i.test(path) ? path : `${path}/`;
  }

  function removeHome(target: string): string {
    const url = new URL(target, home).href;
    expect(url.slice(0, home.length)).toBe(home);
    return url.slice(home.length);
  }
});
