import type { DeliveryStatus } from '../../schema/delivery.ts';
import { isExternalUrl, type PageLink } from '../page/link.ts';
import { toPlace, type Place } from './place.ts';
import type { RichText } from '../page/page-texts.ts';
import { type FindFile, toPageLinks } from '../page/page-links.ts';
import type { RawLink } from '../page/raw-links.ts';
import { toDeliveryWhen, type RawDelivery } from './raw-deliveries.ts';
import { startInstant, type When, type TimeSettings } from '../page/when.ts';
import { toTagSlug } from '../page/addresses.ts';

/** One occasion on which a talk is given. */
export interface Delivery {
  /** Stable while the event keeps its name: `at-winter-school`. Unique within the talk. */
  id: string;
  /** The page of the talk; with `#id` where the talk has several deliveries. */
  href: string;
  event?: { name: RichText; href?: string };
  when: When;
  place?: Place;
  /** Where to follow it from afar: an address, or true when only that is known. */
  online?: string | true;
  status: DeliveryStatus;
  /** Slides and recording of this delivery alone. */
  links: PageLink[];
  note?: RichText;
}

/** The texts of a delivery, rendered. */
export interface DeliveryTexts {
  event?: RichText | undefined;
  venue?: RichText | undefined;
  note?: RichText | undefined;
}

/**
 * The deliveries of a talk, the earliest first. `texts` stand in the order written.
 * @param href The page of the talk.
 */
export function toDeliveries(
  written: readonly RawDelivery[],
  texts: readonly DeliveryTexts[],
  href: string,
  findFile: FindFile,
  clock: TimeSettings,
): Delivery[] {
  const ids: string[] = [];
  const deliveries = written.map((delivery, index): Delivery => {
    const { event, venue, note } = texts[index] ?? {};
    const place = toPlace(venue, delivery.address, delivery.coordinates);
    const id = freeId(event?.text ?? place?.short.text ?? 'delivery', ids);
    ids.push(id);
    const eventHref = toEventAddress(delivery, findFile);
    return {
      id,
      href: written.length > 1 ? `${href}#${encodeURIComponent(id)}` : href,
      ...(event && { event: { name: event, ...(eventHref && { href: eventHref }) } }),
      when: toDeliveryWhen(delivery, clock),
      ...(place && { place }),
      ...(delivery.online && { online: delivery.online }),
      status: delivery.status,
      links: deliveryLinks(delivery, findFile),
      ...(note && { note }),
    };
  });
  return deliveries.sort((a, b) => startInstant(a.when) - startInstant(b.when));
}

function freeId(name: string, taken: readonly string[]): string {
  const id = `at-${toTagSlug(name)}`;
  let free = id;
  for (let n = 2; taken.includes(free); n += 1) free = `${id}-${n}`;
  return free;
}

/** Where the name of the event leads: elsewhere, or to a file that is there. */
function toEventAddress({ eventUrl }: RawDelivery, findFile: FindFile): string | undefined {
  if (!eventUrl) return undefined;
  return isExternalUrl(eventUrl.value) ? eventUrl.value : findFile(eventUrl.value)?.href;
}

/** The slides and the recording of one delivery. */
function deliveryLinks({ slides, video }: RawDelivery, findFile: FindFile): PageLink[] {
  const written: RawLink[] = [];
  if (slides)
    written.push({ kind: 'slides', label: 'Slides', url: slides.value, path: slides.path });
  if (video) written.push({ kind: 'video', label: 'Video', url: video.value, path: video.path });
  return toPageLinks(written, findFile);
}
