import { optionalField, requiredField } from './field.ts';
import { mapField } from './map.ts';
import { readLink, readOnline } from './link.ts';
import { readText, readTimeZone } from './text.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });

const addressShape = {
  street: text('Street and number.', '10 Example Street'),
  city: text('Town.', 'Kraków'),
  region: text('State, province or canton.', 'CA'),
  postcode: text('Postal code. Put quotes around one with leading zeros in TOML.', '01234'),
  country: text('Country, as it should be read on the page.', 'Poland'),
};

/** What the talk is and where it is given. */
export const talkText = {
  title: requiredField(
    readText,
    {
      code: 'talk/title-missing',
      message: 'is missing or empty',
      remedy: 'Write title: and the title in quotes.',
    },
    { description: 'The title of the talk. Required.', examples: ['On Growth and Form'] },
  ),
  subtitle: text('A second line below the title. Default: none.'),
  event: text('The conference, seminar or series. Default: none.', 'Winter School on Statistics'),
  event_name: text('The same as event, in the spelling of newer themes.'),
  event_short: text('The name of the event where event is missing.', 'WSS 2024'),
  event_url: optionalField(readLink, {
    description: 'The web page of the event; its name becomes a link. Default: none.',
    examples: ['https://example.org/school'],
  }),
  location: text('Where the talk is given, in one line. Default: the address.', 'Room 2'),
  venue: text('In academicpages what is called event here; beside an event, the location.'),
  address: mapField(addressShape, {
    description: 'The postal address, each part of it optional. Default: none.',
    examples: [{ city: 'Kraków', country: 'Poland' }],
  }),
  timezone: optionalField(readTimeZone, {
    description: 'The IANA time zone of date and date_end. Default: the one of the site.',
    examples: ['Europe/Warsaw'],
  }),
  online: optionalField(readOnline, {
    description: 'Where the talk can be followed online, or true for online only. Default: false.',
    examples: ['https://example.org/stream', true],
  }),
  summary: text('One or two sentences for lists and feeds. Default: from the abstract.'),
  abstract: text('The abstract: Markdown and TeX. Default: none.'),
  abstract_short: text('A short abstract, used where summary is missing.'),
  excerpt: text('The same as summary, in the spelling of academicpages.'),
  description: text('The same as summary, used where summary is missing.'),
  type: text('The kind of talk, as academicpages writes it.', 'Tutorial'),
  talk_type: text('The kind of talk. Default: type.', 'Keynote'),
  doi: text('The DOI of the talk or its slides, without https://doi.org/.', '10.5281/zenodo.1'),
};
