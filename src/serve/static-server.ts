import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lookup } from 'mrmime';

/**
 * Serves a built site on a free port of 127.0.0.1, as a plain web server does: `/talks/` is
 * `talks/index.html`, `/talks` redirects to `/talks/`, and everything else that is absent is `404.html`.
 * @param options.asHost Compresses text with gzip, and lets browsers cache files whose names contain
 * their hash for a year, as public hosts do.
 * @param options.base The path of the site on its host: `/` or `/~ada/`. Nothing is found outside it.
 */
export function serve(
  folder: string,
  { asHost = false, base = '/' } = {},
): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith(base) ? pathname.slice(base.length - 1) : undefined;
    const file = path && fileFor(folder, path);
    if (path && !file && !path.endsWith('/') && fileFor(folder, `${path}/`)) {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    const sent = file ?? fileFor(folder, '/404.html');
    const type = contentType(sent ?? '');
    const body = sent && readFileSync(join(folder, sent));
    const zipped = asHost && body && /text|json|javascript|xml|svg/.test(type);
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

/**
 * Returns the file that a static server sends for an address below the base, as a path in `folder`:
 * `talks/index.html` for `/talks/`. Returns undefined if there is none, and for an address that leaves
 * the folder or is not valid percent-encoding (RFC 3986, section 2.1).
 */
export function fileFor(folder: string, address: string): string | undefined {
  const path = decodePath(address)?.replace(/^\//, '');
  if (path === undefined || path.split(/[\\/]/).includes('..')) return undefined;
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const full = join(folder, file);
  return existsSync(full) && statSync(full).isFile() ? file : undefined;
}

function decodePath(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}

/** All text of a built site is UTF-8. */
function contentType(file: string): string {
  const type = lookup(extname(file)) ?? 'application/octet-stream';
  return /^text\/|\/(json|javascript|xml)$/.test(type) ? `${type}; charset=utf-8` : type;
}
