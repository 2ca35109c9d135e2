import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/** Marks links whose words are their address, which paper would otherwise show twice. */
export const rehypeBareLinks: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', (element) => {
      const { href, className } = element.properties;
      if (
        element.tagName !== 'a' ||
        typeof href !== 'string' ||
        !isBare(href, toString(element).trim())
      )
        return;
      element.properties['className'] = [...(Array.isArray(className) ? className : []), 'bare'];
    });
  };
};

/** `example.org/notes` is `https://example.org/notes/`. */
function isBare(href: string, words: string): boolean {
  return /^(https?:)?\/\//i.test(href) && plain(href) === plain(words);
}

function plain(address: string): string {
  return address.replace(/^(https?:)?\/\/|\/+$/gi, '').toLowerCase();
}
