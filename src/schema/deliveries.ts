import { degrees, readStatus } from './delivery-values.ts';
import { optionalField, type Manual, type Reader } from './field.ts';
import { readLink, readOnline } from './link.ts';
import { listField } from './list.ts';
import { mapField } from './map.ts';
import { readFlag, readText, readTimeZone } from './text.ts';
import { readWallTime } from './wall-time.ts';

const field = <T>(read: Reader<T>, description: string, ...examples: string[]) =>
  optionalField(read, { description, ...(examples.length > 0 && { examples }) });
const text = (description: string, ...examples: string[]) =>
  field(readText, description, ...examples);

const addressShape = {
  street: text('Street and number.', '10 Example Street'),
  city: text('Town.', 'Kraków'),
  region: text('State, province or canton.', 'CA'),
  postcode: text('Postal code. Put quotes around one with leading zeros in TOML.', '01234'),
  country: text('Country, as it should be read on the page.', 'Poland'),
};

const coordinatesShape = {
  latitude: optionalField(degrees(90), {
    description: 'Degrees north; negative is south.',
    examples: [50.06],
  }),
  longitude: optionalField(degrees(180), {
    description: 'Degrees east; negative is west.',
    examples: [19.94],
  }),
};

/** What a talk and each of its deliveries say in the same words. */
export const deliveryKeys = {
  event: text('The conference, seminar or series. Default: none.', 'Winter School on Statistics'),
  event_url: field(
    readLink,
    'The web page of the event; its name becomes a link. Default: none.',
    'https://example.org/school',
  ),
  location: text('Where the talk is given, in one line. Default: the address.', 'Room 2'),
  address: mapField(addressShape, {
    description: 'The postal address, each part of it optional. Default: none.',
    examples: [{ city: 'Kraków', country: 'Poland' }],
  }),
  coordinates: mapField(coordinatesShape, {
    description: 'The point on the map, for calendars and search engines. Default: none.',
    examples: [{ latitude: 50.06, longitude: 19.94 }],
  }),
  timezone: field(
    readTimeZone,
    'The IANA time zone of date and date_end. Default: the one of the site.',
    'Europe/Warsaw',
  ),
  online: optionalField(readOnline, {
    description: 'Where the talk can be followed online, or true for online only. Default: false.',
    examples: ['https://example.org/stream', true],
  }),
  status: field(
    readStatus,
    'scheduled, postponed or cancelled; shown and told to calendars. Default: scheduled.',
    'cancelled',
  ),
};

const deliveryShape = {
  date: field(readWallTime, 'Day and time. Default: the date of the talk.', '2027-03-03T14:00'),
  date_end: field(readWallTime, 'When it ends. Default: not shown.', '2027-03-03T15:00'),
  all_day: field(readFlag, 'No time of day is shown. Default: that of the talk.'),
  ...deliveryKeys,
  url_slides: field(readLink, 'The slides of this delivery. Default: those of the talk.'),
  url_video: field(readLink, 'The recording of this delivery. Default: that of the talk.'),
  note: text('A remark on this delivery. Markdown. Default: none.', 'The first half only'),
};

/** A field that holds the occasions on which a talk is given. */
export function deliveriesField(manual: Manual) {
  const remedy = 'Write each delivery as "- event: Name" with "date: 2027-03-03" below event.';
  return listField(deliveryShape, { name: 'a delivery', remedy }, manual);
}
