import type { Delivery } from '../model/talk/delivery.ts';
import type { PageLink } from '../model/page/link.ts';
import type { Site } from '../model/site/site.ts';
import type { Talk } from '../model/talk/talk.ts';
import { formatWhen } from '../model/page/format-when.ts';
import { toMarkdownLink, toMarkdownText } from './text/markdown-text.ts';

/** The long texts of a talk as Markdown with absolute addresses. */
interface TalkMarkdown {
  abstract?: string;
  body?: string;
  /** The absolute address of the image. */
  image?: string;
}

/** Returns a talk as a Markdown file for programs: title, speakers, deliveries and links, then the texts. */
export function toTalkMarkdown(site: Site, talk: Talk, texts: TalkMarkdown): string {
  const { abstract, body, image } = texts;
  const page = site.absolute(talk.href);
  const tags = talk.tags.map(({ name }) => toMarkdownText(name)).join(', ');
  const lines = [
    `- Given by: ${talk.speakers.map(toMarkdownText).join(', ')}`,
    ...talk.deliveries.map((delivery) => `- Given at: ${toDeliveryLine(site, page, delivery)}`),
    ...(talk.links.length > 0 ? [`- Links: ${formatLinks(talk.links, page)}`] : []),
    ...(tags ? [`- Tags: ${tags}`] : []),
    `- Web page: <${page}>`,
  ];
  const parts = [
    `# ${toMarkdownText(talk.title.text)}`,
    talk.subtitle && `*${toMarkdownText(talk.subtitle.text)}*`,
    lines.join('\n'),
    talk.summary && toMarkdownText(talk.summary.text),
    image && `!${toMarkdownLink(talk.image?.alt || 'Image', image)}`,
    talk.image?.caption && image && toMarkdownText(talk.image.caption.text),
    abstract && `## Abstract\n\n${abstract}`,
    body,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** `Winter School, Oslo, Norway, 3 March 2027, online at <…>, cancelled. The first half only. [Slides](…)` */
function toDeliveryLine(site: Site, page: string, delivery: Delivery): string {
  const { event, place, when, online, status, note, links } = delivery;
  const name =
    event?.href === undefined
      ? event && toMarkdownText(event.name.text)
      : toMarkdownLink(event.name.text, new URL(event.href, page).href);
  const lineParts = [
    name,
    place && toMarkdownText(place.full.text),
    toMarkdownText(formatWhen(when, site.language)),
    typeof online === 'string' ? toMarkdownLink('online', online) : online && 'online',
    status !== 'scheduled' && status,
  ];
  const details = [
    note && toMarkdownText(note.text).replace(/\.$/, ''),
    formatLinks(links, page),
  ].filter(Boolean);
  return [lineParts.filter(Boolean).join(', '), ...details].join('. ');
}

function formatLinks(links: readonly PageLink[], page: string): string {
  return links.map(({ label, href }) => toMarkdownLink(label, new URL(href, page).href)).join(', ');
}
