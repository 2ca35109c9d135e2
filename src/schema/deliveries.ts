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
  city: text('Town or city.', 'Kraków'),
  region: text('State, province or canton.', 'CA'),
  postcode: text('Postal code. In TOML, put a postal code with leading zeros in quotes.', '01234'),
  country: text('Country, as shown on the page.', 'Poland'),
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

/** The keys shared by a talk and its deliveries. */
export const deliveryKeys = {
  event: text('The conference, seminar or series. Default: none.', 'Winter School on Statistics'),
  event_url: field(
    readLink,
    'The web page of the event. The name of the event links to it. Default: none.',
    'https://example.org/school',
  ),
  location: text('Where the talk is given, in one line. Default: the address.', 'Room 2'),
  address: mapField(addressShape, {
    description: 'The postal address. Every part is optional. Default: none.',
    examples: [{ city: 'Kraków', country: 'Poland' }],
  }),
  coordinates: mapField(coordinatesShape, {
    description: 'The latitude and longitude, for calendars and search engines. Default: none.',
    examples: [{ latitude: 50.06, longitude: 19.94 }],
  }),
  timezone: field(
    readTimeZone,
    'The IANA time zone of date and date_end. Default: the time zone of the site.',
    'Europe/Warsaw',
  ),
  online: optionalField(readOnline, {
    description:
      'The web address of the live stream, or true if the talk is online without a public address. Default: false.',
    examples: ['https://example.org/stream', true],
  }),
  status: field(
    readStatus,
    'scheduled, postponed or cancelled. Shown on the page and in calendars. Default: scheduled.',
    'cancelled',
  ),
};

const deliveryShape = {
  date: field(readWallTime, 'Day and time. Default: the date of the talk.', '2027-03-03T14:00'),
  date_end: field(readWallTime, 'The end. Default: not shown.', '2027-03-03T15:00'),
  all_day: field(readFlag, 'Shows the day without a time. Default: the value of the talk.'),
  ...deliveryKeys,
  url_slides: field(readLink, 'The slides of this delivery. Default: the slides of the talk.'),
  url_video: field(readLink, 'The recording of this delivery. Default: the recording of the talk.'),
  note: text(
    'A note on this delivery; may contain Markdown. Default: none.',
    'The first half only',
  ),
};

/** A field that holds the deliveries of a talk. */
export function deliveriesField(manual: Manual) {
  const remedy =
    'Write each delivery as "- event: Name", with "date: 2027-03-03" on the next line.';
  return listField(deliveryShape, { name: 'a delivery', remedy }, manual);
}
