import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { addFinding, environmentOf } from '../environment.ts';

/**
 * Resolves the files that a text shows or links to. Files in `public/` get an absolute path. A missing
 * file is replaced by its text, with a warning, so that no page has a dead link.
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

/** Pictures written in Markdown reach the page through Astro's image pipeline. */
function isImported(file: VFile, written: string): boolean {
  const { astro } = file.data as { astro?: { localImagePaths?: string[] } };
  return astro?.localImagePaths?.includes(written) ?? false;
}

/** An address of this site whose last part has an extension; pages have none. */
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
