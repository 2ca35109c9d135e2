import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { decodePath } from '../../model/page/addresses.ts';
import { visit } from '../source/visit.ts';

const imageFile = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/**
 * Turns `<embed>` and `<object>` into frames and images, since the Content-Security-Policy of pages
 * forbids plugins, which these elements can load. Gives each frame a title (WCAG 2.2, 4.1.2).
 */
export const rehypeFrames: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'embed' || element.tagName === 'object') replacePlugin(element);
      const { src } = element.properties;
      if (element.tagName !== 'iframe' || typeof src !== 'string') return;
      element.properties['title'] ??= toTitle(src);
      element.properties['loading'] ??= 'lazy';
    });
  };
};

function replacePlugin(element: Element): void {
  const { properties } = element;
  const address = properties['src'] ?? properties['data'];
  if (typeof address !== 'string' || address === '') return;
  const { width, height, title, id, className, style } = properties;
  const kept = { width, height, title, id, className, style };
  const isImage = imageFile.test(address.replace(/[?#].*$/s, ''));
  element.properties = { src: address };
  for (const [name, value] of Object.entries(kept))
    if (value !== undefined && value !== null) element.properties[name] = value;
  element.tagName = isImage ? 'img' : 'iframe';
  if (isImage) element.properties['alt'] = typeof title === 'string' ? title : '';
  element.children = [];
}

/** Returns the name of the file in a frame. */
function toTitle(address: string): string {
  const path = address.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return decodePath(name) || address;
}
