import { dateField } from './date-text.ts';
import { describe, quote } from './describe.ts';
import {
  createField,
  isEmpty,
  listField,
  mapField,
  optionalField,
  type FieldDocs,
  type Reader,
  type ReportIssue,
} from './field.ts';
import { textJson, type JsonShape } from './json-schema.ts';
import { linkField, readLink } from './link.ts';
import { flagField, readText, readTimeZone, textField } from './text.ts';

export type DeliveryStatus = 'scheduled' | 'postponed' | 'cancelled';

/** Reads the status of a delivery. Also accepts the American spelling `canceled`. */
function readStatus(value: unknown, reportIssue: ReportIssue): DeliveryStatus | undefined {
  const text = readText(value, reportIssue);
  const word = text?.toLowerCase().replace(/^canceled$/, 'cancelled');
  if (word === 'scheduled' || word === 'postponed' || word === 'cancelled') return word;
  if (text === undefined) return undefined;
  reportIssue({
    code: 'unknown-status',
    message: `${quote(text)} is not a known status`,
    remedy: 'Write scheduled, postponed or cancelled.',
  });
  return undefined;
}

readStatus.json = { anyOf: [{ enum: ['scheduled', 'postponed', 'cancelled'] }, textJson] };

/** Returns a reader for degrees from `-limit` to `limit`; any other value is a warning. */
function createDegreesReader(limit: number): Reader<number> {
  const read = (value: unknown, reportIssue: ReportIssue): number | undefined => {
    const number = isEmpty(value) ? NaN : Number(value);
    if (Math.abs(number) <= limit) return number;
    const message = `is not a number from −${limit} to ${limit}`;
    const remedy = 'Write decimal degrees, such as 48.2.';
    reportIssue({ code: 'coordinates', message, remedy });
    return undefined;
  };
  return Object.assign(read, { json: {} });
}

/** Reads true, false or a link: whether a talk can be followed online, and where. */
function readOnline(value: unknown, reportIssue: ReportIssue): string | boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') {
    reportIssue({
      code: 'wrong-shape',
      message: `must be a link, true or false, not ${describe(value)}`,
      remedy: 'Write true, or the https address of the live stream.',
    });
    return undefined;
  }
  const word = value.trim().toLowerCase();
  if (['true', 'yes', 'on'].includes(word)) return true;
  if (['false', 'no', 'off'].includes(word)) return false;
  return readLink(value, reportIssue);
}

readOnline.json = { anyOf: [{ type: 'boolean' }, { type: 'string' }] } as JsonShape;

const addressShape = {
  street: textField('Street and number.', '10 Example Street'),
  city: textField('Town or city.', 'Kraków'),
  region: textField('State, province or canton.', 'CA'),
  postcode: textField(
    'Postal code. In TOML, put a postal code with leading zeros in quotes.',
    '01234',
  ),
  country: textField('Country, as shown on the page.', 'Poland'),
};

const coordinatesShape = {
  latitude: createField(createDegreesReader(90))('Degrees north; negative is south.', 50.06),
  longitude: createField(createDegreesReader(180))('Degrees east; negative is west.', 19.94),
};

/** The keys shared by a talk and its deliveries. */
export const deliveryKeys = {
  event: textField(
    'The conference, seminar or series. Default: none.',
    'Winter School on Statistics',
  ),
  event_url: linkField(
    'The web page of the event. The name of the event links to it. Default: none.',
    'https://example.org/school',
  ),
  location: textField('Where the talk is given, in one line. Default: the address.', 'Room 2'),
  address: mapField(addressShape, {
    description: 'The postal address. Every part is optional. Default: none.',
    examples: [{ city: 'Kraków', country: 'Poland' }],
  }),
  coordinates: mapField(coordinatesShape, {
    description: 'The latitude and longitude, for calendars and search engines. Default: none.',
    examples: [{ latitude: 50.06, longitude: 19.94 }],
  }),
  timezone: optionalField(readTimeZone, {
    description: 'The IANA time zone of date and date_end. Default: the time zone of the site.',
    examples: ['Europe/Warsaw'],
  }),
  online: optionalField(readOnline, {
    description:
      'The web address of the live stream, or true if the talk is online without a public address. Default: false.',
    examples: ['https://example.org/stream', true],
  }),
  status: optionalField(readStatus, {
    description:
      'scheduled, postponed or cancelled. Shown on the page and in calendars. Default: scheduled.',
    examples: ['cancelled'],
  }),
};

const deliveryShape = {
  date: dateField('Day and time. Default: the date of the talk.', '2027-03-03T14:00'),
  date_end: dateField('The end. Default: not shown.', '2027-03-03T15:00'),
  all_day: flagField('Shows the day without a time. Default: the value of the talk.'),
  ...deliveryKeys,
  url_slides: linkField('The slides of this delivery. Default: the slides of the talk.'),
  url_video: linkField('The recording of this delivery. Default: the recording of the talk.'),
  note: textField(
    'A note on this delivery; may contain Markdown. Default: none.',
    'The first half only',
  ),
};

/** A field that holds the deliveries of a talk. */
export function deliveriesField(docs: FieldDocs) {
  const remedy =
    'Write each delivery as "- event: Name", with "date: 2027-03-03" on the next line.';
  return listField(deliveryShape, { name: 'a delivery', remedy }, docs);
}
