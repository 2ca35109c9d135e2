import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** An event as read by a calendar program. Times are milliseconds since 1970, days are ISO. */
export interface CalendarEvent {
  uid: string;
  url: string;
  summary: string;
  location: string | undefined;
  description: string;
  start: number | string;
  end: number | string | undefined;
}

/** Parses a calendar with ical.js, which knows only the time zones that the calendar defines. */
function parseWithIcalJs(text: string): CalendarEvent[] {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const toTime = (time: ICAL.Time) => (time.isDate ? time.toString() : time.toUnixTime() * 1000);
    const { uid, summary, location, description } = event;
    const url = String(component.getFirstPropertyValue('url'));
    const end = component.hasProperty('dtend') ? toTime(event.endDate) : undefined;
    const where = location || undefined;
    return { uid, url, summary, location: where, description, start: toTime(event.startDate), end };
  });
}

/** Parses a calendar with node-ical, which knows time zones by name. */
function parseWithNodeIcal(text: string): CalendarEvent[] {
  const toText = (value: unknown) =>
    typeof value === 'object' && value !== null && 'val' in value
      ? String(value.val)
      : String(value);
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    const allDay = event.datetype === 'date';
    const moment = (date: Date) =>
      allDay
        ? [date.getFullYear(), date.getMonth() + 1, date.getDate()]
            .map((part) => String(part).padStart(2, '0'))
            .join('-')
        : date.getTime();
    return [
      {
        uid: event.uid,
        url: toText(event.url),
        summary: toText(event.summary),
        location: event.location ? toText(event.location) : undefined,
        description: toText(event.description),
        start: moment(event.start),
        end: allDay || text.includes('DTEND') ? event.end && moment(event.end) : undefined,
      },
    ];
  });
}

/** Two independent parsers by name. */
export const calendarReaders: [string, (text: string) => CalendarEvent[]][] = [
  ['ical.js', parseWithIcalJs],
  ['node-ical', parseWithNodeIcal],
];
