import { sections } from '../../content/sections/sections.ts';
import type { Section } from '../../content/sections/section.ts';
import type { Template } from '../template.ts';
import { courseTemplate } from './course.ts';
import { deckTemplate } from './deck.ts';
import { personTemplate } from './person.ts';
import { postTemplate } from './post.ts';
import { projectTemplate } from './project.ts';
import { publicationTemplate } from './publication.ts';
import { talkTemplate } from './talk.ts';

/** Templates by the nouns of their sections. Other sections use `plainTemplate`. */
const templates: Partial<Record<string, Template>> = {
  talk: talkTemplate,
  publication: publicationTemplate,
  project: projectTemplate,
  post: postTemplate,
  course: courseTemplate,
  person: personTemplate,
  deck: deckTemplate,
};

/** The kinds of pages that can be created, one for each section. */
export const kinds: readonly { section: Section; template: Template }[] = sections.map(
  (section) => ({ section, template: templates[section.noun] ?? plainTemplate(section.noun) }),
);

function plainTemplate(noun: string): Template {
  return {
    example: `${noun} "A Title"`,
    first: 'its text',
    blocks: [{ note: 'The title.', key: 'title', needed: true, ask: 'Title' }],
  };
}
