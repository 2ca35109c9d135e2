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
  optionalField(isThere, { description: `${what}: part of a CV, and not shown here.` });

const nameShape = {
  display: text('The name as it is shown.', 'Lin Sample'),
  given: text('Given names; with family they stand for display.', 'Lin'),
  family: text('The family name, by which lists are sorted.', 'Sample'),
  alternate: text('The name in another script: a further name to be known by.'),
  pronouns: text('The same as pronouns.'),
  pronunciation: text('Understood and not shown.'),
};

const organization = {
  name: text('The institution.', 'University of Example'),
  url: optionalField(readLink, { description: 'Its web page. Default: none.' }),
};

const degree = {
  course: text('The degree.', 'PhD in Statistics'),
  degree: text('The same as course, in newer themes.'),
  area: text('The same as course.'),
  institution: text('Where.', 'University of Example'),
  year: text('When, in any words.', '2012'),
  start: text('When it began, in newer themes: a year, a month or a day.', '2019-10'),
  end: text('When it ended. Default: with a start, it goes on.', '2023-08'),
  date_start: text('The same as start.'),
  date_end: text('The same as end.'),
  summary: text('A sentence or two about it: Markdown. Default: none.'),
  button: mapField(
    {
      text: text('The words of the link.', 'Thesis'),
      url: optionalField(readLink, { description: 'Where it leads.' }),
      icon: text('Understood and not shown.'),
    },
    { description: 'A link, to the thesis for instance. Default: none.' },
  ),
};

const degreeRemedy = 'Write the entry as "- course: PhD", its other keys indented below.';

/** What the file of a person may hold: `content/authors/<name>/_index.md` or `<name>.yaml`. */
export const personSchema = z
  .object({
    title: text('The name. Required, unless name is there.', 'Lin Sample'),
    name: mapField(nameShape, { description: 'The same as title; or its parts.' }, 'display'),
    first_name: text('Given names. With last_name they are a further name to be known by.', 'Lin'),
    last_name: text('The family name, by which lists are sorted.', 'Sample'),
    nicknames: names('Further names in lists of authors that mean this person.', 'L. Sample'),
    authors: names('The same as nicknames: the user name in older themes.', 'lin'),
    superuser: flag('This is the owner of the site, whose page is the home page. Default: false.'),
    is_owner: flag('The same as superuser, in newer themes.'),
    role: text('What they do. Default: none.', 'Reader in Measurement'),
    pronouns: text('How to speak of them. Default: not said.', 'they/them'),
    organizations: listField(
      organization,
      { name: 'an institution', remedy: 'Write it as "- name: …", with url: below name.' },
      { description: 'Where they work. Default: none.' },
    ),
    affiliations: listField(
      organization,
      { name: 'an institution', remedy: 'Write it as "- name: …", with url: below name.' },
      { description: 'The same as organizations, in newer themes.' },
    ),
    bio: text('A few sentences, shown where there is no text below: Markdown. Default: none.'),
    interests: names('What they work on. Default: none.', 'knots', 'braids'),
    education: listField(
      {
        courses: listField(
          degree,
          { name: 'a degree', remedy: degreeRemedy },
          { description: 'The list of degrees, as older themes write it.' },
        ),
        ...degree,
      },
      { name: 'a degree', remedy: degreeRemedy },
      { description: 'Degrees, in the order they are shown. Default: none.' },
    ),
    social: contactsField({ description: 'Where else to find them. Default: none.' }),
    profiles: contactsField({ description: 'The same as social.' }),
    links: contactsField({ description: 'The same as social, in newer themes.' }),
    user_groups: names(
      'The groups of the list of people they stand in. Default: none.',
      'Students',
    ),
    avatar_filename: optionalField(readLink, {
      description: 'The picture, beside this file or in public/. Default: the one named avatar.',
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
    private: flag('Keeps the page from search engines and the list of people. Default: false.'),
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
      'A name is required. What newer themes keep in `data/authors/<name>.yaml` lies beside, as ' +
      '`content/authors/<name>.yaml`, without hyphens above and below; of both of one name the YAML file ' +
      'has the facts and the other the text. The picture is the one named `avatar` in the folder, ' +
      '`<name>.jpg` beside the file, or `public/media/authors/<name>.jpg`. What it shows, and former ' +
      'addresses, are written as for a talk. An `email` is not shown: older themes asked for it to find a ' +
      'picture. Write it among the links.\n\n' +
      'Whoever stands among the authors of a talk or publication by the name of the folder, by name or by ' +
      'a nickname, accents and capitals aside, has a link there to `/people/<name>/`, where these talks ' +
      'and publications are listed. `/people/` lists people by their groups, in the order of ' +
      '`people_groups` in `site.yaml`; if nobody has a group it lists everybody, else whoever has none ' +
      'has a page and is not on the list.\n\n' +
      'The **owner** of the site is who has the name in `site.yaml`, else the person called `admin` or ' +
      '`me`, else the one with `superuser: true`. Their page is the home page, and their name leads there. ' +
      'The home page shows what `site.yaml` and `about.md` do not say: role, institutions, links; ' +
      'interests and education; and, without an `about.md`, the picture and the text.',
  });

/** The file of a person after reading: trimmed, with absent keys undefined. */
export type PersonFrontMatter = z.output<typeof personSchema>;

/** Every key the file of a person may hold, in its own spelling. */
export const personKeys: readonly string[] = [
  ...new Set([
    ...Object.keys(personSchema.shape),
    ...ignoredTalkKeys,
    ...['date', 'lastmod', 'email', 'gravatar', 'highlight_name', 'name_pronunciation'],
    ...['postnominals', 'schema', 'status', 'tags', 'type'],
  ]),
];

/** True for the pages of other themes that lie among people. */
export function isNotAPerson(data: Record<string, unknown>): boolean {
  return isNotATalk({ ...data, date: 'any' });
}

function isThere(): true {
  return true;
}

isThere.json = {} as JsonShape;
