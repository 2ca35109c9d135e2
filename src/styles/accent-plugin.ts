import type { Plugin } from 'vite';

/**
 * Returns a Vite plugin that puts the accent of the site into `tokens.css`.
 * @param accent Two CSS colours, for light and for dark pages; without it the file stays as it is.
 */
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
