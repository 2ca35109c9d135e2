import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from './visit.ts';

const addressAttributes = ['href', 'src', 'poster'] as const;

/** Puts the site's base path before root-relative addresses: `/files/x.pdf` → `/sub/files/x.pdf`. */
export const rehypeBasePath: Plugin<[{ base: string }], Root> = function ({ base }) {
  const prefix = base.replace(/\/$/, '');
  return (tree) => {
    if (prefix === '') return;
    visit(tree, 'element', (element: Element) => {
      for (const name of addressAttributes) {
        const value = element.properties[name];
        if (typeof value === 'string' && /^\/(?!\/)/.test(value)) {
          element.properties[name] = prefix + value;
        }
      }
    });
  };
};
