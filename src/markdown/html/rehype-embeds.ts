import type { Element, ElementContent, Parents, Root } from 'hast';
import type { Plugin } from 'unified';
import { SKIP } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { toPlayableVideo, type PlayableVideo } from '../../model/page/playable-video.ts';
import { addFinding, type TextFinding } from '../source/markdown-context.ts';
import { visit } from '../source/visit.ts';

const embedElements = ['iframe', 'img', 'embed', 'object', 'source', 'script', 'link', 'style'];
const playerElements = ['video', 'audio'];
const invisibleElements = ['script', 'link', 'style'];
/** Attributes besides an element's own address from which a browser loads something. */
const loadingAttributes = ['poster', 'srcSet', 'style', 'background'] as const;

/**
 * Replaces everything that a text would load from other hosts (images, players, scripts) with a
 * link or removes it, with a warning: pages send no requests to other hosts. Replaces the frame of
 * a video with a link that `rehypePlayers` makes a player, without a warning.
 */
export const rehypeNoEmbeds: Plugin<[], Root> = function () {
  return (tree, file) => {
    const linked = new Set<Element>();
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName === 'a') visit(element, 'element', (inner) => void linked.add(inner));
      const address = findRemoteAddress(element);
      if (address === undefined || !parent || index === undefined) {
        removeRemoteAttributes(element, file);
        return undefined;
      }
      const video = element.tagName === 'iframe' ? toPlayableVideo(address) : undefined;
      if (video) {
        parent.children.splice(index, 1, linkToVideo(video, element, parent as Parents));
        return [SKIP, index + 1];
      }
      const replacement = toReplacement(element, address, linked.has(element));
      const [firstNode] = replacement;
      const textOrLink =
        firstNode?.type === 'text' ? 'only its text is shown' : 'it is shown as a link';
      addFinding(
        file,
        toRemoteEmbedFinding(element, address, firstNode ? textOrLink : 'it is left out'),
      );
      parent.children.splice(index, 1, ...replacement);
      return [SKIP, index + replacement.length];
    });
  };
};

function findRemoteAddress(element: Element): string | undefined {
  if (element.tagName === 'style') return findRemoteUrl(toStyleRules(element));
  if (!embedElements.includes(element.tagName) && !playerElements.includes(element.tagName))
    return undefined;
  const { src, data, href } = element.properties;
  const address = findRemoteUrl(element.tagName === 'link' ? href : (src ?? data), '^');
  if (address !== undefined || !playerElements.includes(element.tagName)) return address;
  const sources = element.children.flatMap((child) => (child.type === 'element' ? child : []));
  return sources.map(findRemoteAddress).find((address) => address !== undefined);
}

function toStyleRules({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

/** Returns the first address of another host in an attribute or style sheet. */
function findRemoteUrl(text: unknown, before = '(?:^|[\\s,(\'"])'): string | undefined {
  if (typeof text !== 'string') return undefined;
  return new RegExp(`${before}((?:https?:)?//[^\\s,)'"]+)`, 'i').exec(text)?.[1];
}

function removeRemoteAttributes(element: Element, file: VFile): void {
  for (const name of loadingAttributes) {
    const address = findRemoteUrl(element.properties[name]);
    if (address === undefined) continue;
    delete element.properties[name];
    addFinding(file, toRemoteEmbedFinding(element, address, 'it is left out'));
  }
}

function toRemoteEmbedFinding(element: Element, address: string, consequence: string): TextFinding {
  const { line = 1, column = 1 } = element.position?.start ?? {};
  return {
    code: 'text/remote-embed',
    message: `<${element.tagName}> would load ${address} from another site, so ${consequence}`,
    remedy: 'To use it on the page, put the file next to this one.',
    position: { line, column },
  };
}

/** Returns a link; only its text inside another link; nothing for an element that shows nothing. */
function toReplacement(element: Element, address: string, isLinked: boolean): ElementContent[] {
  if (invisibleElements.includes(element.tagName)) return [];
  const { alt, title } = element.properties;
  const label = [alt, title].find((value) => typeof value === 'string' && value !== '');
  const host = new URL(address, 'https://example.org').host;
  const text = {
    type: 'text' as const,
    value: typeof label === 'string' ? label : `View on ${host}`,
  };
  if (isLinked) return [text];
  return [{ type: 'element', tagName: 'a', properties: { href: address }, children: [text] }];
}

/**
 * Marks each link to a video that is alone in its paragraph, with the address of the player, for
 * `client/player.ts`. Without scripts, and in feeds, it stays a link.
 */
export const rehypePlayers: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', (paragraph) => {
      const { tagName, properties, children } = paragraph;
      const [link, ...others] = children;
      if (tagName !== 'p' || !hasClass(properties['className'], 'embed')) return;
      if (others.length > 0 || link?.type !== 'element' || link.tagName !== 'a') return;
      const { href } = link.properties;
      const video = typeof href === 'string' ? toPlayableVideo(href) : undefined;
      if (!video) return;
      properties['className'] = ['embed', 'player'];
      properties['dataHost'] = video.host.toLowerCase();
      link.properties['href'] = video.href;
      link.properties['dataPlayer'] = video.player;
    });
  };
};

/** Elements that may contain a paragraph. */
const paragraphParents = [
  'div',
  'figure',
  'section',
  'article',
  'blockquote',
  'li',
  'center',
  'td',
  'dd',
];
/** Default titles of frames, which say nothing about the video. */
const defaultTitle = /^(youtube|vimeo)( video)?( player)?$/i;

/** Returns the link that replaces the frame of a video, in a paragraph where HTML allows one. */
function linkToVideo(
  { href, host }: PlayableVideo,
  { properties: { title } }: Element,
  parent: Parents,
): Element {
  const hasTitle = typeof title === 'string' && title !== '' && !defaultTitle.test(title);
  const link: Element = {
    ...{ type: 'element', tagName: 'a', properties: { href } },
    children: [{ type: 'text', value: hasTitle ? title : `Watch on ${host}` }],
  };
  const isAlone = parent.children.every((child) => child.type !== 'element' || isFrame(child));
  if (parent.type === 'element' && !paragraphParents.includes(parent.tagName)) return link;
  // Themes wrap a frame in a box without height, which would hide the link.
  if (parent.type === 'element' && isAlone) delete parent.properties['style'];
  return {
    ...{ type: 'element', tagName: 'p', properties: { className: ['embed'] } },
    children: [link],
  };
}

/** Returns whether rendered HTML contains a video player. */
export function containsPlayer(html: string): boolean {
  return html.includes(' data-player="');
}

function isFrame({ tagName }: Element): boolean {
  return tagName === 'iframe';
}

function hasClass(className: unknown, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
