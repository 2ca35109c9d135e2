import type { z } from 'zod';
import { readCvDate, readCvEnd } from './cv-date.ts';
import { optionalField, requiredField } from './field.ts';
import { readLink } from './link.ts';
import { listField } from './list.ts';
import { readNames, readText } from './text.ts';

// The fields shared by most sections of a CV.

export const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });

export const names = (description: string, ...examples: string[][]) =>
  optionalField(readNames, { description, ...(examples.length > 0 && { examples }) });

export const date = (description: string, ...examples: string[]) =>
  optionalField(readCvDate, { description, ...(examples.length > 0 && { examples }) });

/** A required text of an entry. */
export function needed(key: string, description: string, example: string) {
  const remedy = `Add it, for example "${key}: ${example}".`;
  const missing = { code: 'cv/missing', message: 'is missing or empty', remedy };
  return requiredField(readText, missing, { description, examples: [example] });
}

export const url = optionalField(readLink, {
  description: 'The web page. Default: none.',
  examples: ['https://example.org/department'],
});

export const summary = text('A sentence or two about it. Default: none.');

export const highlights = names('Achievements, one line each. Default: none.', [
  'Founded the seminar',
  'Advised two doctoral theses',
]);

/** The start and end of a period. */
export const period = {
  startDate: date('The start: a year, a month or a day.', '2019', '2019-10'),
  endDate: optionalField(readCvEnd, {
    description: 'The end, or present. Default: present, if there is a startDate.',
    examples: ['2023', '2023-08', 'present'],
  }),
};

/** A section: a list of entries. @param entry The name of an entry with its article: `an award`. */
export function section<Shape extends z.ZodRawShape>(
  shape: Shape,
  entry: string,
  description: string,
) {
  const [first = 'name'] = Object.keys(shape);
  const remedy = `Write each entry as "- ${first}: …", with its other keys indented below.`;
  return listField(shape, { name: entry, remedy }, { description });
}
