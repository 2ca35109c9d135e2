import { z } from 'zod';
import { contactsField } from './contacts.ts';
import { optionalField } from './field.ts';
import type { JsonShape } from './json-shape.ts';
import { readLink } from './link.ts';
import { listField } from './list.ts';
import { mapField } from './map.ts';
import { pageBasics } from './page-basics.ts';
import { pageLinks } from './page-links.ts';
import { ignoredTalkKeys, isNotATalk } from './talk.ts';
import { readFlag, readNames, readText } from './text.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });
const names = (description: string, ...examples: string[]) =>
  optionalField(readNames, { description, examples: [examples] });
const flag = (description: string) => optionalField(readFlag, { description, examples: [true] });
const elsewhere = (what: string) =>
  optionalField(isThere, { description: `${what} are part of a CV and are not shown.` });

const nameShape = {
  display: text('The name as shown.', 'Lin Sample'),
  given: text('The given names. Used with family if display is missing.', 'Lin'),
  family: text('The family name, used to sort lists.', 'Sample'),
  alternate: text('The name in another script. Lists of authors may use it.'),
  pronouns: text('The same as pronouns.'),
  pronunciation: text('Accepted, but not shown.'),
};

const organization = {
  name: text('The institution.', 'University of Example'),
  url: optionalField(readLink, { description: 'Its web page. Default: none.' }),
};

const degree = {
  course: text('The degree.', 'PhD in Statistics'),
  degree: text('The same as course, in newer themes.'),
  area: text('The same as course.'),
  institution: text('The institution.', 'University of Example'),
  year: text('The year, as free text.', '2012'),
  start: text('The start, in newer themes: a year, a month or a day.', '2019-10'),
  end: text('The end. Default: present, if there is a start.', '2023-08'),
  date_start: text('The same as start.'),
  date_end: text('The same as end.'),
  summary: text('A sentence or two about it; may contain Markdown. Default: none.'),
  button: mapField(
    {
      text: text('The link text.', 'Thesis'),
      url: optionalField(readLink, { description: 'The target of the link.' }),
      icon: text('Accepted, but not shown.'),
    },
    { description: 'A link, for example to the thesis. Default: none.' },
  ),
};

const degreeRemedy = 'Write each entry as "- course: PhD", with its other keys indented below.';

/** The schema of the file of a person: `content/authors/<name>/_index.md` or `<name>.yaml`. */
export const personSchema = z
  .object({
    title: text('The name. Required unless name is given.', 'Lin Sample'),
    name: mapField(
      nameShape,
      { description: 'The same as title, or the parts of the name.' },
      'display',
    ),
    first_name: text('The given names. Lists of authors may use them with last_name.', 'Lin'),
    last_name: text('The family name, used to sort lists.', 'Sample'),
    nicknames: names('Other names that lists of authors use for this person.', 'L. Sample'),
    authors: names('The same as nicknames: the user name in older themes.', 'lin'),
    superuser: flag('Marks the owner of the site, whose page is the home page. Default: false.'),
    is_owner: flag('The same as superuser, in newer themes.'),
    role: text('What they do. Default: none.', 'Reader in Measurement'),
    pronouns: text('Their pronouns. Default: none.', 'they/them'),
    organizations: listField(
      organization,
      {
        name: 'an institution',
        remedy: 'Write each institution as "- name: …", with "url: …" on the next line.',
      },
      { description: 'Where they work. Default: none.' },
    ),
    affiliations: listField(
      organization,
      {
        name: 'an institution',
        remedy: 'Write each institution as "- name: …", with "url: …" on the next line.',
      },
      { description: 'The same as organizations, in newer themes.' },
    ),
    bio: text(
      'A few sentences, shown if there is no text below the front matter; may contain Markdown. Default: none.',
    ),
    interests: names('Their research interests. Default: none.', 'knots', 'braids'),
    education: listField(
      {
        courses: listField(
          degree,
          { name: 'a degree', remedy: degreeRemedy },
          { description: 'The list of degrees, in older themes.' },
        ),
        ...degree,
      },
      { name: 'a degree', remedy: degreeRemedy },
      { description: 'Degrees, in the order shown. Default: none.' },
    ),
    social: contactsField({ description: 'Profiles and contact addresses. Default: none.' }),
    profiles: contactsField({ description: 'The same as social.' }),
    links: contactsField({ description: 'The same as social, in newer themes.' }),
    user_groups: names(
      'The groups in which the list of people shows them. Default: none.',
      'Students',
    ),
    avatar_filename: optionalField(readLink, {
      description:
        'The image: a file next to this one or in public/. Default: the file named avatar.',
      examples: ['lin.jpg'],
    }),
    image: pageLinks.image,
    header: pageLinks.header,
    slug: pageLinks.slug,
    aliases: pageLinks.aliases,
    alias: pageLinks.alias,
    permalink: pageLinks.permalink,
    publishDate: pageBasics.publishDate,
    expiryDate: pageBasics.expiryDate,
    draft: pageBasics.draft,
    private: flag('Hides the page from search engines and the list of people. Default: false.'),
    math: pageBasics.math,
    work: elsewhere('Positions'),
    experience: elsewhere('Positions'),
    skills: elsewhere('Skills'),
    languages: elsewhere('Languages'),
    awards: elsewhere('Awards'),
  })
  .meta({
    title: 'person',
    description:
      'A name is required. Newer themes keep these keys in `data/authors/<name>.yaml`. Copy that file to ' +
      '`content/authors/<name>.yaml`; a YAML file needs no `---` lines. If a person has both files, the YAML ' +
      'file provides the keys and the Markdown file the text. The image is the file named `avatar` in the ' +
      'folder, `<name>.jpg` next to the file, or `public/media/authors/<name>.jpg`. Its alternative text ' +
      'and old addresses are written as for a talk. `email` is not shown: older themes used it to look up ' +
      'an image. To show an email address, add it to the links.\n\n' +
      'Lists of authors may name a person by folder name, by name or by nickname; accents and case are ' +
      'ignored. The name then links to `/people/<name>/`, which lists the talks and publications of the ' +
      'person. `/people/` lists people by group, in the order of `people_groups` in `site.yaml`. A person ' +
      'without a group has a page but is not on that list. If nobody has a group, it lists everybody.\n\n' +
      'The **owner** of the site is the person with the name in `site.yaml`, or else the person called ' +
      '`admin` or `me`, or else the person with `superuser: true`. Their page is the home page, and their ' +
      'name links to it. `site.yaml` and `about.md` take precedence over the file of the owner. The home ' +
      'page adds from that file the role, institutions, links, interests and education, and, if there is ' +
      'no `about.md`, the image and the text.',
  });

/** The parsed file of a person: trimmed, with absent keys undefined. */
export type PersonFrontMatter = z.output<typeof personSchema>;

/** All keys accepted in the file of a person, in their spelling. */
export const personKeys: readonly string[] = [
  ...new Set([
    ...Object.keys(personSchema.shape),
    ...ignoredTalkKeys,
    ...['date', 'lastmod', 'email', 'gravatar', 'highlight_name', 'name_pronunciation'],
    ...['postnominals', 'schema', 'status', 'tags', 'type'],
  ]),
];

/** Returns whether a file in the folder of people is another kind of page of an older theme. */
export function isNotAPerson(data: Record<string, unknown>): boolean {
  return isNotATalk({ ...data, date: 'any' });
}

function isThere(): true {
  return true;
}

isThere.json = {} as JsonShape;
