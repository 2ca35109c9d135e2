import type { Plugin } from 'vite';

/**
 * Keeps only the WOFF2 fonts of KaTeX's style sheet: every browser that can show the site reads
 * them, and the other two formats would be two thirds of what is published.
 */
export function katexWoff2(): Plugin {
  return {
    name: 'lectern-katex-woff2',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]katex\.min\.css(\?|$)/.test(id) || !code.includes('@font-face')) return undefined;
      return code.replace(/,url\([^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '');
    },
  };
}
