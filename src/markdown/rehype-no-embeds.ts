import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { addFinding } from './environment.ts';

const embeds = ['iframe', 'img', 'video', 'audio', 'embed', 'object', 'source', 'script', 'link'];

/**
 * No page may ask another host for anything. What a text would load from elsewhere (a picture, a
 * player, a script) becomes a link to it, and a warning.
 */
export const rehypeNoEmbeds: Plugin<[], Root> = function () {
  return (tree, file) => {
    visit(tree, 'element', (element, index, parent) => {
      const address = remoteAddress(element);
      if (address === undefined || !parent || index === undefined) return;
      addFinding(file, {
        code: 'text/remote-embed',
        severity: 'warning',
        message: `<${element.tagName}> would load ${address} from another site`,
        remedy: 'It is shown as a link. Put the file beside the talk to show it on the page.',
        position: {
          line: element.position?.start.line ?? 1,
          column: element.position?.start.column ?? 1,
        },
      });
      const replacement: ElementContent[] =
        element.tagName === 'script' || element.tagName === 'link'
          ? []
          : [asLink(element, address)];
      parent.children.splice(index, 1, ...replacement);
      return [SKIP, index + replacement.length];
    });
  };
};

function remoteAddress(element: Element): string | undefined {
  if (!embeds.includes(element.tagName)) return undefined;
  const { src, data, href } = element.properties;
  const address = element.tagName === 'link' ? href : (src ?? data);
  return typeof address === 'string' && /^(https?:)?\/\//i.test(address) ? address : undefined;
}

function asLink(element: Element, address: string): Element {
  const { alt, title } = element.properties;
  const label = [alt, title].find((text) => typeof text === 'string' && text !== '');
  const host = new URL(address, 'https://example.org').host;
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: address },
    children: [{ type: 'text', value: typeof label === 'string' ? label : `View at ${host}` }],
  };
}
