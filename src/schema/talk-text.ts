import { optionalField, requiredField } from './field.ts';
import { deliveriesField, deliveryKeys } from './deliveries.ts';
import { readNames, readText } from './text.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });

/** What the talk is and where it is given. */
export const talkText = {
  title: requiredField(
    readText,
    {
      code: 'title-missing',
      message: 'is missing or empty',
      remedy: 'Write title: and the title in quotes.',
    },
    { description: 'The title of the talk. Required.', examples: ['On Growth and Form'] },
  ),
  subtitle: text('A second line below the title. Default: none.'),
  ...deliveryKeys,
  event_name: text('The same as event, in the spelling of newer themes.'),
  event_short: text('The name of the event where event is missing.', 'WSS 2024'),
  venue: text('In academicpages what is called event here; beside an event, the location.'),
  deliveries: deliveriesField({
    description:
      'Where and when the talk is given, if more than once; the keys of the talk are defaults. ' +
      'Default: once, by the keys of the talk.',
    examples: [[{ event: 'Example Seminar', date: '2027-03-03T14:00' }]],
  }),
  summary: text('One or two sentences for lists and feeds. Default: from the abstract.'),
  abstract: text('The abstract: Markdown and TeX. Default: none.'),
  abstract_short: text('A short abstract, used where summary is missing.'),
  excerpt: text('The same as summary, in the spelling of academicpages.'),
  description: text('The same as summary, used where summary is missing.'),
  type: text('The kind of talk, as academicpages writes it.', 'Tutorial'),
  talk_type: text('The kind of talk. Default: type.', 'Keynote'),
  publication: optionalField(readNames, {
    description: 'The same as publications.',
  }),
  doi: text('The DOI of the talk or its slides, without https://doi.org/.', '10.5281/zenodo.1'),
};
