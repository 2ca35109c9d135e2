import type { Element, ElementContent, Parents, Root } from 'hast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { toPlayableVideo } from '../../model/talk/playable-video.ts';
import { addFinding, type TextFinding } from '../environment.ts';
import { inPlaceOfFrame } from './rehype-players.ts';

const embeds = ['iframe', 'img', 'embed', 'object', 'source', 'script', 'link', 'style'];
const players = ['video', 'audio'];
const unseen = ['script', 'link', 'style'];
/** Attributes besides an element's own address from which a browser loads something. */
const loading = ['poster', 'srcSet', 'style', 'background'] as const;

/**
 * Pages must not load anything from other hosts. Whatever a text would load from elsewhere (an image, a
 * player, a script) is replaced by a link or removed, with a warning. The frame of a video is replaced
 * by a player that loads the video on request, without a warning.
 */
export const rehypeNoEmbeds: Plugin<[], Root> = function () {
  return (tree, file) => {
    const linked = new Set<Element>();
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName === 'a') visit(element, 'element', (inner) => void linked.add(inner));
      const address = remoteAddress(element);
      if (address === undefined || !parent || index === undefined) {
        takeOutRemote(element, file);
        return undefined;
      }
      const video = element.tagName === 'iframe' ? toPlayableVideo(address) : undefined;
      if (video) {
        parent.children.splice(index, 1, inPlaceOfFrame(video, element, parent as Parents));
        return [SKIP, index + 1];
      }
      const replacement = inPlaceOf(element, address, linked.has(element));
      const [shown] = replacement;
      const instead = shown?.type === 'text' ? 'only its text is shown' : 'it is shown as a link';
      addFinding(file, remoteEmbed(element, address, shown ? instead : 'it is left out'));
      parent.children.splice(index, 1, ...replacement);
      return [SKIP, index + replacement.length];
    });
  };
};

function remoteAddress(element: Element): string | undefined {
  if (element.tagName === 'style') return remoteIn(rulesOf(element));
  if (!embeds.includes(element.tagName) && !players.includes(element.tagName)) return undefined;
  const { src, data, href } = element.properties;
  const own = remoteIn(element.tagName === 'link' ? href : (src ?? data), '^');
  if (own !== undefined || !players.includes(element.tagName)) return own;
  const sources = element.children.flatMap((child) => (child.type === 'element' ? child : []));
  return sources.map(remoteAddress).find((address) => address !== undefined);
}

function rulesOf({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

/** The first address of another host in a value or style sheet. */
function remoteIn(text: unknown, before = '(?:^|[\\s,(\'"])'): string | undefined {
  if (typeof text !== 'string') return undefined;
  return new RegExp(`${before}((?:https?:)?//[^\\s,)'"]+)`, 'i').exec(text)?.[1];
}

function takeOutRemote(element: Element, file: VFile): void {
  for (const name of loading) {
    const address = remoteIn(element.properties[name]);
    if (address === undefined) continue;
    delete element.properties[name];
    addFinding(file, remoteEmbed(element, address, 'it is left out'));
  }
}

function remoteEmbed(element: Element, address: string, instead: string): TextFinding {
  const { line = 1, column = 1 } = element.position?.start ?? {};
  return {
    code: 'text/remote-embed',
    severity: 'warning',
    message: `<${element.tagName}> would load ${address} from another site, so ${instead}`,
    remedy: 'To use it on the page, put the file next to this one.',
    position: { line, column },
  };
}

/** A link to it; its words where it stands in a link already; nothing where nothing would be seen. */
function inPlaceOf(element: Element, address: string, isLinked: boolean): ElementContent[] {
  if (unseen.includes(element.tagName)) return [];
  const { alt, title } = element.properties;
  const label = [alt, title].find((text) => typeof text === 'string' && text !== '');
  const host = new URL(address, 'https://example.org').host;
  const words = {
    type: 'text' as const,
    value: typeof label === 'string' ? label : `View on ${host}`,
  };
  if (isLinked) return [words];
  return [{ type: 'element', tagName: 'a', properties: { href: address }, children: [words] }];
}
