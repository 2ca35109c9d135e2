import { z } from 'zod';
import {
  isEmpty,
  listField,
  mapField,
  optionalField,
  presenceField,
  type FieldDocs,
  type ReportIssue,
} from './field.ts';
import { linkJson } from './json-schema.ts';
import { isEmailAddress, linkField, readLink } from './link.ts';
import { ignoredPageKeys, isContentPage, pageBasics, pageLinks } from './page-keys.ts';
import { flagField, namesField, textField } from './text.ts';

/** Reads a link. An email address becomes a mailto: link. */
function readContact(value: unknown, reportIssue: ReportIssue): string | undefined {
  const link = readLink(value, reportIssue);
  return link && isEmailAddress(link) ? `mailto:${link}` : link;
}

readContact.json = linkJson;

const contactShape = {
  icon: textField('The icon before the link text: its name in the pack, or pack/name.', 'github'),
  icon_pack: textField('The icon pack: fas, far, fab or ai. Default: fas.', 'fab'),
  link: optionalField(readContact, {
    description: 'The target: a web or email address, a phone number as tel:, or a file.',
    examples: ['mailto:lin@example.org'],
  }),
  url: optionalField(readContact, { description: 'The same as link, in newer themes.' }),
  label: textField('The link text. Default: the name of the service, or the host.', 'E-mail'),
  name: textField('The same as label.'),
  display: mapField(
    {
      header: flagField('Whether older themes also showed it in the menu.'),
      title: textField('Whether older themes showed the link text.'),
    },
    { description: 'Accepted and ignored.' },
  ),
};

/** A field that holds profiles and contact addresses; an entry without a link is a warning. */
function contactsField(docs: FieldDocs) {
  const remedy =
    'Write each link as "- icon: github", with "link: https://github.com/…" on the next line.';
  return listField(contactShape, { name: 'a link', remedy, isUsable: hasTarget }, docs);
}

function hasTarget(
  { link, url, icon }: Record<string, unknown>,
  reportIssue: ReportIssue,
): boolean {
  if (!isEmpty(link) || !isEmpty(url)) return true;
  reportIssue({
    code: 'link-without-url',
    message: `has an entry without a link${typeof icon === 'string' ? ` (${icon})` : ''}`,
    result: 'which is not shown',
    remedy: 'Add a link, or delete the entry.',
  });
  return false;
}

const nameShape = {
  display: textField('The name as shown.', 'Lin Sample'),
  given: textField('The given names. Used with family if display is missing.', 'Lin'),
  family: textField('The family name, used to sort lists.', 'Sample'),
  alternate: textField('The name in another script. Lists of authors may use it.'),
  pronouns: textField('The same as pronouns.'),
  pronunciation: textField('Accepted, but not shown.'),
};

const organization = {
  name: textField('The institution.', 'University of Example'),
  url: linkField('Its web page. Default: none.'),
};

const degree = {
  course: textField('The degree.', 'PhD in Statistics'),
  degree: textField('The same as course, in newer themes.'),
  area: textField('The same as course.'),
  institution: textField('The institution.', 'University of Example'),
  year: textField('The year, as free text.', '2012'),
  start: textField('The start, in newer themes: a year, a month or a day.', '2019-10'),
  end: textField('The end. Default: present, if there is a start.', '2023-08'),
  date_start: textField('The same as start.'),
  date_end: textField('The same as end.'),
  summary: textField('A sentence or two about it; may contain Markdown. Default: none.'),
  button: mapField(
    {
      text: textField('The link text.', 'Thesis'),
      url: linkField('The target of the link.'),
      icon: textField('Accepted, but not shown.'),
    },
    { description: 'A link, for example to the thesis. Default: none.' },
  ),
};

const degreeRemedy = 'Write each entry as "- course: PhD", with its other keys indented below.';

/** The schema of the file of a person: `content/authors/<name>/_index.md` or `<name>.yaml`. */
export const personSchema = z
  .object({
    title: textField('The name. Required unless name is given.', 'Lin Sample'),
    name: mapField(
      nameShape,
      { description: 'The same as title, or the parts of the name.' },
      'display',
    ),
    first_name: textField('The given names. Lists of authors may use them with last_name.', 'Lin'),
    last_name: textField('The family name, used to sort lists.', 'Sample'),
    nicknames: namesField('Other names that lists of authors use for this person.', 'L. Sample'),
    authors: namesField('The same as nicknames: the user name in older themes.', 'lin'),
    superuser: flagField(
      'Marks the owner of the site, whose page is the home page. Default: false.',
      true,
    ),
    is_owner: flagField('The same as superuser, in newer themes.', true),
    role: textField('What they do. Default: none.', 'Reader in Measurement'),
    pronouns: textField('Their pronouns. Default: none.', 'they/them'),
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
    bio: textField(
      'A few sentences, shown if there is no text below the front matter; may contain Markdown. Default: none.',
    ),
    interests: namesField('Their research interests. Default: none.', 'knots', 'braids'),
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
    user_groups: namesField(
      'The groups in which the list of people shows them. Default: none.',
      'Students',
    ),
    avatar_filename: linkField(
      'The image: a file next to this one or in public/. Default: the file named avatar.',
      'lin.jpg',
    ),
    image: pageLinks.image,
    header: pageLinks.header,
    slug: pageLinks.slug,
    aliases: pageLinks.aliases,
    alias: pageLinks.alias,
    permalink: pageLinks.permalink,
    publishDate: pageBasics.publishDate,
    expiryDate: pageBasics.expiryDate,
    draft: pageBasics.draft,
    published: pageBasics.published,
    private: flagField(
      'Hides the page from search engines and the list of people. Default: false.',
      true,
    ),
    math: pageBasics.math,
    macros: pageBasics.macros,
    work: presenceField('Positions are part of a CV and are not shown.'),
    experience: presenceField('Positions are part of a CV and are not shown.'),
    skills: presenceField('Skills are part of a CV and are not shown.'),
    languages: presenceField('Languages are part of a CV and are not shown.'),
    awards: presenceField('Awards are part of a CV and are not shown.'),
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
    ...ignoredPageKeys,
    ...['date', 'lastmod', 'email', 'gravatar', 'highlight_name', 'name_pronunciation'],
    ...['postnominals', 'schema', 'status', 'tags', 'type'],
  ]),
];

/** Returns whether a file in the folder of people is about a person, and not a widget of an older theme. */
export function isPerson(data: Record<string, unknown>): boolean {
  return isContentPage(data, true);
}
