import type { Plugin } from 'vite';

/** Puts the site's own accent into `tokens.css`: first for paper, then for ink turned inside out. */
export function accentPlugin(accent: { light: string; dark: string } | undefined): Plugin {
  return {
    name: 'lectern-accent',
    enforce: 'pre',
    transform(code, id) {
      if (!accent || !/[\\/]tokens\.css(\?|$)/.test(id)) return undefined;
      return code.replace(
        /--accent: light-dark\([^)]*\)/,
        `--accent: light-dark(${accent.light}, ${accent.dark})`,
      );
    },
  };
}
