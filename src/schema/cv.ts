import { z } from 'zod';
import { basics } from './cv-basics.ts';
import * as entries from './cv-entries.ts';
import { section } from './cv-fields.ts';
import { describe, quote } from './describe.ts';
import { optionalField, type Complain } from './field.ts';
import type { JsonShape } from './json-shape.ts';
import { unwrap } from './unwrap.ts';

/** Which talks of the site are listed in the CV. */
const talkChoices = ['all', 'featured', 'none'] as const;

/** The schema of content/cv.yaml: a CV with the keys of JSON Resume 1.0. */
export const cvSchema = z
  .strictObject({
    basics,
    work: section(entries.work, 'a position', 'Positions held.'),
    education: section(entries.education, 'a degree', 'Degrees.'),
    awards: section(entries.awards, 'an award', 'Awards, prizes and grants.'),
    publications: section(entries.publications, 'a publication', 'Selected publications.'),
    talks: optionalField(readTalks, {
      description:
        'Which talks of the site are listed: all, featured (those with featured: true) or none. ' +
        'Default: all.',
      examples: ['featured'],
    }),
    projects: section(entries.projects, 'a project', 'Projects.'),
    volunteer: section(
      entries.volunteer,
      'a service entry',
      'Service: reviewing, committees, societies, outreach.',
    ),
    certificates: section(entries.certificates, 'a certificate', 'Certificates.'),
    skills: section(entries.skills, 'a skill', 'Skills.'),
    languages: section(entries.languages, 'a language', 'Languages.'),
    interests: section(entries.interests, 'an interest', 'Interests.'),
    references: section(entries.references, 'a reference', 'People who can give a reference.'),
    $schema: optionalField(anything, {
      description: 'Part of files converted from JSON Resume. Accepted and ignored.',
    }),
    meta: optionalField(anything, {
      description: 'Part of files converted from JSON Resume. Accepted and ignored.',
    }),
  })
  .meta({ title: 'cv' });

/** A CV as written by the author. */
export type WrittenCv = z.output<typeof cvSchema>;

/** All keys of a CV, at any depth, in their spelling. */
export const cvKeys: readonly string[] = [...new Set(keysOf(cvSchema))];

function keysOf(schema: z.core.$ZodType): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return keysOf(inner.element);
  if (!(inner instanceof z.ZodObject)) return [];
  const fields = Object.entries(inner.shape as Record<string, z.core.$ZodType>);
  return fields.flatMap(([key, field]) => [key, ...keysOf(field)]);
}

function readTalks(value: unknown, complain: Complain) {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  const choice = talkChoices.find((one) => one === word);
  if (choice !== undefined) return choice;
  complain({
    code: 'cv/wrong-shape',
    message: `must be all, featured or none, not ${typeof value === 'string' ? quote(value) : describe(value)}`,
    remedy: 'Write one of these words. The talks themselves are in content/talks/.',
  });
  return undefined;
}

readTalks.json = { enum: talkChoices } as JsonShape;

function anything(): undefined {
  return undefined;
}

anything.json = {} as JsonShape;
