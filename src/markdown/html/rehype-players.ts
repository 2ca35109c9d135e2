import type { Element, Parents, Root } from 'hast';
import type { Plugin } from 'unified';
import { toPlayableVideo, type PlayableVideo } from '../../model/talk/playable-video.ts';
import { visit } from 'unist-util-visit';

/**
 * The link to a video that stands for a player, in a paragraph of its own, keeps the address of that
 * player for `client/player.ts`. Where no script runs, in feeds too, it is a link and no more.
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

/** Elements in which a paragraph may stand. */
const holders = ['div', 'figure', 'section', 'article', 'blockquote', 'li', 'center', 'td', 'dd'];
/** What the hosts write as the title of their frames, which says nothing about the video. */
const unsaid = /^(youtube|vimeo)( video)?( player)?$/i;

/** What stands in place of the frame of a video: its link, in a paragraph where one may stand. */
export function inPlaceOfFrame(
  { href, host }: PlayableVideo,
  { properties: { title } }: Element,
  parent: Parents,
): Element {
  const said = typeof title === 'string' && title !== '' && !unsaid.test(title);
  const link: Element = {
    ...{ type: 'element', tagName: 'a', properties: { href } },
    children: [{ type: 'text', value: said ? title : `Watch on ${host}` }],
  };
  const alone = parent.children.every((child) => child.type !== 'element' || isFrame(child));
  if (parent.type === 'element' && !holders.includes(parent.tagName)) return link;
  // Themes keep the shape of a frame by a box without height, which a link must not stand in.
  if (parent.type === 'element' && alone) delete parent.properties['style'];
  return {
    ...{ type: 'element', tagName: 'p', properties: { className: ['embed'] } },
    children: [link],
  };
}

/** Whether a video in rendered HTML waits to be played. */
export function holdsPlayer(html: string): boolean {
  return html.includes(' data-player="');
}

function isFrame({ tagName }: Element): boolean {
  return tagName === 'iframe';
}

function hasClass(className: unknown, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
