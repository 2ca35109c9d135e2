/** A link that opens a program with a feed or a calendar already filled in. */
export interface SubscribeLink {
  name: string;
  href: string;
}

/**
 * Readers on the web, by the addresses that they give for links from other sites.
 * @param feed The absolute address of a feed.
 */
export function readerLinks(feed: string): SubscribeLink[] {
  const url = encodeURIComponent(feed);
  return [
    { name: 'Feedly', href: `https://feedly.com/i/subscription/feed%2F${url}` },
    { name: 'Inoreader', href: `https://www.inoreader.com/?add_feed=${url}` },
    { name: 'NewsBlur', href: `https://www.newsblur.com/?url=${url}` },
    { name: 'The Old Reader', href: `https://theoldreader.com/feeds/subscribe?url=${url}` },
  ];
}

/**
 * Calendars of a device and on the web.
 * @param calendar The absolute address of an iCalendar file.
 * @param name What the calendar is called where it has to be told.
 */
export function calendarLinks(calendar: string, name: string): SubscribeLink[] {
  const query = `url=${encodeURIComponent(calendar)}&name=${encodeURIComponent(name)}`;
  // Google takes an address as a calendar to follow when it comes as webcal, not as https.
  const cid = encodeURIComponent(toWebcal(calendar)).replace(/%3A/g, ':').replace(/%2F/g, '/');
  return [
    { name: 'Calendar app', href: toWebcal(calendar) },
    { name: 'Google Calendar', href: `https://calendar.google.com/calendar/render?cid=${cid}` },
    { name: 'Outlook.com', href: `https://outlook.live.com/calendar/0/addfromweb?${query}` },
    { name: 'Microsoft 365', href: `https://outlook.office.com/calendar/0/addfromweb?${query}` },
  ];
}

/** Calendar programs take this scheme as the wish to subscribe, not to copy once. */
export function toWebcal(address: string): string {
  return address.replace(/^https?:/, 'webcal:');
}
