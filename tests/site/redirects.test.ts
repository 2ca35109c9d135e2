import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { getAttribute, parsePage } from '../helpers/read/html.ts';
import { makePdf } from '../helpers/make/pdf.ts';
import { fetchAddress } from '../helpers/read/fetch-address.ts';
import { serve } from '../../src/serve/static-server.ts';
import { buildPortfolioSite } from '../helpers/sites/portfolio.ts';
import { buildLaterTalksSite } from '../helpers/sites/talks.ts';

let site: BuiltSite;
let pdf: Buffer;

beforeAll(async () => {
  pdf = makePdf();
  site = await buildPortfolioSite();
});

test('the site builds, and reports invalid redirects with their lines', () => {
  expect(site.code, site.output).toBe(0);
  const problems = [
    ...site.output.matchAll(/redirects\.yaml:(\d+):\d+ (\w+) .*\n.*\n.*\n +(\S+)/g),
  ];
  expect(problems.map(([, line, severity, code]) => `${line} ${severity} ${code}`)).toEqual([
    '7 warning redirect/chain',
    '9 warning redirect/loop',
    '10 warning redirect/loop',
    '11 warning redirect/chain',
    '12 warning redirect/taken',
    '14 warning redirect/unknown-target',
  ]);
});

test.each([
  ['/talk/nyu/', '/sub/talks/nyu/'],
  ['/talk/nyu', '/sub/talks/nyu/'],
  ['/talk/nyu/index.html', '/sub/talks/nyu/'],
  ['/talk/NYU Café v1.2/', '/sub/talks/nyu/'],
  ['/talk/über/', '/sub/talks/nyu/#notes'],
  ['/talk/ugly.html', '/sub/talks/nyu/'],
  ['/talks/2012-03-01-talk-1', '/sub/talks/nyu/'],
  ['/talks/2012-03-01-talk-1/', '/sub/talks/nyu/'],
  ['/first/', '/sub/talks/'],
  ['/alias-of/', '/sub/talks/nyu/'],
  ['/talk/by-alias/', '/sub/talks/nyu/'],
  ['/talk/Ünï cödé/', '/sub/talks/nyu/'],
  ['/group/', 'https://group.example.org/people'],
])('without _redirects, %s is a page that redirects to %s', async (old, href) => {
  const { status, type, text } = await request(old);
  expect([status, type]).toEqual([200, 'text/html; charset=utf-8']);
  const page = parsePage(text);
  const refresh = page.first('meta[http-equiv="refresh"]');
  expect(refresh && getAttribute(refresh, 'content')).toBe(`0; url=${href}`);
  const [link] = page.all(`main a[href="${href}"]`);
  expect(link).toBeDefined();
});

test.each([
  ['/index.xml', 'rss.xml'],
  ['/talk/index.xml', 'rss.xml'],
  ['/post/index.xml', 'posts.xml'],
  ['/sitemap.xml', 'sitemap-index.xml'],
  ['/talk/nyu/slides.pdf', 'talks/nyu/slides.pdf'],
  ['/old/paper.pdf', 'files/paper.pdf'],
])('%s has the same bytes as %s', async (old, current) => {
  const { status, body } = await request(old);
  expect(status).toBe(200);
  expect(body.equals(readFileSync(join(site.dist, current)))).toBe(true);
});

test.each(['/gone/', '/draft/', '/round/', '/robin/'])('%s is not found', async (old) => {
  expect((await request(old)).status).toBe(404);
});

test('files of the author and of hosts keep their addresses, and addresses below a page redirect', async () => {
  expect((await request('/own/')).text).toBe('An own page.');
  expect((await request('/_headers')).text).toContain('X-Content-Type-Options');
  expect((await request('/files/paper.pdf')).body.equals(pdf)).toBe(true);
  for (const old of ['/x.html', '/x.html/y/']) {
    expect((await request(old)).text, old).toContain('/sub/talks/by-file/');
  }
});

test('a redirect does not replace a page', async () => {
  const { text } = await request('/talks/nyu/');
  expect(parsePage(text).text('h1')).toBe('Measures of surprise');
});

test('_redirects has every redirect, below the base path', () => {
  const lines = site.read('_redirects').split('\n');
  const rules = lines.filter((line) => line !== '' && !line.startsWith('#'));
  expect(rules).toContain('/sub/talk/nyu/ /sub/talks/nyu/ 301!');
  expect(rules).toContain('/sub/talk/nyu/ /sub/talks/nyu/ 301');
  expect(rules).toContain('/sub/talk/NYU%20Caf%C3%A9%20v1.2/ /sub/talks/nyu/ 301');
  expect(rules).toContain('/sub/index.xml /sub/rss.xml 301');
  expect(rules).toContain('/sub/talk/ugly.html /sub/talks/nyu/ 301');
  expect(rules).toContain('/sub/talk/by-alias/ /sub/talks/nyu/ 301');
  expect(rules).toContain('/sub/group/ https://group.example.org/people 301');
  for (const rule of rules) expect(rule).toMatch(/^\/sub\/\S+ (\/sub\/|https:)\S* 301!?$/);
});

test('the sitemap has no old addresses', () => {
  const sitemap = site.read('sitemap-0.xml');
  expect(sitemap).toContain('/sub/talks/nyu/<');
  expect(sitemap).not.toMatch(/\/sub\/(talk|group|first)\//);
});

test('the _redirects of the author is kept', async () => {
  const authorSite = await buildLaterTalksSite();
  expect(authorSite.read('talk/moved/index.html')).toContain('/talks/moved/');
  expect(authorSite.read('_redirects')).toBe('/a /b\n');
});

async function request(address: string) {
  const { server, origin } = await serve(site.dist);
  try {
    return await fetchAddress(origin + encodeURI(address));
  } finally {
    server.close();
  }
}
