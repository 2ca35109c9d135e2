import { optionalField, requiredField } from './field.ts';
import { deliveriesField, deliveryKeys } from './deliveries.ts';
import { readNames, readText } from './text.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });

/** The title and texts of a talk, and where it is given. */
export const talkText = {
  title: requiredField(
    readText,
    {
      code: 'title-missing',
      message: 'is missing or empty',
      remedy: 'Write the title in quotes, for example title: "On Growth and Form".',
    },
    { description: 'The title of the talk. Required.', examples: ['On Growth and Form'] },
  ),
  subtitle: text('A second line below the title. Default: none.'),
  ...deliveryKeys,
  event_name: text('The same as event, in newer themes.'),
  event_short: text('The name of the event, used if event is missing.', 'WSS 2024'),
  venue: text('The event, in academicpages. If event is given as well, venue is the location.'),
  deliveries: deliveriesField({
    description:
      'Where and when the talk is given, if it is given more than once. The keys of the talk are ' +
      'the defaults of each delivery. Default: one delivery with the keys of the talk.',
    examples: [[{ event: 'Example Seminar', date: '2027-03-03T14:00' }]],
  }),
  summary: text('One or two sentences for lists and feeds. Default: taken from the abstract.'),
  abstract: text('The abstract; may contain Markdown and TeX. Default: none.'),
  abstract_short: text('A short abstract, used if summary is missing.'),
  excerpt: text('The same as summary, in academicpages.'),
  description: text('The same as summary, used if summary is missing.'),
  type: text('The kind of talk, in academicpages.', 'Tutorial'),
  talk_type: text('The kind of talk. Default: type.', 'Keynote'),
  publication: optionalField(readNames, {
    description: 'The same as publications.',
  }),
  doi: text('The DOI of the talk or its slides, without https://doi.org/.', '10.5281/zenodo.1'),
};
