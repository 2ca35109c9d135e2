import type { Element } from 'hast';
import { selectAll } from 'hast-util-select';
import type { BuiltSite } from './build-site.ts';
import type { CalendarEvent } from './calendars.ts';
import { pagesIn } from './dist.ts';
import { attribute, parsePage, textOf } from './html.ts';

/** A delivery as the page of its talk shows it. */
export interface ShownDelivery {
  /** Absolute, with the anchor of one delivery among several. */
  url: string;
  title: string;
  /** The `datetime` of its start: a day, or an instant with its offset. */
  datetime: string;
  /** Everything that is said of event and place. */
  words: string;
}

/** Every delivery of every talk, read from the HTML of the built pages. */
export function shownDeliveries(site: BuiltSite, name: string): ShownDelivery[] {
  return pagesIn(site.dist)
    .filter((path) => /^talks\/(?!tags\/)[^/]+\/index\.html$/.test(path))
    .flatMap((path) => {
      const page = parsePage(site.read(path));
      const canonical = page.first('link[rel="canonical"]');
      if (!canonical || page.first('meta[http-equiv="refresh"]')) return [];
      const url = attribute(canonical, 'href') ?? '';
      const title = page.text('title').replace(` – ${name}`, '');
      const several = page.all('section[aria-labelledby="deliveries"] li[id]');
      const parts = several.length > 0 ? several : page.all('main article > header');
      return parts.map((part) => ({
        url: several.length > 0 ? `${url}#${encodeURIComponent(attribute(part, 'id') ?? '')}` : url,
        title,
        datetime: datetimeIn(part),
        words: textOf(part),
      }));
    });
}

function datetimeIn(part: Element): string {
  const [time] = selectAll('time[datetime]', part);
  return (time && attribute(time, 'dateTime')) ?? '';
}

/** Where a calendar, as a program reads it, says something else than the pages. */
export function calendarDisagreements(
  shown: readonly ShownDelivery[],
  events: readonly CalendarEvent[],
): string[] {
  const byUrl = new Map(events.map((event) => [event.url, event]));
  const missing = shown.length === events.length ? [] : [`${events.length} events`];
  return shown.reduce((found, { url, title, datetime, words }) => {
    const event = byUrl.get(url);
    const start = datetime.includes('T') ? Date.parse(datetime) : datetime;
    if (!event) return [...found, `${url} is missing`];
    if (event.summary.replace(/\s+/g, ' ') !== title) found.push(`${url} title ${event.summary}`);
    if (event.start !== start) found.push(`${url} starts ${event.start}, on the page ${datetime}`);
    const place = event.location?.replace(/\s+/g, ' ') ?? '';
    if (!/^https?:|^Online$/.test(place) && !words.includes(place))
      found.push(`${url} in ${place}`);
    return found;
  }, missing);
}

/** Where the digits of the clock differ, for events that are written in a named zone. */
export function clockDisagreements(shown: readonly ShownDelivery[], calendar: string): string[] {
  const events = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
  return events.flatMap((event) => {
    const url = /^URL:(.*)\r$/m.exec(event)?.[1];
    const wall = /^DTSTART;TZID=[^:]+:(\d{8}T\d{6})\r$/m.exec(event)?.[1];
    const datetime = shown.find((one) => one.url === url)?.datetime ?? '';
    const onPage = datetime.slice(0, 19).replace(/[-:]/g, '');
    return wall === undefined || wall === onPage ? [] : [`${url}: ${wall}, on the page ${onPage}`];
  });
}
