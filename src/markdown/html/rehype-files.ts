import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { addFinding, environmentOf, type Environment } from '../source/environment.ts';

/**
 * Resolves the files that a text shows or links to. Files in `public/` get a root-relative address.
 * Replaces a missing file with its text, with a warning, so that no page has a dead link.
 */
export const rehypeLocalFiles: Plugin<[], Root> = function () {
  return (tree, file) => {
    const environment = environmentOf(file);
    const { findFile } = environment;
    if (!findFile) return;
    visit(tree, 'element', (element, index, parent) => {
      const attribute = { a: 'href', img: 'src' }[element.tagName];
      const written = attribute && element.properties[attribute];
      if (!attribute || typeof written !== 'string' || !namesFile(written)) return;
      const found = findFile(written);
      if (found?.place === 'bundle' && !isImported(file, written)) {
        (environment.usedFiles ??= []).push(found.path);
      }
      if (found?.place === 'public') element.properties[attribute] = rooted(written);
      if (found?.named !== undefined) element.properties[attribute] = found.named;
      if (found || !parent || index === undefined) return;
      addFinding(file, missing(element, written));
      const words = element.tagName === 'img' ? String(element.properties['alt'] ?? '') : '';
      const rest: ElementContent[] =
        element.tagName === 'a' ? element.children : [{ type: 'text', value: words }];
      parent.children.splice(index, 1, ...rest);
      return [SKIP, index + rest.length];
    });
  };
};

/** Astro's image pipeline publishes the images of Markdown syntax. */
function isImported(file: VFile, written: string): boolean {
  const { astro } = file.data as { astro?: { localImagePaths?: string[] } };
  return astro?.localImagePaths?.includes(written) ?? false;
}

/**
 * Returns true for an address within this site whose last part has an extension: pages have none.
 */
function namesFile(address: string): boolean {
  if (/^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address)) return false;
  return /\.[a-z0-9]{2,5}$/i.test(address.replace(/[?#].*$/s, ''));
}

function rooted(address: string): string {
  return `/${address.replace(/^(\.?\/)+/, '')}`;
}

function missing(element: Element, written: string) {
  const { line = 1, column = 1 } = element.position?.start ?? {};
  const [isNotUsed, it] = element.tagName === 'img' ? ['shown', 'image'] : ['linked', 'link'];
  return {
    code: 'text/missing-file',
    severity: 'warning' as const,
    message: `"${written}" is neither next to this file nor in public/, so it is not ${isNotUsed}`,
    remedy: `Add the file, or delete the ${it}.`,
    position: { line, column },
  };
}

/** An address, then a width or a density (HTML Standard, 4.8.4.2.1). */
const candidate = /([^\s,][^\s]*[^\s,])(\s+[\d.]+[wx])?\s*(?:,|$)/g;

/**
 * Resolves the files in `srcset` attributes. Files in `public/` get a root-relative address.
 * Removes missing files without a finding, because the image has its `src`.
 */
export const rehypeSrcset: Plugin<[], Root> = function () {
  return (tree, file) => {
    const environment = environmentOf(file);
    if (!environment.findFile) return;
    visit(tree, 'element', ({ properties }: Element) => {
      const written = properties['srcSet'];
      if (typeof written !== 'string') return;
      const kept = [...written.matchAll(candidate)].flatMap(([, address = '', descriptor = '']) => {
        const found = resolveCandidate(address, environment);
        return found === undefined ? [] : found + descriptor;
      });
      if (kept.length > 0) properties['srcSet'] = kept.join(', ');
      else delete properties['srcSet'];
    });
  };
};

function resolveCandidate(address: string, environment: Environment): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return address;
  const found = environment.findFile?.(address);
  if (found?.place === 'bundle') (environment.usedFiles ??= []).push(found.path);
  if (found?.named !== undefined) return found.named;
  return found?.place === 'public' ? rooted(address) : found && address;
}
