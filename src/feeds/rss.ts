import type { RSSFeedItem, RSSOptions } from '@astrojs/rss';
import type { TalkLink } from '../model/link.ts';
import { compareText } from '../model/order.ts';
import type { Site } from '../model/site.ts';
import type { Talk } from '../model/talk.ts';
import { isOver, startInstant } from '../model/when.ts';
import { formatWhen } from '../model/when-text.ts';
import { toFeedHtml } from './feed-html.ts';

const mostItems = 25;

/**
 * The talks as an RSS 2.0 channel for `@astrojs/rss`: newest announced first, 25 at most.
 * @param now Milliseconds since 1970. No item is dated later.
 */
export function toRss(site: Site, talks: readonly Talk[], now: number): RSSOptions {
  const dated = talks
    .filter((talk) => !talk.private)
    .map((talk) => ({ talk, published: publishedAt(talk, now) }));
  dated.sort(
    (a, b) =>
      (b.published ?? Infinity) - (a.published ?? Infinity) ||
      firstStart(b.talk) - firstStart(a.talk) ||
      compareText(a.talk.slug, b.talk.slug),
  );
  const self = site.absolute(site.addresses.rss);
  return {
    title: xmlText(site.feed.title),
    description: xmlText(site.feed.description),
    site: site.absolute(site.addresses.home),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      `<language>${site.language.toLowerCase()}</language>`,
      `<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: dated.slice(0, mostItems).map(({ talk, published }) => toItem(site, talk, published)),
  };
}

/**
 * The day a talk was announced. Without one written: its own day once that is past; a talk still
 * to come has none, and stands first as the newest.
 */
function publishedAt(talk: Talk, now: number): number | undefined {
  const begun = talk.deliveries.some(({ when }) => isOver(when, now));
  const written = talk.published ?? (begun ? firstStart(talk) : undefined);
  return written !== undefined && written <= now ? written : undefined;
}

function firstStart({ deliveries }: Talk): number {
  return Math.min(...deliveries.map(({ when }) => startInstant(when)));
}

function toItem(site: Site, talk: Talk, published: number | undefined): RSSFeedItem {
  const enclosure = enclosureOf(site, talk.links);
  const intro = talk.deliveries
    .map(({ event, place, when }) => [
      event?.name.text,
      place?.full.text,
      formatWhen(when, site.language),
    ])
    .map((held) => held.filter(Boolean).join(', '))
    .join('; ');
  const html = [`<p>${escapeXml(intro)}</p>`, talk.abstract?.html ?? talk.summary?.html ?? ''];
  const absolute = (href: string) => new URL(href, site.absolute(talk.href)).href;
  return {
    title: xmlText(talk.title.text),
    link: site.absolute(talk.href),
    description: xmlText(talk.summary?.text ?? intro),
    content: xmlText(toFeedHtml(html.join('\n'), absolute)),
    categories: talk.tags.map(({ name }) => xmlText(name)),
    ...(published !== undefined && { pubDate: new Date(published) }),
    ...(enclosure && { enclosure }),
  };
}

/** The slides, when they are a file of this site: a reader may fetch them with the item. */
function enclosureOf(site: Site, links: readonly TalkLink[]) {
  const slides = links.find(({ kind, file }) => kind === 'slides' && file);
  if (!slides?.file) return undefined;
  return {
    url: site.absolute(slides.href),
    length: slides.file.bytes,
    type: mediaType(slides.href),
  };
}

const mediaTypes: Record<string, string> = {
  html: 'text/html',
  key: 'application/vnd.apple.keynote',
  odp: 'application/vnd.oasis.opendocument.presentation',
  pdf: 'application/pdf',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  zip: 'application/zip',
};

function mediaType(href: string): string {
  const extension = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(href)?.[1]?.toLowerCase() ?? '';
  return mediaTypes[extension] ?? 'application/octet-stream';
}

/** The text without the characters that XML 1.0 (section 2.2) has no room for, not even escaped. */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
