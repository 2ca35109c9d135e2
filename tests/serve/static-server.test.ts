import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileFor, serve } from '../../src/serve/static-server.ts';

const home = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-serve-'));
const folder = join(home, 'dist');
const files = {
  'index.html': 'home',
  '404.html': 'absent',
  'talks/index.html': 'talks',
  'talks/é 1/index.html': 'accents',
  'style.xsl': '<xsl/>',
  'rss.xml': '<rss/>',
  '_astro/a.css': 'a{}',
  'cv.pdf': '%PDF',
};

beforeAll(() => {
  for (const [path, text] of Object.entries({ ...files, '../secret.txt': 'secret' })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(home, { recursive: true }));

/** Sends a request with exactly this path: `fetch` would remove `..` from it. */
async function get(path: string, options?: Parameters<typeof serve>[1]) {
  const { server, origin } = await serve(folder, options);
  const { hostname, port } = new URL(origin);
  try {
    return await new Promise<{ status: number; headers: NodeJS.Dict<unknown>; body: string }>(
      (resolve, reject) => {
        request({ hostname, port, path }, (response) => {
          let body = '';
          response.setEncoding('latin1').on('data', (text: string) => (body += text));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          );
        })
          .on('error', reject)
          .end();
      },
    );
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

test.each([
  ['/', 200, 'home', 'text/html; charset=utf-8'],
  ['/talks/?page=2', 200, 'talks', 'text/html; charset=utf-8'],
  ['/talks/%C3%A9%201/', 200, 'accents', 'text/html; charset=utf-8'],
  ['/rss.xml', 200, '<rss/>', 'text/xml; charset=utf-8'],
  ['/style.xsl', 200, '<xsl/>', 'application/xml; charset=utf-8'],
  ['/cv.pdf', 200, '%PDF', 'application/pdf'],
  ['/nowhere/', 404, 'absent', 'text/html; charset=utf-8'],
  ['/talks/é/', 404, 'absent', 'text/html; charset=utf-8'],
])('%s is answered with %i', async (path, status, body, type) => {
  const answer = await get(encodeURI(decodeURI(path)));
  expect(answer).toMatchObject({ status, body });
  expect(answer.headers['content-type']).toBe(type);
});

test('a folder without its last slash redirects', async () => {
  expect(await get('/talks')).toMatchObject({ status: 301, headers: { location: '/talks/' } });
  expect(await get('/~ada/talks', { base: '/~ada/' })).toMatchObject({
    status: 301,
    headers: { location: '/~ada/talks/' },
  });
});

test('nothing is found outside the base', async () => {
  expect(await get('/~ada/talks/', { base: '/~ada/' })).toMatchObject({ status: 200 });
  expect(await get('/talks/', { base: '/~ada/' })).toMatchObject({ status: 404, body: 'absent' });
});

test('as a host does, text is compressed and hashed files are cached', async () => {
  const css = await get('/_astro/a.css', { asHost: true });
  expect(css.headers).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  const pdf = await get('/cv.pdf', { asHost: true });
  expect(pdf.headers['content-encoding']).toBeUndefined();
  expect(pdf.headers['cache-control']).toBe('public, max-age=600');
});

describe('an address that leaves the folder', () => {
  test.each(['/..%2fsecret.txt', '/talks/..%2f..%2fsecret.txt', '/..%5csecret.txt'])(
    '%s is not found',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 404, body: 'absent' });
      expect(fileFor(folder, path)).toBeUndefined();
    },
  );
});

test('an address with an invalid escape is not found', async () => {
  expect(await get('/%E0%A4%A')).toMatchObject({ status: 404, body: 'absent' });
  expect(fileFor(folder, '/%')).toBeUndefined();
});
