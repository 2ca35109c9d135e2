import type { Definition, Root } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { getMarkdownContext, type MarkdownContext } from '../source/markdown-context.ts';
import { visit } from '../source/visit.ts';

/**
 * Lists the images of a text as Astro's `remarkCollectImages` does: Astro publishes these images by its image
 * pipeline, and not under their own names. Loading Astro's package for its plugin would take a fifth of the
 * time of a check.
 */
export const remarkLocalImages: Plugin<[], Root> = function () {
  return (tree, file) => {
    if (typeof file.path !== 'string') return;
    const { findFile } = getMarkdownContext(file);
    const respell = (url: string) => respellAddress(url, findFile);
    const definitions = new Map<string, string>();
    visit(tree, 'definition', (definition: Definition) => {
      definition.url = respell(definition.url);
      const { identifier, url } = definition;
      const key = identifier.toUpperCase();
      if (!definitions.has(key)) definitions.set(key, url);
    });
    const paths = new Set<string>();
    visit(tree, (node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      if (node.type === 'image') node.url = respell(node.url);
      const url = node.type === 'image' ? node.url : definitions.get(node.identifier.toUpperCase());
      const path = decodeURI(url ?? '');
      if (path !== '' && !path.startsWith('/') && !URL.canParse(path)) paths.add(path);
    });
    const data = file.data as { astro?: { localImagePaths?: string[] } };
    (data.astro ??= {}).localImagePaths = [...paths];
  };
};

/**
 * Returns the address of a file next to the page in the spelling that the file system has: Astro finds no image whose
 * name has the same accents in another Unicode normalisation form.
 */
function respellAddress(url: string, findFile: MarkdownContext['findFile']): string {
  if (!/[^\x20-\x7e]|%[89a-f]/i.test(url) || /^([a-z][a-z0-9+.-]*:|\/|#)/i.test(url)) return url;
  const found = findFile?.(url);
  return found?.place === 'bundle' ? (found.address ?? url) : url;
}

/** Returns the images that `remarkLocalImages` has listed, without those that plugins have removed. */
export function getLocalImages(file: VFile): string[] {
  return (file.data as { astro?: { localImagePaths?: string[] } }).astro?.localImagePaths ?? [];
}
