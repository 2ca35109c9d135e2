import type { WallTime } from '../../schema/date-text.ts';
import type { DeliveryStatus } from '../../schema/delivery.ts';
import type { KeyPath } from '../../schema/finding.ts';
import { START_KEYS, type TalkFrontMatter } from '../../schema/talk.ts';
import { addScheme } from '../page/link.ts';
import { type TimeSettings, toInstant, toPlainDate, toWhen, type When } from '../page/when.ts';

/** A value, and the key it was written under. */
interface KeyedValue<T> {
  path: KeyPath;
  value: T;
}

/** One delivery as written, completed by the keys of its talk. */
export interface RawDelivery {
  start: KeyedValue<WallTime>;
  /** The end as written, whether or not it can be true. */
  end?: KeyedValue<WallTime> | undefined;
  allDay?: boolean | undefined;
  timezone?: string | undefined;
  event?: KeyedValue<string> | undefined;
  eventUrl?: KeyedValue<string> | undefined;
  venue?: KeyedValue<string> | undefined;
  address?: TalkFrontMatter['address'];
  coordinates?: TalkFrontMatter['coordinates'];
  online?: string | boolean | undefined;
  status: DeliveryStatus;
  slides?: KeyedValue<string> | undefined;
  video?: KeyedValue<string> | undefined;
  note?: KeyedValue<string> | undefined;
}

/** The deliveries of a talk in the order written; by the keys of the talk where it lists none. */
export function rawDeliveries(talk: TalkFrontMatter): RawDelivery[] {
  const own = ownDelivery(talk);
  if (talk.deliveries === undefined) return own.start ? [{ ...own, start: own.start }] : [];
  return talk.deliveries.flatMap((delivery, index) => {
    type Written = typeof delivery;
    const at = <K extends keyof Written>(key: K): KeyedValue<NonNullable<Written[K]>> | undefined =>
      keyed(['deliveries', index, key], delivery[key] ?? undefined);
    const start = at('date') ?? own.start;
    if (!start) return [];
    const placed = delivery.location !== undefined || delivery.address !== undefined;
    const place = placed ? { venue: at('location'), address: delivery.address } : own;
    return {
      start,
      // The end and the page of the talk's own keys belong to its own day and event.
      end: at('date_end') ?? (delivery.date ? undefined : own.end),
      allDay: delivery.all_day ?? own.allDay,
      timezone: delivery.timezone ?? own.timezone,
      event: at('event') ?? own.event,
      eventUrl: link(at('event_url')) ?? (delivery.event ? undefined : own.eventUrl),
      venue: place.venue,
      address: place.address,
      coordinates: delivery.coordinates ?? (placed ? undefined : own.coordinates),
      online: delivery.online ?? own.online,
      status: delivery.status ?? own.status,
      slides: link(at('url_slides')),
      video: link(at('url_video')),
      note: at('note'),
    };
  });
}

/** Of several keys with one meaning the newest theme's wins. academicpages calls the event `venue`. */
function ownDelivery(talk: TalkFrontMatter) {
  const named = talk.event_name ?? talk.event;
  return {
    start: firstOf<WallTime>(talk, START_KEYS),
    end: firstOf<WallTime>(talk, ['event_end', 'time_end', 'date_end']),
    allDay: talk.event_all_day ?? talk.all_day,
    timezone: talk.timezone,
    event: firstOf<string>(talk, ['event_name', 'event', 'venue', 'event_short']),
    eventUrl: link(
      keyed(['event_url'], talk.event_url) ?? keyed(['urls', 'event'], talk.urls?.['event']),
    ),
    venue: firstOf<string>(talk, named === undefined ? ['location'] : ['location', 'venue']),
    address: talk.address,
    coordinates: talk.coordinates,
    online: talk.online,
    status: talk.status ?? ('scheduled' as const),
  };
}

function firstOf<T>(
  talk: TalkFrontMatter,
  keys: readonly (keyof TalkFrontMatter)[],
): KeyedValue<T> | undefined {
  const key = keys.find((name) => talk[name] !== undefined);
  return key && { path: [key], value: talk[key] as T };
}

function keyed<T>(path: KeyPath, value: T | undefined): KeyedValue<T> | undefined {
  return value === undefined ? undefined : { path, value };
}

/** A written link with its scheme; a lone `#` is none. */
function link(written: KeyedValue<string> | undefined): KeyedValue<string> | undefined {
  const value = addScheme(written?.value ?? '');
  return written && value !== '#' ? { ...written, value } : undefined;
}

export function toDeliveryWhen(delivery: RawDelivery, clock: TimeSettings): When {
  return toWhen({
    start: delivery.start.value,
    end: isImplausibleEnd(delivery) ? undefined : delivery.end?.value,
    allDay: delivery.allDay,
    zone: delivery.timezone ?? clock.timezone,
    z: clock.z,
  });
}

/**
 * An end that nobody meant: the templates' 1 June 2030, or another slip of the year. A series of
 * lectures may run for months, but only in days.
 */
export function isImplausibleEnd(delivery: RawDelivery): boolean {
  const end = delivery.end?.value;
  if (!end) return false;
  const start = delivery.start.value;
  const days = toPlainDate(start).until(toPlainDate(end), { largestUnit: 'day' }).days;
  const inDays = start.hour === undefined || delivery.allDay === true;
  const template = end.year === 2030 && end.month === 6 && end.day === 1;
  return days > (inDays && !template ? 360 : 60);
}

/** The day of publication: `publishDate`; `date` where no delivery takes its own day from there. */
export function toPublicationInstant(
  talk: TalkFrontMatter,
  clock: TimeSettings,
): number | undefined {
  const isOwnDay = rawDeliveries(talk).some(({ start }) => start.path[0] === 'date');
  const day = talk.publishDate ?? (isOwnDay ? undefined : talk.date);
  return day && toInstant(day, clock);
}
