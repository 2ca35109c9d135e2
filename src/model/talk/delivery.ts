import type { DeliveryStatus } from '../../schema/delivery.ts';
import { isExternalUrl, type PageLink } from '../page/link.ts';
import { omitEvent, toPlace, type Place } from './place.ts';
import type { RichText } from '../page/page-texts.ts';
import { type FindFile, toPageLinks } from '../page/page-links.ts';
import type { RawLink } from '../page/raw-links.ts';
import { toDeliveryWhen, type RawDelivery } from './raw-deliveries.ts';
import { toEndInstant, toStartInstant, type When, type TimeSettings } from '../page/when.ts';
import { toTagSlug } from '../page/addresses.ts';
import { memoizeByObject } from '../page/memoize.ts';

/** A delivery of a talk: one time that it is given. */
export interface Delivery {
  /** Depends only on the name of the event: `at-winter-school`. Unique within the talk. */
  id: string;
  /** The page of the talk; with `#id` if the talk has several deliveries. */
  href: string;
  event?: { name: RichText; href?: string };
  when: When;
  place?: Place;
  /** The address for online participation, or true if it is unknown. */
  online?: string | true;
  status: DeliveryStatus;
  /** The slides and the recording of this delivery. */
  links: PageLink[];
  note?: RichText;
}

/** The rendered texts of a delivery. */
export interface DeliveryTexts {
  event?: RichText | undefined;
  venue?: RichText | undefined;
  note?: RichText | undefined;
}

/**
 * Returns the deliveries of a talk, the earliest first. `texts` are in the order of the file.
 * @param href The page of the talk.
 */
export function toDeliveries(
  rawDeliveries: readonly RawDelivery[],
  texts: readonly DeliveryTexts[],
  href: string,
  findFile: FindFile,
  settings: TimeSettings,
): Delivery[] {
  const ids = new Map<string, number>();
  const deliveries = rawDeliveries.map((delivery, index): Delivery => {
    const { event, venue, note } = texts[index] ?? {};
    const place = toPlace(venue, delivery.address, delivery.coordinates);
    const id = takeUniqueId(event?.text ?? place?.short.text ?? 'delivery', ids);
    const eventHref = toEventHref(delivery, findFile);
    return {
      id,
      href: rawDeliveries.length > 1 ? `${href}#${encodeURIComponent(id)}` : href,
      ...(event && { event: { name: event, ...(eventHref && { href: eventHref }) } }),
      when: toDeliveryWhen(delivery, settings),
      ...(place && { place }),
      ...(delivery.online && { online: delivery.online }),
      status: delivery.status,
      links: toDeliveryLinks(delivery, findFile),
      ...(note && { note }),
    };
  });
  return deliveries.sort((a, b) => toStartInstant(a.when) - toStartInstant(b.when));
}

/**
 * Returns an id that no other delivery has.
 * @param taken The ids, each with the last number that was added to it. The new id is added.
 */
function takeUniqueId(name: string, taken: Map<string, number>): string {
  const id = `at-${toTagSlug(name)}`;
  let unique = id;
  let n = taken.get(id) ?? 1;
  while (taken.has(unique)) {
    n += 1;
    unique = `${id}-${n}`;
  }
  if (unique !== id) taken.set(id, n);
  taken.set(unique, 1);
  return unique;
}

/** Returns the target of the link on the name of the event: an external address or an existing file. */
function toEventHref({ eventUrl }: RawDelivery, findFile: FindFile): string | undefined {
  if (!eventUrl) return undefined;
  return isExternalUrl(eventUrl.value) ? eventUrl.value : findFile(eventUrl.value)?.href;
}

/** Returns the links to the slides and the recording of one delivery. */
function toDeliveryLinks({ slides, video }: RawDelivery, findFile: FindFile): PageLink[] {
  const rawLinks: RawLink[] = [];
  if (slides)
    rawLinks.push({ kind: 'slides', label: 'Slides', url: slides.value, path: slides.path });
  if (video) rawLinks.push({ kind: 'video', label: 'Video', url: video.value, path: video.path });
  return toPageLinks(rawLinks, findFile);
}

/**
 * Returns the place of a delivery for a line that also names its event: see `omitEvent`. Several lists and feeds show
 * each delivery.
 */
export const getPlaceBesideEvent = memoizeByObject(
  ({ event, place }: Pick<Delivery, 'event' | 'place'>) =>
    place && {
      full: omitEvent(place.full, event?.name.text),
      short: omitEvent(place.short, event?.name.text),
    },
);

/**
 * Returns the link by which visitors take part online, until the delivery is over.
 * @param now In milliseconds since 1970.
 */
export function toJoinLinks({ online, when }: Delivery, now: number): PageLink[] {
  const until = toEndInstant(when);
  if (typeof online !== 'string' || until <= now) return [];
  const icon = { name: 'video', pack: 'fas' };
  return [{ kind: 'other', label: 'Join', href: online, icon, until }];
}
