import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { environmentOf, type Environment } from '../environment.ts';
import { visit } from 'unist-util-visit';

/** An address, then a width or a density (HTML Standard, 4.8.4.2.1). */
const candidate = /([^\s,][^\s]*[^\s,])(\s+[\d.]+[wx])?\s*(?:,|$)/g;

/**
 * The candidates of a `srcset` that are files of the site: those of the bundle are published, those in
 * `public/` get their address from the root, those that are nowhere are left out without a word, for
 * the picture has its `src`.
 */
export const rehypeSrcset: Plugin<[], Root> = function () {
  return (tree, file) => {
    const environment = environmentOf(file);
    if (!environment.findFile) return;
    visit(tree, 'element', ({ properties }: Element) => {
      const written = properties['srcSet'];
      if (typeof written !== 'string') return;
      const kept = [...written.matchAll(candidate)].flatMap(([, address = '', descriptor = '']) => {
        const found = resolve(address, environment);
        return found === undefined ? [] : found + descriptor;
      });
      if (kept.length > 0) properties['srcSet'] = kept.join(', ');
      else delete properties['srcSet'];
    });
  };
};

function resolve(address: string, environment: Environment): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return address;
  const found = environment.findFile?.(address);
  if (found?.place === 'bundle') (environment.usedFiles ??= []).push(found.path);
  if (found?.named !== undefined) return found.named;
  return found?.place === 'public' ? `/${address.replace(/^(\.?\/)+/, '')}` : found && address;
}
