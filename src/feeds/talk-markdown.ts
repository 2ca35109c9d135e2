import type { Delivery } from '../model/talk/delivery.ts';
import type { TalkLink } from '../model/link.ts';
import type { Site } from '../model/site/site.ts';
import type { Talk } from '../model/talk/talk.ts';
import { formatWhen } from '../model/talk/when-text.ts';
import { toMarkdownLink, toMarkdownText } from './markdown-text.ts';

/** The long texts of a talk as Markdown whose addresses are absolute. */
export interface TalkMarkdown {
  abstract?: string;
  body?: string;
  /** The address of its picture, with its host. */
  picture?: string;
}

/** A talk as one Markdown file for those who read no pages: what, who, where and when, then its texts. */
export function toTalkMarkdown(site: Site, talk: Talk, texts: TalkMarkdown): string {
  const { abstract, body, picture } = texts;
  const page = site.absolute(talk.href);
  const tags = talk.tags.map(({ name }) => toMarkdownText(name)).join(', ');
  const facts = [
    `- Given by: ${talk.speakers.map(toMarkdownText).join(', ')}`,
    ...talk.deliveries.map((delivery) => `- Given at: ${toHeld(site, page, delivery)}`),
    ...(talk.links.length > 0 ? [`- Links: ${toLinks(talk.links, page)}`] : []),
    ...(tags ? [`- Tags: ${tags}`] : []),
    `- Web page: <${page}>`,
  ];
  const parts = [
    `# ${toMarkdownText(talk.title.text)}`,
    talk.subtitle && `*${toMarkdownText(talk.subtitle.text)}*`,
    facts.join('\n'),
    talk.summary && toMarkdownText(talk.summary.text),
    picture && `!${toMarkdownLink(talk.picture?.alt || 'Image', picture)}`,
    talk.picture?.caption && picture && toMarkdownText(talk.picture.caption.text),
    abstract && `## Abstract\n\n${abstract}`,
    body,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** `Winter School, Oslo, Norway, 3 March 2027, online at <…>, cancelled. The first half only. [Slides](…)` */
function toHeld(site: Site, page: string, delivery: Delivery): string {
  const { event, place, when, online, status, note, links } = delivery;
  const name =
    event?.href === undefined
      ? event && toMarkdownText(event.name.text)
      : toMarkdownLink(event.name.text, new URL(event.href, page).href);
  const held = [
    name,
    place && toMarkdownText(place.full.text),
    toMarkdownText(formatWhen(when, site.language)),
    typeof online === 'string' ? toMarkdownLink('online', online) : online && 'online',
    status !== 'scheduled' && status,
  ];
  const more = [note && toMarkdownText(note.text).replace(/\.$/, ''), toLinks(links, page)].filter(
    Boolean,
  );
  return [held.filter(Boolean).join(', '), ...more].join('. ');
}

function toLinks(links: readonly TalkLink[], page: string): string {
  return links.map(({ label, href }) => toMarkdownLink(label, new URL(href, page).href)).join(', ');
}
