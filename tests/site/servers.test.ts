import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRecipe } from '../../scripts/docs-hosting.ts';
import { root } from '../../scripts/project-node.mjs';
import { buildSampleSite } from '../helpers/build/sample-site.ts';
import {
  findServerObstacle,
  startServer,
  type RunningServer,
  type ServerName,
} from '../helpers/process/web-servers.ts';
import { listFiles } from '../helpers/read/dist.ts';
import { requestRaw, type RawResponse } from '../helpers/read/raw-response.ts';
import { describeSources, type Source } from '../helpers/skip.ts';

/** Files that the sample does not have. */
const addedFiles = {
  '.lectern-files': 'secret',
  'files/clip.mp4': Buffer.alloc(5000, 'video'),
  'files/clip.webm': Buffer.alloc(5000, 'video'),
  'files/talk.presentation1.pdf': Buffer.alloc(5000, '%PDF'),
  'files/Drawing.SVG': '<svg xmlns="http://www.w3.org/2000/svg"/>\n'.repeat(100),
  'files/Photo.JPG': Buffer.alloc(5000, 'jpeg'),
  'files/subtitles.vtt': 'WEBVTT\n'.repeat(500),
  'files/data.csv': 'a,b\n'.repeat(500),
};

/** Which files are requested, and the media type of each. */
const resources: [name: string, file: RegExp, type: string][] = [
  ['the home page', /^index\.html$/, 'text/html'],
  ['a page', /^talks\/[\w-]+\/index\.html$/, 'text/html'],
  ['a feed', /^rss\.xml$/, 'application/rss+xml'],
  ['the feed of posts', /^posts\.xml$/, 'application/rss+xml'],
  ['the feed of publications', /^publications\.xml$/, 'application/rss+xml'],
  ['the feed of a tag', /^talks\/tags\/[\w-]+\.xml$/, 'application/rss+xml'],
  ['a JSON Feed', /^feed\.json$/, 'application/feed+json'],
  ['a calendar', /^talks\.ics$/, 'text/calendar'],
  ['the calendar of a talk', /^talks\/[\w-]+\.ics$/, 'text/calendar'],
  ['a Markdown file', /^talks\/[\w-]+\.md$/, 'text/markdown'],
  ['a BibTeX file', /\.bib$/, 'application/x-bibtex'],
  ['a sitemap', /^sitemap-0\.xml$/, 'application/xml'],
  ['robots.txt', /^robots\.txt$/, 'text/plain'],
  ['the search script', /^pagefind\/pagefind\.js$/, 'text/javascript'],
  ['the search settings', /^pagefind\/pagefind-entry\.json$/, 'application/json'],
  ['a search program', /^pagefind\/wasm.*\.pagefind$/, 'application/octet-stream'],
  ['a search index', /\.pf_index$/, 'application/octet-stream'],
  ['a search fragment', /\.pf_fragment$/, 'application/octet-stream'],
  ['a search filter', /\.pf_filter$/, 'application/octet-stream'],
  ['the search overview', /\.pf_meta$/, 'application/octet-stream'],
  ['a style sheet', /^_astro\/.*\.css$/, 'text/css'],
  ['a script', /^_astro\/.*\.js$/, 'text/javascript'],
  ['a font with one dot', /^_astro\/fonts\/\w+\.woff2$/, 'font/woff2'],
  ['a font with two dots', /^_astro\/.*\..*\.woff2$/, 'font/woff2'],
  ['an AVIF image', /\.avif$/, 'image/avif'],
  ['a WebP image', /\.webp$/, 'image/webp'],
  ['a PNG image', /^share\.png$/, 'image/png'],
  ['an SVG image', /\.svg$/, 'image/svg+xml'],
  ['an SVG image in capitals', /\.SVG$/, 'image/svg+xml'],
  ['a JPEG image', /\.JPG$/, 'image/jpeg'],
  ['a PDF', /^files\/.*\.pdf$/, 'application/pdf'],
  ['a PDF with a name like a hash', /\.presentation1\.pdf$/, 'application/pdf'],
  ['an MP4 video', /\.mp4$/, 'video/mp4'],
  ['a WebM video', /\.webm$/, 'video/webm'],
  ['subtitles', /\.vtt$/, 'text/vtt'],
  ['a table', /\.csv$/, 'text/csv'],
];

const isText = (type: string) => /^text\/|json$|xml$|javascript$|bibtex$/.test(type);
const isHashed = (file: string) =>
  /^_astro\/|^pagefind\/(filter|fragment|index)\/|\.pf_meta$/.test(file);

const sources = (['nginx', 'apache', 'caddy'] as const).flatMap((server) =>
  (['/', '/sub'] as const).map((base): Source<{ server: ServerName; base: '/' | '/sub' }> => {
    const absent = findServerObstacle(server);
    return { name: `${server} at ${base}`, input: absent ? { absent } : { server, base } };
  }),
);

/** What all servers of a base path serve: the sample, with more files and the `.htaccess` of the recipe. */
interface Host {
  folder: string;
  www: string;
  /** The folder of the site in `www`. */
  site: string;
  files: string[];
  /** The headers of every response, by their lower-case names. */
  security: Record<string, string>;
  /** The policy of drawings. */
  drawingPolicy: string;
}

const document = readFileSync(join(root, 'docs/hosting.md'), 'utf8');
const hosts = new Map<string, Host>();

afterAll(() => {
  for (const { folder } of hosts.values()) rmSync(folder, { recursive: true });
});

describeSources(sources, ({ server, base }) => {
  let host: Host;
  let running: RunningServer;

  beforeAll(async () => {
    host = hosts.get(base) ?? (await createHost(base));
    hosts.set(base, host);
    const recipe = readRecipe(document, server, base);
    const work = join(host.folder, server);
    running = await startServer(server, { recipe, www: host.www, work });
  });

  afterAll(() => running?.stop());

  const request = (path: string, headers?: Record<string, string>) => {
    const address = `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
    return requestRaw(running.origin + (base === '/' ? '' : base) + encodeURI(address), headers);
  };
  const expectSecurity = ({ headers }: RawResponse, file = '') => {
    expect(Object.keys(host.security).length).toBeGreaterThan(4);
    expect(host.drawingPolicy).toMatch(/^default-src 'none';.* sandbox$/);
    const policy = /\.svg$/i.test(file) && { 'content-security-policy': host.drawingPolicy };
    expect(headers).toMatchObject({ ...host.security, ...policy });
  };

  describe.each(resources)('%s', (_, pattern, type) => {
    let file: string;
    let bytes: Buffer;
    beforeAll(() => {
      file = host.files.find((name) => pattern.test(name)) ?? '';
      bytes = readFileSync(join(host.site, file));
    });

    test('has its bytes, media type, cache rule and headers', async () => {
      const response = await request(file);
      expect(response.status).toBe(200);
      expect(response.body.equals(bytes)).toBe(true);
      const contentType = response.headers['content-type']?.toLowerCase();
      expect(contentType).toBe(isText(type) ? `${type}; charset=utf-8` : type);
      expect(response.headers['cache-control']).toBe(
        isHashed(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      expectSecurity(response, file);
    });

    test('is compressed if it is text', async () => {
      const { headers, body } = await request(file, { 'accept-encoding': 'gzip' });
      // Compressing a few bytes makes them longer.
      if (isText(type) && bytes.length > 1000) {
        expect(headers['content-encoding']).toBe('gzip');
        expect(headers['vary']?.toLowerCase()).toContain('accept-encoding');
        expect(gunzipSync(body).equals(bytes)).toBe(true);
      } else if (!isText(type)) expect(headers['content-encoding']).toBeUndefined();
    });

    test.each(['gzip', 'identity'])('is not sent again as %s', async (encoding) => {
      const first = await request(file, { 'accept-encoding': encoding });
      const validator = { 'if-none-match': first.headers['etag'] ?? '' };
      const response = await request(file, { 'accept-encoding': encoding, ...validator });
      expect(response.status).toBe(304);
      expect(response.body).toHaveLength(0);
      expect(response.headers['cache-control']).toBe(first.headers['cache-control']);
      expectSecurity(response, file);
      expect((await request(file, { 'if-none-match': '"other"' })).status).toBe(200);
    });

    test('is sent in parts', async () => {
      const response = await request(file, { range: 'bytes=1-9' });
      expect(response.status).toBe(206);
      expect(response.headers['content-range']).toBe(`bytes 1-9/${bytes.length}`);
      expect(response.body.equals(bytes.subarray(1, 10))).toBe(true);
      expectSecurity(response, file);
    });
  });

  test.each([
    ...[
      'gone/',
      'gone.ics',
      'talks/gone.xml',
      '_astro/gone.css',
      'gone.svg',
      'pagefind/index/gone.pf_index',
    ],
    ...['files/', '_astro/', '_headers', '_redirects', '.lectern-files', '.htaccess', '.git/x'],
  ])('%s is not found', async (path) => {
    const response = await request(path);
    const statuses = path === '.htaccess' ? [403, 404] : [404];
    expect(statuses).toContain(response.status);
    expect(response.body.equals(readFileSync(join(host.site, '404.html')))).toBe(true);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-cache');
    expectSecurity(response);
  });

  test('an address without its last slash is redirected', async () => {
    for (const path of ['talks', ...(base === '/' ? [] : [''])]) {
      const address = join(base, path);
      const response = await requestRaw(running.origin + address);
      expect([301, 308], address).toContain(response.status);
      const target = new URL(response.headers['location'] ?? '', running.origin);
      expect(target.href).toBe(`${running.origin}${address}/`);
      expectSecurity(response);
    }
  });

  test('scripts and XML are compressed under the other names of their types, too', async () => {
    const recipe = renameTypes(readRecipe(document, server, base));
    const htaccess = join(host.site, '.htaccess');
    const original = readFileSync(htaccess);
    if (server === 'apache') writeFileSync(htaccess, recipe);
    const work = join(host.folder, `${server}-renamed`);
    const { origin, stop } = await startServer(server, { recipe, www: host.www, work });
    try {
      for (const [file, type] of [
        ['pagefind/pagefind.js', 'application/javascript'],
        ['sitemap-0.xml', 'text/xml'],
      ] as const) {
        const address = origin + join(base, file);
        const { headers } = await requestRaw(address, { 'accept-encoding': 'gzip' });
        expect(headers['content-type']).toBe(`${type}; charset=utf-8`);
        expect(headers['content-encoding']).toBe('gzip');
      }
    } finally {
      await stop();
      writeFileSync(htaccess, original);
    }
  });

  test('an old address has a page that redirects', async () => {
    const [line = ''] = readFileSync(join(host.site, '_redirects'), 'utf8').split('\n').slice(1);
    const [from = '', to = ''] = line.split(' ');
    const { status, body } = await requestRaw(running.origin + from);
    expect(status).toBe(200);
    expect(body.toString()).toContain(`0; url=${to}`);
  });
});

async function createHost(base: '/' | '/sub'): Promise<Host> {
  const { dist, code, output } = await buildSampleSite(base === '/' ? 'root' : 'sub');
  expect(code, output).toBe(0);
  // Root's Apache serves files as another user, who may not read the folder of temporary files of root.
  const parent = process.getuid?.() === 0 ? '/tmp' : tmpdir();
  const folder = mkdtempSync(join(parent, 'lectern-host-'));
  chmodSync(folder, 0o755);
  const www = join(folder, 'www');
  const site = join(www, base);
  cpSync(dist, site, { recursive: true });
  const added = { ...addedFiles, '.htaccess': readRecipe(document, 'apache', base) };
  for (const [path, content] of Object.entries(added)) writeFileSync(join(site, path), content);
  const headers = readFileSync(join(site, '_headers'), 'utf8');
  const security = readHeaders(headers, '*');
  const { 'content-security-policy': drawingPolicy = '' } = readHeaders(headers, '*.svg');
  return { folder, www, site, files: listFiles(site), security, drawingPolicy };
}

/** Gives scripts and XML the other names of their media types, as servers with other tables do. */
function renameTypes(recipe: string): string {
  return recipe
    .replace(/(AddType |^ +|")text\/javascript(?= \.?js|; )/m, '$1application/javascript')
    .replace(/(AddType |^ +|")application\/xml(?= \.?xml|; )/m, '$1text/xml');
}

/** Returns the headers of a path in `_headers`, by their lower-case names. @param path Below the base. */
function readHeaders(text: string, path: string): Record<string, string> {
  const blocks = text.split('\n\n').map((block) => block.split('\n'));
  const [, ...lines] = blocks.find(([first]) => first?.endsWith(`/${path}`)) ?? [];
  const rules = lines.flatMap((line) => [...line.matchAll(/^ +([\w-]+): (.*)$/g)]);
  return Object.fromEntries(rules.map(([, name = '', value = '']) => [name.toLowerCase(), value]));
}
