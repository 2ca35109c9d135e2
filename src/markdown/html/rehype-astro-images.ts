import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from '../source/visit.ts';

/**
 * Marks the images that Astro publishes, exactly as `rehypeImages` of Astro's Markdown processor does: Astro
 * replaces the attribute `__ASTRO_IMAGE_` when it prints the HTML of an entry. That plugin is not exported.
 */
export const rehypeAstroImages: Plugin<[], Root> = function () {
  return (tree, file) => {
    const { localImagePaths = [] } =
      (file.data as { astro?: { localImagePaths?: string[] } }).astro ?? {};
    if (localImagePaths.length === 0) return;
    const counts = new Map<string, number>();
    visit(tree, 'element', (element) => {
      const { src: address } = element.properties;
      if (element.tagName !== 'img' || typeof address !== 'string') return;
      const src = decodeURI(address);
      if (!localImagePaths.includes(src)) return;
      const index = counts.get(address) ?? 0;
      counts.set(address, index + 1);
      const { className, htmlFor, ...properties } = { ...element.properties, src };
      element.properties = {
        ...(className !== undefined && { className }),
        ...(htmlFor !== undefined && { htmlFor }),
        __ASTRO_IMAGE_: JSON.stringify({ ...properties, index }),
      };
    });
  };
};
