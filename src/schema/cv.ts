import { z } from 'zod';
import { cvDateField, readCvEndDate } from './cv-date.ts';
import { cvPublicationsField } from './cv-publications.ts';
import { describe, quote } from './describe.ts';
import {
  listField,
  mapField,
  optionalField,
  presenceField,
  requiredField,
  unwrap,
  type ReportIssue,
} from './field.ts';
import { anyCase, type JsonShape } from './json-schema.ts';
import { linkField } from './link.ts';
import { namesField, readText, textField } from './text.ts';

// Fields shared by most sections.

const url = linkField('The web page. Default: none.', 'https://example.org/department');

const summary = textField('A sentence or two about it. Default: none.');

const highlights = namesField(
  'Achievements, one line each. Default: none.',
  'Founded the seminar',
  'Advised two doctoral theses',
);

/** The start and end of a period. */
const period = {
  startDate: cvDateField('The start: a year, a month or a day.', '2019', '2019-10'),
  endDate: optionalField(readCvEndDate, {
    description: 'The end, or present. Default: present, if there is a startDate.',
    examples: ['2023', '2023-08', 'present'],
  }),
};

/** The person a CV is about. site.yaml provides the defaults. */
const basics = mapField(
  {
    name: textField('Your name. Default: name in site.yaml.', 'Ada Example'),
    label: textField(
      'What you do. Default: role and affiliation in site.yaml.',
      'Reader in Measurement',
    ),
    email: textField(
      'Your email address. Default: the email address in links in site.yaml.',
      'ada@example.org',
    ),
    phone: textField('Your phone number. Default: none.', '+43 316 000 000'),
    url,
    summary: textField('A few sentences at the top. Default: none.'),
    location: mapField(
      {
        address: textField('Street and number, or the office.', 'Room 12, Example Street 3'),
        postalCode: textField('The postal code.', '8010'),
        city: textField('The town or city.', 'Graz'),
        region: textField('The state or province.', 'Styria'),
        countryCode: textField('The country: its code or its name.', 'AT'),
      },
      { description: 'Your postal address. Default: none.' },
      'address',
    ),
    profiles: entriesField(
      {
        network: textField('The name of the service, used as the link text.', 'ORCID'),
        username: textField(
          'Your user name there, used as the link text if network is missing.',
          'ada-example',
        ),
        url,
      },
      'a profile',
      'Your profiles on other sites. Default: the links in site.yaml.',
    ),
    image: textField('An image. Accepted, but not shown.'),
  },
  { description: 'Who the CV is about. Default: the values in site.yaml.' },
);

// An entry of each section of a CV, with the keys of JSON Resume 1.0 (jsonresume.org/schema).

const work = {
  position: textField('The position.', 'Associate Professor of Statistics'),
  name: requiredText('name', 'The institution.', 'University of Example'),
  description: textField('A description of the institution. Default: none.'),
  location: textField('The town or city. Default: none.', 'Graz, Austria'),
  url,
  ...period,
  summary,
  highlights,
};

const volunteer = {
  position: textField('Your role.', 'Area chair'),
  organization: requiredText('organization', 'The organisation.', 'Society of Examples'),
  url,
  ...period,
  summary,
  highlights,
};

const education = {
  institution: requiredText('institution', 'The institution.', 'University of Example'),
  url,
  studyType: textField('The degree.', 'PhD'),
  area: textField('The subject, or the title of the thesis.', 'Mathematics'),
  ...period,
  score: textField('The grade. Default: none.', 'with distinction'),
  courses: namesField('Courses worth listing. Default: none.', 'Measure theory'),
  summary,
};

const awards = {
  title: requiredText('title', 'The award or grant.', 'Early career prize'),
  date: cvDateField('When it was awarded.', '2021'),
  awarder: textField('Who awarded it.', 'Society of Examples'),
  url,
  summary,
};

const certificates = {
  name: requiredText('name', 'The certificate.', 'Teaching in Higher Education'),
  date: cvDateField('When it was issued.', '2018-06'),
  issuer: textField('Who issued it.', 'University of Example'),
  url,
};

const projects = {
  name: requiredText('name', 'The project.', 'Open Example Archive'),
  entity: textField('The funder or host.', 'Example Research Council'),
  roles: namesField('Your roles in it.', 'principal investigator'),
  type: textField('The kind of project. Accepted, but not shown.'),
  url,
  ...period,
  description: textField('What it is about. Default: none.'),
  keywords: namesField('Keywords. Accepted, but not shown.'),
  highlights,
};

const skills = {
  name: requiredText('name', 'The skill, or the name of a group of skills.', 'Programming'),
  level: textField('The level of skill. Default: none.', 'daily use'),
  keywords: namesField('The skills in the group. Default: none.', 'Python', 'Julia'),
};

const languages = {
  language: requiredText('language', 'The language.', 'Portuguese'),
  fluency: textField('How well you speak it. Default: none.', 'native'),
};

const interests = {
  name: requiredText('name', 'The interest.', 'Chamber music'),
  keywords: namesField('Details. Default: none.', 'viola'),
};

const references = {
  name: requiredText('name', 'The name of the referee.', 'Prof. Grace Example'),
  reference: textField('Their recommendation, or how to contact them. Default: none.'),
};

/** Which talks of the site are listed in the CV. */
const talkChoices = ['all', 'featured', 'none'] as const;

function readTalks(value: unknown, reportIssue: ReportIssue) {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  const choice = talkChoices.find((known) => known === word);
  if (choice !== undefined) return choice;
  reportIssue({
    code: 'cv/wrong-shape',
    message: `must be all, featured or none, not ${typeof value === 'string' ? quote(value) : describe(value)}`,
    remedy: 'Write one of these words. The talks themselves are in content/talks/.',
  });
  return undefined;
}

readTalks.json = {
  anyOf: [
    { enum: talkChoices },
    { type: 'string', pattern: `^\\s*(${anyCase(talkChoices.join('|'))})\\s*$` },
  ],
} as JsonShape;

/** The schema of content/cv.yaml: a CV with the keys of JSON Resume 1.0. */
export const cvSchema = z
  .strictObject({
    basics,
    work: entriesField(work, 'a position', 'Positions held.'),
    education: entriesField(education, 'a degree', 'Degrees.'),
    awards: entriesField(awards, 'an award', 'Awards, prizes and grants.'),
    publications: cvPublicationsField,
    talks: optionalField(readTalks, {
      description:
        'Which talks of the site are listed: all, featured (those with featured: true) or none. ' +
        'Default: all.',
      examples: ['featured'],
    }),
    projects: entriesField(projects, 'a project', 'Projects.'),
    volunteer: entriesField(
      volunteer,
      'a service entry',
      'Service: reviewing, committees, societies, outreach.',
    ),
    certificates: entriesField(certificates, 'a certificate', 'Certificates.'),
    skills: entriesField(skills, 'a skill', 'Skills.'),
    languages: entriesField(languages, 'a language', 'Languages.'),
    interests: entriesField(interests, 'an interest', 'Interests.'),
    references: entriesField(references, 'a reference', 'People who can give a reference.'),
    $schema: presenceField('Part of files converted from JSON Resume. Accepted and ignored.'),
    meta: presenceField('Part of files converted from JSON Resume. Accepted and ignored.'),
  })
  .meta({ title: 'cv' });

/** The parsed CV of the author, with empty values absent. */
export type RawCv = z.output<typeof cvSchema>;

/** All keys of a CV, at any depth, in their usual spelling. */
export const cvKeys: readonly string[] = [...new Set(collectKeys(cvSchema))];

/** A required text of an entry. */
function requiredText(key: string, description: string, example: string) {
  const remedy = `Add it, for example "${key}: ${example}".`;
  const missing = { code: 'cv/missing', message: 'is missing or empty', remedy };
  return requiredField(readText, missing, { description, examples: [example] });
}

/** A field that holds the entries of a section. @param entry An entry with its article: `an award`. */
function entriesField<Shape extends z.ZodRawShape>(
  shape: Shape,
  entry: string,
  description: string,
) {
  const [first = 'name'] = Object.keys(shape);
  const remedy = `Write each entry as "- ${first}: …", with its other keys indented below.`;
  return listField(shape, { name: entry, remedy }, { description });
}

function collectKeys(schema: z.core.$ZodType): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return collectKeys(inner.element);
  if (!(inner instanceof z.ZodObject)) return [];
  const fields = Object.entries(inner.shape as Record<string, z.core.$ZodType>);
  return fields.flatMap(([key, field]) => [key, ...collectKeys(field)]);
}
