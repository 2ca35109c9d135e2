import type { Plugin } from 'vite';

/**
 * Tells `print.css` where the site is published, so that paper can spell links within the site
 * without a page being any longer. Without a url nothing is put in, and nothing is spelled.
 * @param site `url` is an origin, `base` a path without a slash at its end, or `/`.
 */
export function printedAddresses({
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
