import { Temporal } from 'temporal-polyfill';
import { compareText } from '../../model/page/lists.ts';
import { memoizeByObject } from '../../model/page/memoize.ts';
import type { Site } from '../../model/site/site.ts';
import type { Delivery } from '../../model/talk/delivery.ts';
import type { Talk } from '../../model/talk/talk.ts';
import {
  isCalendarDay,
  toInstantInZone,
  toPlainDate,
  toPlainDateTime,
  type When,
} from '../../model/page/when.ts';
import type { WallTime } from '../../schema/date-text.ts';
import { toRevision } from './event-revision.ts';
import { escapeText, toLine } from './ical-line.ts';
import { toBasicDateTime, toVtimezone } from './vtimezone.ts';
import { toTalkDeliveries, type TalkDelivery } from '../../model/talk/talk-deliveries.ts';

/**
 * Returns talks as an iCalendar object (RFC 5545, with NAME, REFRESH-INTERVAL and CONFERENCE of RFC 7986).
 * The same talks give the same bytes: time stamps come from the talks, not from a clock.
 */
export function toCalendar(site: Site, name: string, talks: readonly Talk[]): string {
  const deliveries = toTalkDeliveries(talks.filter((talk) => !talk.private))
    .filter(({ delivery }) => isCalendarDay(delivery.when))
    .reverse();
  const lines = [
    toLine('BEGIN', 'VCALENDAR'),
    toLine('VERSION', '2.0'),
    toLine('PRODID', '-//Lectern//Talks//EN'),
    toLine('CALSCALE', 'GREGORIAN'),
    toLine('METHOD', 'PUBLISH'),
    toLine('NAME', escapeText(name)),
    toLine('X-WR-CALNAME', escapeText(name)),
    toLine('REFRESH-INTERVAL;VALUE=DURATION', 'P1D'),
    ...toTimeZones(deliveries),
    ...deliveries.flatMap((talkDelivery) => getEvent(site, talkDelivery)),
    toLine('END', 'VCALENDAR'),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** The events of each site. One is in the calendars of its talk, of each tag and of all talks. */
const getEvents = memoizeByObject((_: Site) => new WeakMap<Delivery, string[]>());

function getEvent(site: Site, talkDelivery: TalkDelivery): string[] {
  const events = getEvents(site);
  const event = events.get(talkDelivery.delivery) ?? toEvent(site, talkDelivery);
  events.set(talkDelivery.delivery, event);
  return event;
}

function toEvent(site: Site, { talk, delivery }: TalkDelivery): string[] {
  const url = site.absolute(delivery.href);
  const categories = talk.tags.map(({ name }) => escapeText(name)).join(',');
  const { event, place, online } = delivery;
  const summary = talk.summary?.text ?? talk.abstract?.text;
  const stream = typeof online === 'string' ? online : undefined;
  const description = [event?.name.text, delivery.note?.text, summary, stream, url].filter(Boolean);
  const name = talk.deliveries.length > 1 ? `${talk.slug}.${delivery.id}` : talk.slug;
  const location = place?.full.text ?? stream ?? (online ? 'Online' : undefined);
  const content = [
    ...toTimeLines(delivery.when),
    toLine('SUMMARY', escapeText(talk.title.text)),
    toLine('STATUS', eventStatuses[delivery.status]),
    ...(location ? [toLine('LOCATION', escapeText(location))] : []),
    ...(place?.point ? [toLine('GEO', `${place.point.latitude};${place.point.longitude}`)] : []),
    ...(stream ? [toLine('CONFERENCE;VALUE=URI', stream)] : []),
    toLine('DESCRIPTION', escapeText(description.join('\n\n'))),
    toLine('URL', url),
    ...(categories ? [toLine('CATEGORIES', categories)] : []),
  ];
  const { stamp, sequence, lastModified } = toRevision(talk, delivery, content);
  return [
    toLine('BEGIN', 'VEVENT'),
    toLine('UID', `${name}@${new URL(url).host}`),
    toLine('DTSTAMP', toUtc(stamp)),
    toLine('LAST-MODIFIED', toUtc(lastModified)),
    toLine('SEQUENCE', String(sequence)),
    ...content,
    toLine('END', 'VEVENT'),
  ];
}

/** RFC 5545, 3.8.1.11. A postponed event keeps its date until it has a new one. */
const eventStatuses = { scheduled: 'CONFIRMED', postponed: 'TENTATIVE', cancelled: 'CANCELLED' };

/** Returns DTSTART and DTEND. An all-day event ends on the day after its last day (RFC 5545, 3.6.1). */
function toTimeLines(when: When): string[] {
  const last = when.end?.precision ? when.start : (when.end ?? when.start);
  if (when.allDay) {
    const after = toPlainDate(last).add({ days: 1 });
    return [
      toLine('DTSTART;VALUE=DATE', toBasicDate(toPlainDate(when.start))),
      toLine('DTEND;VALUE=DATE', toBasicDate(after)),
    ];
  }
  const start = toTimeLine('DTSTART', when, when.start);
  return when.end ? [start, toTimeLine('DTEND', when, when.end)] : [start];
}

/**
 * Returns a time in its zone; without a zone if it is unknown (RFC 5545, 3.3.5, form 1). A time that does not exist or
 * exists twice on a day on which clocks change is written in UTC, because calendars disagree about it in spite of RFC 5545.
 */
function toTimeLine(property: string, { zone, floating }: When, time: WallTime): string {
  const dateTime = toPlainDateTime(time);
  if (floating) return toLine(property, toBasicDateTime(dateTime));
  if (isNamedZone(zone) && isUnambiguous(dateTime, zone))
    return toLine(`${property};TZID=${zone}`, toBasicDateTime(dateTime));
  return toLine(property, toUtc(toInstantInZone(dateTime, zone)));
}

function isUnambiguous(dateTime: Temporal.PlainDateTime, zone: string): boolean {
  const [first, last] = (['earlier', 'later'] as const).map((disambiguation) =>
    dateTime.toZonedDateTime(zone, { disambiguation }),
  );
  return first?.epochMilliseconds === last?.epochMilliseconds;
}

/** Returns a VTIMEZONE for each named zone, for the years of its events. */
function toTimeZones(talkDeliveries: readonly TalkDelivery[]): string[] {
  const times = talkDeliveries.map(({ delivery }) => delivery.when);
  const zonedTimes = times.filter(({ allDay, zone }) => !allDay && isNamedZone(zone));
  const timesByZone = Map.groupBy(zonedTimes, ({ zone }) => zone);
  const zones = [...timesByZone].sort(([a], [b]) => compareText(a, b));
  return zones.flatMap(([zone, timesInZone]) => {
    let [first, last] = [Infinity, -Infinity];
    for (const { start, end = start } of timesInZone) {
      first = Math.min(first, start.year, end.year);
      last = Math.max(last, start.year, end.year);
    }
    return getVtimezone(zone, first, last);
  });
}

const vtimezones = new Map<string, string[]>();

/** Returns a cached VTIMEZONE: many talks have the same zone and year. */
function getVtimezone(zone: string, first: number, last: number): string[] {
  const key = `${zone} ${first} ${last}`;
  const lines = vtimezones.get(key) ?? toVtimezone(zone, { first, last });
  vtimezones.set(key, lines);
  return lines;
}

/** UTC and offsets are written as UTC; other zones have a TZID. */
function isNamedZone(zone: string): boolean {
  return zone.includes('/') && !zone.startsWith('Etc/');
}

function toBasicDate(date: Temporal.PlainDate): string {
  return date.toString().replaceAll('-', '');
}

function toUtc(instant: number): string {
  const time = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('UTC');
  return `${toBasicDateTime(time.toPlainDateTime())}Z`;
}
