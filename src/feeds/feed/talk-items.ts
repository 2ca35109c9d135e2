import { compareText } from '../../model/page/lists.ts';
import { escapeHtml } from '../../model/page/page-texts.ts';
import type { Site } from '../../model/site/site.ts';
import { getPlaceBesideEvent, type Delivery } from '../../model/talk/delivery.ts';
import type { Talk } from '../../model/talk/talk.ts';
import { toFeedInstantOf, toStartInstant, type When } from '../../model/page/when.ts';
import { formatWhen } from '../../model/page/format-when.ts';
import { toHtmlLinks, toHtmlLink, maxItems, type FeedFile, type FeedItem } from './feed.ts';
import { toFeedHtml } from './feed-html.ts';
import { findOwn } from '../../schema/own-value.ts';

/** A talk, and when it was announced: in milliseconds since 1970, or undefined if unknown. */
interface AnnouncedTalk {
  talk: Talk;
  published?: number;
}

/** A talk is the same in all feeds that contain it, so it is rendered once. */
const itemCache = new WeakMap<Talk, Promise<FeedItem>>();

/**
 * Returns the newest talks as items of a feed.
 * @param now In milliseconds since 1970.
 * @param readBody Returns the HTML of the text below the front matter of a talk.
 */
export function toTalkItems(
  site: Site,
  talks: readonly Talk[],
  now: number,
  readBody: (talk: Talk) => Promise<string>,
): Promise<{ talk: Talk; item: FeedItem }[]> {
  const items = pickNewestTalks(talks, now).map(async (announced) => {
    const { talk } = announced;
    const item =
      itemCache.get(talk) ?? readBody(talk).then((body) => toTalkItem(site, announced, body));
    itemCache.set(talk, item);
    return { talk, item: await item };
  });
  return Promise.all(items);
}

/**
 * Returns the talks of a feed: at most 25, the last announced first. Talks without a date of
 * announcement are upcoming; they come first, the latest at the top.
 * @param now In milliseconds since 1970. No talk is announced later.
 */
export function pickNewestTalks(talks: readonly Talk[], now: number): AnnouncedTalk[] {
  const announced = talks.filter((talk) => !talk.private).map((talk) => toAnnounced(talk, now));
  announced.sort(
    (a, b) =>
      compareNewest(a.published, b.published) ||
      findFirst(b.talk, toStartInstant) - findFirst(a.talk, toStartInstant) ||
      compareText(a.talk.slug, b.talk.slug),
  );
  return announced.slice(0, maxItems);
}

/**
 * Returns a talk as an item of a feed. Only `published` depends on the time of the build, so that a talk
 * does not count as changed once it has been given.
 * @param body The HTML of the text below the front matter.
 */
export function toTalkItem(site: Site, { talk, published }: AnnouncedTalk, body: string): FeedItem {
  const url = site.absolute(talk.href);
  const { abstract, summary, revised } = talk;
  const deliveries = talk.deliveries
    .map((delivery) => toDeliveryText(delivery, site.language))
    .join('; ');
  const html = [toIntroduction(talk, site), abstract?.html ?? toParagraph(summary?.html), body];
  return {
    url,
    title: talk.title.text,
    summary: summary?.text ?? abstract?.text.split('\n')[0] ?? deliveries,
    html: toFeedHtml(html.filter(Boolean).join('\n'), url),
    ...(talk.language && { language: talk.language }),
    authors: talk.speakers,
    tags: talk.tags.map(({ name }) => name),
    slides: listSlideFiles(site, talk),
    ...(published !== undefined && { published }),
    ...(revised !== undefined && { revised }),
  };
}

/**
 * Uses the author's `publishDate`, or else the day of the talk if it has passed. An upcoming talk has no
 * date: with the day of the talk it would stay at the top of every reader until then, and with the day
 * of the build it would be new after every build. Readers use the day on which they first saw the item,
 * and recognize it by its guid when it gets its date.
 */
function toAnnounced(talk: Talk, now: number): AnnouncedTalk {
  const published = talk.published ?? findFirst(talk, toFeedInstantOf);
  return published <= now ? { talk, published } : { talk };
}

function findFirst({ deliveries }: Talk, toTime: (when: When) => number): number {
  return Math.min(...deliveries.map(({ when }) => toTime(when)));
}

function compareNewest(a = Infinity, b = Infinity): number {
  return a === b ? 0 : b - a;
}

/** Returns when and where, one line per delivery, and the links of the talk. */
function toIntroduction({ subtitle, deliveries, links }: Talk, { language }: Site): string {
  const lines = deliveries.map((delivery) => toDeliveryHtml(delivery, language));
  return [
    toParagraph(subtitle?.html),
    lines.length > 1 ? `<ul><li>${lines.join('</li><li>')}</li></ul>` : toParagraph(lines[0]),
    toParagraph(toHtmlLinks(links)),
  ].join('');
}

function toParagraph(html = ''): string {
  return html && `<p>${html}</p>`;
}

const statusLabels = { scheduled: undefined, postponed: 'Postponed', cancelled: 'Cancelled' };

/** Returns a delivery as text: `Cancelled: R&D Day, Hall 3, 22 May 2024, 15:00, Vienna time`. */
function toDeliveryText(delivery: Delivery, language: string): string {
  const { event, when, status } = delivery;
  const where = getPlaceBesideEvent(delivery)?.full;
  const parts = [event?.name.text, where?.text, toOnlineLabel(delivery)];
  const text = [...parts, formatWhen(when, language)].filter(Boolean).join(', ');
  const label = statusLabels[status];
  return label ? `${label}: ${text}` : text;
}

/** Returns the same with links, and with the links and the note of this delivery. */
function toDeliveryHtml(delivery: Delivery, language: string): string {
  const { event, when, status, online, links, note } = delivery;
  const name = event && (event.href ? toHtmlLink(event.href, event.name.html) : event.name.html);
  const where = getPlaceBesideEvent(delivery)?.full;
  const parts = [name, where?.html, toOnlineLabel(delivery)];
  const html = [...parts, escapeHtml(formatWhen(when, language))].filter(Boolean).join(', ');
  const label = statusLabels[status];
  const join = typeof online === 'string' ? toHtmlLink(online, 'Join') : '';
  const linkLine = [join, toHtmlLinks(links)].filter(Boolean).join(' · ');
  const line = `${label ? `<strong>${label}</strong>: ` : ''}${html}${linkLine && ` (${linkLine})`}`;
  return note ? `${line}<br>${note.html}` : line;
}

/** Returns `online`, unless the place contains it. */
function toOnlineLabel({ online, event, place }: Delivery): string | undefined {
  if (!online || /online|virtual|zoom/i.test(place?.full.text ?? '')) return undefined;
  return event || place ? 'online' : 'Online';
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

/** Returns the slides that are files of this site: those of the talk, then of its latest delivery. */
function listSlideFiles(site: Site, { links, deliveries }: Talk): FeedFile[] {
  const files = [links, ...deliveries.map((delivery) => delivery.links).reverse()]
    .flat()
    .filter(({ kind }) => kind === 'slides')
    .flatMap(({ href, file }) => (file ? [{ url: site.absolute(href), bytes: file.bytes }] : []));
  const byUrl = new Map(files.map((file) => [file.url, file]));
  return [...byUrl.values()].map(({ url, bytes }) => ({ url, type: toMediaType(url), bytes }));
}

function toMediaType(url: string): string {
  const extension = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return findOwn(mediaTypes, extension) ?? 'application/octet-stream';
}
