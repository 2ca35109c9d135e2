import type { Site } from '../../model/site/site.ts';
import { encodePath, removeFinalSlash, type Addresses } from '../../model/page/addresses.ts';
import type { SiteSettings } from '../../schema/site.ts';
import { toHtaccess } from './apache.ts';
import { listHeaderRules } from './response-headers.ts';
import { toVercelJson } from './vercel.ts';

/**
 * Returns the files for hosts at the root of a site, by their names: those that each site has, and that of `host`.
 * Without an empty `.nojekyll`, GitHub Pages leaves out folders such as `_astro`.
 */
export function toHostFiles({
  base,
  host,
}: Pick<SiteSettings, 'base' | 'host'>): Record<string, string> {
  return {
    _headers: toHostHeaders(base),
    '.nojekyll': '',
    ...(host === 'apache' && { '.htaccess': toHtaccess(base) }),
    ...(host === 'vercel' && { 'vercel.json': toVercelJson(base) }),
  };
}

/**
 * Returns `_headers`, which Netlify, Cloudflare Pages and others read.
 * @param base The site's base path.
 * @see https://docs.netlify.com/manage/routing/headers/
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
export function toHostHeaders(base: string): string {
  const root = removeFinalSlash(base);
  const blocks = listHeaderRules().map(({ path, headers }) => {
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
    return [`${root}/${path}`, ...lines].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/**
 * Returns `_redirects`, which Netlify, Cloudflare Pages and others read: each old address with its new
 * one. For other hosts, each old address is also a page or file. Netlify ignores that page only with
 * `301!`, which Cloudflare, where a redirect always takes precedence, does not know and skips.
 * @see https://docs.netlify.com/manage/routing/redirects/overview/
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 */
export function toHostRedirects(
  aliases: readonly { alias: string; href: string; isFile: boolean }[],
  { path }: Pick<Addresses, 'path'>,
): string {
  const rules = aliases.map(({ alias, href, isFile }) => {
    const encoded = encodePath(alias).replaceAll('*', '%2A');
    const from = path(isFile || /\.html?$/i.test(alias) ? encoded : `${encoded}/`);
    return `${from} ${encodeTarget(href)}`;
  });
  const formatRules = (status: string) => rules.map((rule) => `${rule} ${status}\n`).join('');
  return `# Netlify\n${formatRules('301!')}\n# Cloudflare Pages and others\n${formatRules('301')}`;
}

/** Encodes blanks, which would end the target, and everything else that no address contains (RFC 3986, section 2). */
function encodeTarget(href: string): string {
  return href.toWellFormed().replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
}

/** Returns `robots.txt` (RFC 9309), which allows everything. Private pages have a `<meta>` of their own. */
export function toRobotsTxt(site: Site): string {
  const sitemap = site.absolute(site.addresses.path('sitemap-index.xml'));
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}
