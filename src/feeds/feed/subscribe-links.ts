/** A link that opens a program and subscribes to a feed or calendar. */
export interface SubscribeLink {
  name: string;
  href: string;
}

/**
 * Returns links to feed readers on the web, in the form that each of them documents.
 * @param feed The absolute address of a feed.
 */
export function toReaderLinks(feed: string): SubscribeLink[] {
  const url = encodeURIComponent(feed);
  return [
    { name: 'Feedly', href: `https://feedly.com/i/subscription/feed%2F${url}` },
    { name: 'Inoreader', href: `https://www.inoreader.com/?add_feed=${url}` },
    { name: 'NewsBlur', href: `https://www.newsblur.com/?url=${url}` },
    { name: 'The Old Reader', href: `https://theoldreader.com/feeds/subscribe?url=${url}` },
  ];
}

/**
 * Returns links to calendars on the device and on the web.
 * @param calendar The absolute address of an iCalendar file.
 * @param name The name of the calendar, for programs that do not read it from the file.
 */
export function toCalendarLinks(calendar: string, name: string): SubscribeLink[] {
  const query = `url=${encodeURIComponent(calendar)}&name=${encodeURIComponent(name)}`;
  // Google subscribes to an address with webcal:, not with https:.
  const cid = encodeURIComponent(toWebcal(calendar)).replace(/%3A/g, ':').replace(/%2F/g, '/');
  return [
    { name: 'Calendar app', href: toWebcal(calendar) },
    { name: 'Google Calendar', href: `https://calendar.google.com/calendar/render?cid=${cid}` },
    { name: 'Outlook.com', href: `https://outlook.live.com/calendar/0/addfromweb?${query}` },
    { name: 'Microsoft 365', href: `https://outlook.office.com/calendar/0/addfromweb?${query}` },
  ];
}

/** Returns the address with webcal:, which calendar programs subscribe to instead of importing once. */
export function toWebcal(address: string): string {
  return address.replace(/^https?:/, 'webcal:');
}
