import type { ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import { decodePath, encodePath } from '../../model/page/addresses.ts';
import type { SiteAddress } from '../../model/site/site-address.ts';
import { subscribeToAddresses } from '../validate/channels.ts';
import { getServerUrl } from './dev-record.ts';
import { toPageMeta } from './sitemap.ts';

/**
 * Makes `npm start` serve the addresses that a build makes after its pages: files at their old addresses, redirect pages
 * with an extension, the page for addresses that do not exist, and the sitemap. They answer when the site is checked,
 * which is soon after the first page.
 */
export function devAddresses(): AstroIntegration {
  let addresses: ReadonlyMap<string, SiteAddress> = new Map();
  let base = '/';
  let site = '';
  subscribeToAddresses((list) => {
    addresses = new Map(list.map((address) => [address.file, address]));
  });
  return {
    name: 'lectern-dev-addresses',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
        site = new URL(base, config.site).href;
      },
      'astro:server:setup': ({ server }) => {
        const findAddress = (url: string) => addresses.get(decodePath(url.slice(1)));
        server.middlewares.use((request, response, next) => {
          // Astro has removed the base path.
          const [url = ''] = (request.url ?? '').split(/[?#]/);
          const requested = findAddress(url);
          const source = requested && findSource(requested, base);
          if (source !== undefined) request.url = source;
          const address = source === undefined ? requested : findAddress(source);
          if (address?.producer.kind !== 'built-in') return next();
          if (address.file === '404.html') {
            request.url = '/404/';
            answerAsFound(response);
          }
          if (!sitemapFiles.includes(address.file)) return next();
          const origin = getServerUrl(server) ?? '';
          const pages = addresses.values();
          void createSitemapFile(address.file, pages, { origin, base, site }).then(
            (xml) => response.setHeader('Content-Type', 'text/xml').end(xml),
            next,
          );
        });
      },
    },
  };
}

/**
 * Returns the path, without the base path, at which the dev server has the file of a redirect; undefined for all other
 * addresses.
 */
export function findSource(
  { path, file, producer }: SiteAddress,
  base: string,
): string | undefined {
  if (producer.kind !== 'redirect') return undefined;
  if (producer.isFile) return producer.href.slice(base.length - 1);
  return file === path ? `/${encodePath(path)}/` : undefined;
}

/** Sends the page for addresses that do not exist as a web server sends its file. */
function answerAsFound(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (_status: number, ...rest: unknown[]) => writeHead(200, ...rest);
}

const sitemapFiles = ['sitemap-index.xml', 'sitemap-0.xml'];
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

interface SitemapOptions {
  /** The address of the dev server. */
  origin: string;
  base: string;
  /** The address of the published site. */
  site: string;
}

/** Makes a file of the sitemap from all pages, as `pageSitemap` does after a build. */
async function createSitemapFile(
  path: string,
  addresses: Iterable<SiteAddress>,
  { origin, base, site }: SitemapOptions,
): Promise<string> {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  if (path === 'sitemap-index.xml') {
    return `${head}<sitemapindex ${namespace}><sitemap><loc>${site}sitemap-0.xml</loc></sitemap></sitemapindex>`;
  }
  const pages = [...addresses].filter(
    ({ file, producer: { kind } }) =>
      /(^|\/)index\.html$/.test(file) && (kind === 'page' || kind === 'built-in'),
  );
  const entries: string[] = [];
  for (const { file } of pages) {
    const page = encodePath(file.replace(/index\.html$/, ''));
    const response = await fetch(new URL(base + page, origin), {
      headers: { accept: 'text/html' },
    });
    const { isListed, changed } = toPageMeta(await response.text());
    if (!response.ok || !isListed) continue;
    entries.push(
      `<url><loc>${site}${page}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`,
    );
  }
  return `${head}<urlset ${namespace}>${entries.sort().join('')}</urlset>`;
}
