import type { Element, ElementContent, Parents, Root } from 'hast';
import type { Plugin } from 'unified';
import { SKIP } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { toPlayableVideo, type PlayableVideo } from '../../model/page/playable-video.ts';
import { addFinding, type TextFinding } from '../source/markdown-context.ts';
import { visit } from '../source/visit.ts';

/** Elements in a drawing, where no link can replace them. */
const svgElements = ['image', 'feImage', 'use'];
const embedElements = [
  ...['iframe', 'img', 'embed', 'object', 'source', 'track', 'script', 'link'],
  ...svgElements,
];
const playerElements = ['video', 'audio'];
const invisibleElements = ['script', 'link', 'track', ...svgElements];
/** Attributes besides an element's own address from which a browser, or reveal.js, loads something. */
const loadingAttributes =
  /^(?:poster|srcSet|style|background|data(?:Src(?:set)?|Background.*|Preview.*))$/;

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
      const slides = parent && linkToSlides(element, parent as Parents);
      if (slides && index !== undefined) {
        parent.children.splice(index, 1, slides);
        return [SKIP, index + 1];
      }
      const address = findRemoteAddress(element);
      if (address === undefined || !parent || index === undefined) {
        removeRemoteAttributes(element, file);
        reportRemoteForm(element, file);
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

/** Returns a link to slides on Speaker Deck, for the script that would load them. */
function linkToSlides({ tagName, properties }: Element, parent: Parents): Element | undefined {
  const { className, dataId } = properties;
  if (tagName !== 'script' || !hasClass(className, 'speakerdeck-embed')) return undefined;
  if (typeof dataId !== 'string' || !/^\w+$/.test(dataId)) return undefined;
  const link: Element = {
    ...{ type: 'element', tagName: 'a' },
    properties: { href: `https://speakerdeck.com/player/${dataId}` },
    children: [{ type: 'text', value: 'Open the slides on Speaker Deck' }],
  };
  return toEmbedParagraph(link, parent);
}

/** Puts a link into a paragraph of its own, where HTML allows one. */
function toEmbedParagraph(link: Element, parent: Parents): Element {
  if (parent.type === 'element' && !paragraphParents.includes(parent.tagName)) return link;
  return {
    ...{ type: 'element', tagName: 'p', properties: { className: ['embed'] } },
    children: [link],
  };
}

function findRemoteAddress(element: Element): string | undefined {
  const { tagName, children } = element;
  const address = toRemoteAddress(findOwnAddress(element));
  if (address !== undefined || !playerElements.includes(tagName)) return address;
  const sources = children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  );
  return sources.map(findRemoteAddress).find((address) => address !== undefined);
}

/** Returns the address that an element loads. */
function findOwnAddress({ tagName, properties }: Element): unknown {
  const { src, data, href, rel } = properties;
  if (svgElements.includes(tagName)) return href;
  // Without a relation, a link only names an address.
  if (tagName === 'link') return rel ? href : undefined;
  // A script in a drawing has a reference.
  if (tagName === 'script') return src ?? href;
  const isLoading = embedElements.includes(tagName) || playerElements.includes(tagName);
  return isLoading ? (src ?? data) : undefined;
}

/** Returns the first address of another host in the value of an attribute. */
function findRemoteUrl(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  return /(?:^|[\s,('"])((?:https?:)?\/\/[^\s,)'"]+)/i.exec(text)?.[1];
}

/**
 * Returns an address if it is one of another host. As browsers do, ignores line breaks and tabs in it, and takes
 * a backslash for a slash (URL Standard, 4.4).
 */
function toRemoteAddress(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const address = value.replace(/[\t\n\r]/g, '').trim();
  return /^(?:https?:|[\\/]{2})/i.test(address) ? address : undefined;
}

function removeRemoteAttributes(element: Element, file: VFile): void {
  const { tagName, properties } = element;
  for (const [name, value] of Object.entries(properties)) {
    const address = findLoaded(element, name, value);
    if (address === undefined) continue;
    delete properties[name];
    const isButton = tagName === 'input' && name === 'src';
    if (isButton) properties['type'] = 'submit';
    if (isButton && typeof properties['alt'] === 'string')
      properties['value'] ??= properties['alt'];
    addFinding(file, toRemoteEmbedFinding(element, address, describeRest(tagName, name)));
  }
}

/** Returns what is left of an element without an attribute. */
function describeRest(tagName: string, attribute: string): string {
  if (tagName === 'input' && attribute === 'src') return 'it is shown as a button';
  return attribute === 'dataPreviewLink' ? 'it is a link without a preview' : 'it is left out';
}

/** Returns the address on another host that a browser would load for an attribute. */
function findLoaded(element: Element, name: string, value: unknown): string | undefined {
  const { tagName, properties } = element;
  if (tagName === 'input' && name === 'src') return toRemoteAddress(value);
  // reveal.js shows the target of such a link in a frame.
  if (name === 'dataPreviewLink')
    return toRemoteAddress(value) ?? toRemoteAddress(properties['href']);
  if (loadingAttributes.test(name)) return findRemoteUrl(value);
  // Attributes of SVG, such as fill, that are properties of CSS.
  const isPaint = typeof value === 'string' && /\burl\s*\(/i.test(value) && !isText.test(name);
  return isPaint ? findRemoteUrl(value) : undefined;
}

/** Attributes that are shown, or are addresses of links. */
const isText = /^(?:alt|title|href|src|content|value|placeholder|label|ariaLabel)$/;

/** Reports a form that the security policy of pages does not let a browser send. */
function reportRemoteForm({ tagName, properties, position }: Element, file: VFile): void {
  const action = tagName === 'form' ? properties['action'] : properties['formAction'];
  if (typeof action !== 'string') return;
  if (!toRemoteAddress(action) && !/^\s*mailto:/i.test(action)) return;
  const { line = 1, column = 1 } = position?.start ?? {};
  addFinding(file, {
    code: 'text/remote-form',
    message: `<${tagName}> would send data to ${action.trim()}, which the security policy of the site blocks`,
    remedy: 'Link to a form on the other site, or to an email address.',
    position: { line, column },
  });
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
  const shown = toEmbedParagraph(link, parent);
  // Themes wrap a frame in a box without height, which would hide the link.
  if (shown !== link && parent.type === 'element' && isAlone) delete parent.properties['style'];
  return shown;
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
