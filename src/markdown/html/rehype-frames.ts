import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { decodePath } from '../../model/page/addresses.ts';
import { visit } from '../source/visit.ts';

/** Elements that show a file, by its extension. A frame shows files that browsers display as a page. */
const kinds = [
  ['img', /\.(?:png|jpe?g|gif|webp|avif|svg)$/i],
  ['video', /\.(?:mp4|m4v|webm|ogv|mov)$/i],
  ['audio', /\.(?:mp3|m4a|ogg|oga|opus|wav|flac|aac)$/i],
  ['iframe', /\.(?:pdf|html?|xhtml|txt|php)$|(?:^|\/)[^./]*$/i],
] as const;

/**
 * Turns `<embed>` and `<object>` into frames, images and players, and for other files into links, since the
 * Content-Security-Policy of pages forbids plugins, which these elements can load. Gives each frame a title
 * (WCAG 2.2, 4.1.2).
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
  const { properties, children } = element;
  const address = properties['src'] ?? properties['data'];
  if (typeof address !== 'string' || address === '') return;
  const path = address.replace(/[?#].*$/s, '');
  const kind = kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'a';
  const { width, height, title, id, className, style } = properties;
  const kept = { width, height, title, id, className, style };
  element.tagName = kind;
  element.children = [];
  if (kind === 'a') {
    const words = children.filter(hasWords);
    element.properties = { href: address, ...(id !== undefined && { id }) };
    const label = typeof title === 'string' && title !== '' ? title : toTitle(address);
    element.children =
      words.length > 0 && !words.some(containsLink) ? words : [{ type: 'text', value: label }];
    return;
  }
  element.properties = { src: address };
  for (const [name, value] of Object.entries(kept))
    if (value !== undefined && value !== null) element.properties[name] = value;
  if (kind === 'img') element.properties['alt'] = typeof title === 'string' ? title : '';
  if (kind === 'video' || kind === 'audio') element.properties['controls'] = true;
}

function hasWords(node: ElementContent): boolean {
  return toString(node).trim() !== '';
}

function containsLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(containsLink));
}

/** Returns the name of the file in a frame. */
function toTitle(address: string): string {
  const path = address.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return decodePath(name) || address;
}
