import type { Plugin } from 'vite';

/**
 * Returns a Vite plugin that puts the address of the site into `printPage.css`, so that print shows absolute
 * addresses for links within the site without making pages larger. Without a url it does nothing, and
 * print shows no such address.
 * @param site `url` is an origin, `base` a path without a slash at its end, or `/`.
 */
export function printedAddressesPlugin({
  url,
  base,
}: {
  url?: string | undefined;
  base: string;
}): Plugin {
  return {
    name: 'lectern-printed-addresses',
    enforce: 'pre',
    transform(code, id) {
      if (!url || !/[\\/]print\.css(\?|$)/.test(id)) return undefined;
      const home = url.replace(/^https?:\/\//, '') + base.replace(/\/$/, '');
      return code
        .replace('--origin: initial', `--origin: ${JSON.stringify(url)}`)
        .replace('--home: initial', `--home: ${JSON.stringify(home)}`);
    },
  };
}
