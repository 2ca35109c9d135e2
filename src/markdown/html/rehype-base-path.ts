import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

const addressAttributes = ['href', 'src', 'poster'] as const;
/** The beginning of a root-relative candidate: a comma alone may belong to a `data:` address. */
const candidate = /(^\s*|\s[\d.]+[wx]\s*,\s*|,\s+)\/(?!\/)/g;

/**
 * Puts the site's base path before root-relative addresses: `/files/x.pdf` → `/sub/files/x.pdf`; in
 * `srcset` before each candidate (HTML Standard, 4.8.4.2.1: an address, then a width or density).
 */
export const rehypeBasePath: Plugin<[{ base: string }], Root> = function ({ base }) {
  const prefix = base.replace(/\/$/, '');
  return (tree) => {
    if (prefix === '') return;
    visit(tree, 'element', ({ properties }: Element) => {
      for (const name of addressAttributes) {
        const value = properties[name];
        if (typeof value === 'string' && /^\/(?!\/)/.test(value)) properties[name] = prefix + value;
      }
      const candidates = properties['srcSet'];
      if (typeof candidates === 'string') {
        properties['srcSet'] = candidates.replace(candidate, `$1${prefix}/`);
      }
    });
  };
};
