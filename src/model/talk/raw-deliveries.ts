import type { WallTime } from '../../schema/date-text.ts';
import type { DeliveryStatus } from '../../schema/delivery.ts';
import type { KeyPath } from '../../schema/finding.ts';
import { START_KEYS, type TalkFrontMatter } from '../../schema/talk.ts';
import { addScheme } from '../page/link.ts';
import { resolveRange } from '../page/time-range.ts';
import { type TimeSettings, toFeedInstant, toPlainDate, toWhen, type When } from '../page/when.ts';

/** A value with its key. */
interface KeyedValue<T> {
  path: KeyPath;
  value: T;
}

/** A delivery as written, with defaults from the keys of its talk. */
export interface RawDelivery {
  start: KeyedValue<WallTime>;
  /** The end as written, which may be implausible. */
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

/** Returns the deliveries of a talk in the order of the file; one from the keys of the talk if it has no list. */
export function toRawDeliveries(talk: TalkFrontMatter): RawDelivery[] {
  const shared = toSharedDelivery(talk);
  if (talk.deliveries === undefined)
    return shared.start ? [{ ...shared, start: shared.start }] : [];
  return talk.deliveries.flatMap((delivery, index) => {
    type RawEntry = typeof delivery;
    const read = <K extends keyof RawEntry>(
      key: K,
    ): KeyedValue<NonNullable<RawEntry[K]>> | undefined =>
      toKeyedValue(['deliveries', index, key], delivery[key] ?? undefined);
    const start = read('date') ?? shared.start;
    if (!start) return [];
    const hasPlace = delivery.location !== undefined || delivery.address !== undefined;
    const place = hasPlace ? { venue: read('location'), address: delivery.address } : shared;
    return {
      start,
      // The end and the address in the keys of the talk belong to the day and the event there.
      end: read('date_end') ?? (delivery.date ? undefined : shared.end),
      allDay: delivery.all_day ?? shared.allDay,
      timezone: delivery.timezone ?? shared.timezone,
      event: read('event') ?? shared.event,
      eventUrl: addLinkScheme(read('event_url')) ?? (delivery.event ? undefined : shared.eventUrl),
      venue: place.venue,
      address: place.address,
      coordinates: delivery.coordinates ?? (hasPlace ? undefined : shared.coordinates),
      online: delivery.online ?? shared.online,
      status: delivery.status ?? shared.status,
      slides: addLinkScheme(read('url_slides')),
      video: addLinkScheme(read('url_video')),
      note: read('note'),
    };
  });
}

/**
 * Returns the keys of the talk that its deliveries share. Of several keys with one meaning, that of the
 * newest theme takes precedence. academicpages calls the event `venue`.
 */
function toSharedDelivery(talk: TalkFrontMatter) {
  const eventName = talk.event_name ?? talk.event;
  return {
    start: pickValue<WallTime>(talk, START_KEYS),
    end: pickValue<WallTime>(talk, ['event_end', 'time_end', 'date_end']),
    allDay: talk.event_all_day ?? talk.all_day,
    timezone: talk.timezone,
    event: pickValue<string>(talk, ['event_name', 'event', 'venue', 'event_short']),
    eventUrl: addLinkScheme(
      toKeyedValue(['event_url'], talk.event_url) ??
        toKeyedValue(['urls', 'event'], talk.urls?.['event']),
    ),
    venue: pickValue<string>(talk, eventName === undefined ? ['location'] : ['location', 'venue']),
    address: talk.address,
    coordinates: talk.coordinates,
    online: talk.online,
    status: talk.status ?? ('scheduled' as const),
  };
}

function pickValue<T>(
  talk: TalkFrontMatter,
  keys: readonly (keyof TalkFrontMatter)[],
): KeyedValue<T> | undefined {
  const key = keys.find((name) => talk[name] !== undefined);
  return key && { path: [key], value: talk[key] as T };
}

function toKeyedValue<T>(path: KeyPath, value: T | undefined): KeyedValue<T> | undefined {
  return value === undefined ? undefined : { path, value };
}

/** Adds the scheme to a link. `#` alone is not a link. */
function addLinkScheme(url: KeyedValue<string> | undefined): KeyedValue<string> | undefined {
  const value = addScheme(url?.value ?? '');
  return url && value !== '#' ? { ...url, value } : undefined;
}

/** Returns the time of a delivery, without an implausible end. A range of times has an end of its own. */
export function toDeliveryWhen(delivery: RawDelivery, settings: TimeSettings): When {
  const zone = delivery.timezone ?? settings.timezone;
  const { start, rangeEnd } = resolveRange(delivery.start.value, zone);
  const ownEnd = delivery.end && resolveRange(delivery.end.value, zone);
  const end = isImplausibleEnd(delivery)
    ? undefined
    : (ownEnd?.rangeEnd ?? ownEnd?.start ?? rangeEnd);
  return toWhen({
    start,
    end,
    allDay: delivery.allDay === true || (delivery.timezone === undefined && isBareDay(start, end)),
    zone,
    z: settings.z,
    floating: settings.floating && delivery.timezone === undefined,
  });
}

/**
 * Returns whether times are those of days whose times are unknown, as older themes and spreadsheets write them:
 * `2021-05-01T00:00:00Z`. A talk at midnight has an offset such as +02:00, or an end.
 */
function isBareDay(start: WallTime, end: WallTime | undefined): boolean {
  const { hour, minute = 0, second = 0, offset = 'Z' } = start;
  const isMidnight = hour === 0 && minute === 0 && second === 0 && offset === 'Z';
  return isMidnight && ['0:0', '23:59'].includes(`${end?.hour ?? 0}:${end?.minute ?? 0}`);
}

/**
 * Returns whether the end is a mistake: 1 June 2030 in the templates, or a wrong year. Only an all-day
 * talk may last for months, such as a series of lectures.
 */
export function isImplausibleEnd(delivery: RawDelivery): boolean {
  const end = delivery.end?.value;
  // Nobody writes a year alone by mistake.
  if (!end || end.precision === 'year') return false;
  const start = delivery.start.value;
  const days = toPlainDate(start).until(toPlainDate(end), { largestUnit: 'day' }).days;
  const isAllDay = start.hour === undefined || delivery.allDay === true;
  const isTemplate = end.year === 2030 && end.month === 6 && end.day === 1;
  return days > (isAllDay && !isTemplate ? 360 : 60);
}

/**
 * Returns the date of publication for feeds, in milliseconds since 1970: `publishDate`, or else `date` if no
 * delivery takes its day from it.
 */
export function toPublicationInstant(
  talk: TalkFrontMatter,
  settings: TimeSettings,
): number | undefined {
  const isDeliveryDay = toRawDeliveries(talk).some(({ start }) => start.path[0] === 'date');
  const day = talk.publishDate ?? (isDeliveryDay ? undefined : talk.date);
  return day && toFeedInstant(day, settings);
}
