import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BuiltSite } from './build-site.ts';
import { fileFor } from './dist.ts';
import { attribute, parsePage } from './html.ts';

const types: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.xsl': 'text/xsl; charset=utf-8',
};

const compressible = /text|json|javascript|xml|svg/;

/**
 * Serves a folder on a free port of 127.0.0.1, as a plain web server would; the address of a folder
 * without its last slash redirects to the one with it. With `asHost` texts are sent by gzip, and files
 * whose names hold their hash may be cached for a year, as by public hosts.
 * @param base Where the site is on its host: `/` or `/~ada/`. Nothing is found outside it.
 */
export function serve(
  dist: string,
  { asHost = false, base = '/' } = {},
): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith(base) ? pathname.slice(base.length - 1) : undefined;
    const file = path && fileFor(dist, path);
    if (path && !file && isFolder(dist, path)) {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    const sent = file || fileFor(dist, '/404.html');
    const type = types[extname(sent ?? '')] ?? 'application/octet-stream';
    const body = sent && readFileSync(join(dist, sent));
    const zipped = asHost && body && compressible.test(type);
    response.writeHead(file ? 200 : 404, {
      'content-type': type,
      ...(zipped && { 'content-encoding': 'gzip' }),
      ...(asHost && {
        'cache-control': pathname.includes('/_astro/')
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=600',
      }),
    });
    response.end(zipped ? gzipSync(body) : body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ server, origin: `http://127.0.0.1:${port}` });
    });
  });
}

/** Where a site is on its host: an imported one may be below the path of its old host, as in `/~ada/`. */
export function baseOf(site: BuiltSite): string {
  const canonical = parsePage(site.read('index.html')).first('link[rel="canonical"]');
  return canonical ? new URL(attribute(canonical, 'href') ?? '').pathname : '/';
}

function isFolder(dist: string, pathname: string): boolean {
  const path = decodeURIComponent(pathname);
  return !path.endsWith('/') && existsSync(join(dist, path, 'index.html'));
}
