import type { z } from 'zod';
import { mapField } from './field.ts';
import { textField } from './text.ts';

/** Returns a field with the names of one section. @param titles Titles, as examples. */
function sectionField(folder: string, ...titles: unknown[]) {
  const title = folder.charAt(0).toUpperCase() + folder.slice(1);
  const shape = {
    title: textField(`The heading of the list at /${folder}/. Default: ${title}.`, ...titles),
    menu: textField('The text of its link in the menu. Default: the title.'),
  };
  const description = `The names of the list at /${folder}/: a title, or a title and a menu text.`;
  return mapField(shape, { description, ...(titles.length > 0 && { examples: titles }) }, 'title');
}

/** The names of the lists of the site. */
export const sectionsField = mapField(
  {
    talks: sectionField('talks', 'Lectures'),
    publications: sectionField('publications', 'Papers'),
    projects: sectionField('projects', 'Software'),
    posts: sectionField('posts', 'News'),
    teaching: sectionField('teaching', 'Courses'),
    people: sectionField('people', 'Group'),
  },
  {
    description:
      'Other names for the sections. A title heads the list, its feed and its part of the home page; the ' +
      'addresses stay the same. Default: Talks, Publications, Projects, Posts, Teaching and People.',
    examples: [{ publications: 'Papers', posts: { title: 'News and views', menu: 'News' } }],
  },
);

/** The names of the sections that the author chose, by folder. */
export type SectionNames = NonNullable<z.output<typeof sectionsField>>;
