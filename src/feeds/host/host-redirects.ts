import { encodePath, type Addresses } from '../../model/site/url.ts';

/**
 * The file `_redirects` that Netlify, Cloudflare Pages and others read: each address of before, and
 * where it leads for good. At each of them lies a page or file for all other hosts; Netlify passes it
 * over only for `301!`, which Cloudflare, where a redirect always goes first, does not know and skips.
 * @see https://docs.netlify.com/manage/routing/redirects/overview/
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 */
export function toHostRedirects(
  old: readonly { alias: string; href: string; isFile: boolean }[],
  { path }: Pick<Addresses, 'path'>,
): string {
  const rules = old.map(({ alias, href, isFile }) => {
    const plain = encodePath(alias).replaceAll('*', '%2A');
    return `${path(isFile || /\.html?$/i.test(alias) ? plain : `${plain}/`)} ${href}`;
  });
  const lines = (status: string) => rules.map((rule) => `${rule} ${status}\n`).join('');
  return `# Netlify\n${lines('301!')}\n# Cloudflare Pages and others\n${lines('301')}`;
}
