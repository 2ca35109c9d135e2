import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AddressOutcome } from '../../src/import/plan/plan.ts';
import { ask } from '../helpers/ask.ts';
import type { BuiltSite } from '../helpers/build-site.ts';
import { readRss } from '../helpers/feed.ts';
import { attribute, parsePage } from '../helpers/html.ts';
import { importedSite } from '../helpers/imported-site.ts';
import { builtOldSiteSources, ownOldSiteNames } from '../helpers/old-site-folders.ts';
import { baseOf } from '../helpers/dist.ts';
import { serve } from '../../src/serve/static-server.ts';
import { describeSources } from '../helpers/skip.ts';

/** Some addresses of each site that people are known to have linked to. */
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

describeSources(builtOldSiteSources(), ({ name }) => {
  const known = linked[name] ?? [];
  let site: BuiltSite;
  let addresses: AddressOutcome[];
  let server: Server | undefined;
  /** The address of the home page, without the last slash. */
  let home: string;

  beforeAll(async () => {
    const imported = await importedSite(name);
    site = imported;
    ({ addresses } = imported.report);
    const base = baseOf(site);
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
    expect(site.output).not.toContain('redirects.yaml');
  });

  test('every old address answers, as the report says, or is listed with its reason', async () => {
    const wrong: string[] = [];
    for (const { old, outcome } of addresses) {
      const end = await endOf(encodeURI(old));
      const wanted = 'to' in outcome ? outcome.to : undefined;
      if (wanted === undefined && end !== undefined) wrong.push(`${old} answers after all`);
      if (wanted !== undefined && end !== decodeURI(wanted)) wrong.push(`${old} ends at ${end}`);
      if ('reason' in outcome && !/^[A-Z0-9].*\.$/s.test(outcome.reason))
        wrong.push(outcome.reason);
    }
    expect(wrong).toEqual([]);
  });

  test('addresses that people link to are among them', () => {
    expect(known.length).toBeGreaterThan(1);
    const answering = addresses.filter(({ outcome }) => 'to' in outcome).map(({ old }) => old);
    expect(answering).toEqual(expect.arrayContaining(known));
  });

  test('old feeds are feeds, with the items of the new one', async () => {
    const feeds = addresses.filter(({ old, outcome }) => 'to' in outcome && /\.xml$/.test(old));
    const tried = feeds.filter(({ old }) => /(index|feed)\.xml$/.test(old));
    expect(tried.length).toBeGreaterThan(0);
    for (const { old, outcome } of tried) {
      const { body, text } = await ask(home + encodeURI(old));
      const now = readFileSync(join(site.dist, decodeURI('to' in outcome ? outcome.to : '')));
      expect(body.equals(now), old).toBe(true);
      expect(readRss(text), old).toBeDefined();
    }
  });

  /** Where a visitor arrives; undefined where nothing answers. Files that have moved are their own end. */
  async function endOf(address: string, hops = 0): Promise<string | undefined> {
    const { status, type, text, body } = await ask(home + address);
    if (status !== 200 || hops > 1) return undefined;
    if (!type.startsWith('text/html')) {
      const outcome = addresses.find(({ old }) => encodeURI(old) === address)?.outcome;
      const to = outcome && 'to' in outcome ? decodeURI(outcome.to) : '';
      const isSame = readFileSync(join(site.dist, to)).equals(body);
      return isSame ? to : decodeURI(address);
    }
    const refresh = parsePage(text).first('meta[http-equiv="refresh"]');
    const next = refresh && attribute(refresh, 'content')?.replace(/^0; url=/, '');
    if (next !== undefined) return endOf(belowHome(next), hops + 1);
    const path = decodeURI(address);
    return /\/$|\.[a-z]+$/i.test(path) ? path : `${path}/`;
  }

  function belowHome(target: string): string {
    const url = new URL(target, home).href;
    expect(url.slice(0, home.length)).toBe(home);
    return url.slice(home.length);
  }
});
