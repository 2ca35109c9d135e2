import type { Problem } from '../problems/problem.ts';
import type { Section } from '../sections/section.ts';

/** Why a file in the folder of a section is no page of it. */
export type Why = 'list' | 'source' | 'language' | 'widget' | 'chapter';

/** A file that is left out, by its name in messages. */
export interface PassedOver {
  name: string;
  why: Why;
}

type Named = Pick<Section, 'name' | 'noun'>;

const words: Record<Why, (section: Named) => { message: string; remedy: string }> = {
  list: ({ name }) => ({
    message: `a page of another kind among the ${name} is left out`,
    remedy: `The site makes its own list of ${name}.`,
  }),
  widget: ({ name, noun }) => ({
    message: `a page of another kind among the ${name} is left out`,
    remedy: `If it is a ${noun}, give it a title and a date, and take widget, headless and the like out.`,
  }),
  source: ({ name }) => ({
    message: 'the source of a document is left out',
    remedy: `Only .md and .mdx files become ${name}: knit or render it to one.`,
  }),
  chapter: ({ noun }) => ({
    message: `a chapter below the page of a ${noun} is left out`,
    remedy: `Put its text into the file of the ${noun}, or its PDF among the links.`,
  }),
  language: ({ noun }) => ({
    message: `the same ${noun} in another language is left out`,
    remedy: 'The language of the site is that of language: in site.yaml.',
  }),
};

export function toNote({ name, why }: PassedOver, section: Named): Problem {
  return {
    ...{ file: name, line: 1, column: 1, severity: 'note', code: `${section.noun}/skipped` },
    ...words[why](section),
  };
}
