import type { Element } from 'hast';
import { selectAll } from 'hast-util-select';
import type { BuiltSite } from '../build/build-site.ts';
import type { CalendarEvent } from './calendars.ts';
import { listPages } from './dist.ts';
import { getAttribute, parsePage, getText } from './html.ts';

/** A delivery as shown on the page of its talk. */
export interface ShownDelivery {
  /** Absolute, with an anchor if the talk has several deliveries. */
  url: string;
  title: string;
  /** The `datetime` of its start: a day, or an instant with its offset. */
  datetime: string;
  /** The text about the event and its place. */
  text: string;
}

/** Returns every delivery of every talk, read from the HTML of the built pages. */
export function readShownDeliveries(site: BuiltSite, name: string): ShownDelivery[] {
  return listPages(site.dist)
    .filter((path) => /^talks\/(?!tags\/)[^/]+\/index\.html$/.test(path))
    .flatMap((path) => {
      const page = parsePage(site.read(path));
      const canonical = page.first('link[rel="canonical"]');
      if (!canonical || page.first('meta[http-equiv="refresh"]')) return [];
      const url = getAttribute(canonical, 'href') ?? '';
      const title = page.text('title').replace(` – ${name}`, '');
      const listItems = page.all('section[aria-labelledby="deliveries"] li[id]');
      const parts = listItems.length > 0 ? listItems : page.all('main article > header');
      return parts.map((part) => ({
        url:
          listItems.length > 0
            ? `${url}#${encodeURIComponent(getAttribute(part, 'id') ?? '')}`
            : url,
        title,
        datetime: getDatetime(part),
        text: getText(part),
      }));
    });
}

function getDatetime(part: Element): string {
  const [time] = selectAll('time[datetime]', part);
  return (time && getAttribute(time, 'dateTime')) ?? '';
}

/** Returns the differences between the pages and a calendar as a program reads it. */
export function compareCalendar(
  shown: readonly ShownDelivery[],
  events: readonly CalendarEvent[],
): string[] {
  const byUrl = new Map(events.map((event) => [event.url, event]));
  const missing = shown.length === events.length ? [] : [`${events.length} events`];
  return shown.reduce((problems, { url, title, datetime, text }) => {
    const event = byUrl.get(url);
    const start = datetime.includes('T') ? Date.parse(datetime) : datetime;
    if (!event) return [...problems, `${url} is missing`];
    if (event.summary.replace(/\s+/g, ' ') !== title)
      problems.push(`${url} title ${event.summary}`);
    if (event.start !== start)
      problems.push(`${url} starts ${event.start}, on the page ${datetime}`);
    const place = event.location?.replace(/\s+/g, ' ') ?? '';
    if (!/^https?:|^Online$/.test(place) && !text.includes(place))
      problems.push(`${url} in ${place}`);
    return problems;
  }, missing);
}

/** Returns the differences in clock times, for events with a named time zone. */
export function compareClockTimes(shown: readonly ShownDelivery[], calendar: string): string[] {
  const events = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
  return events.flatMap((event) => {
    const url = /^URL:(.*)\r$/m.exec(event)?.[1];
    const localTime = /^DTSTART;TZID=[^:]+:(\d{8}T\d{6})\r$/m.exec(event)?.[1];
    const datetime = shown.find((delivery) => delivery.url === url)?.datetime ?? '';
    const onPage = datetime.slice(0, 19).replace(/[-:]/g, '');
    return localTime === undefined || localTime === onPage
      ? []
      : [`${url}: ${localTime}, on the page ${onPage}`];
  });
}
