import type { Problem } from './problem.ts';

/** Why a file among the talks is no talk. */
export type Why = 'list' | 'source' | 'language' | 'widget';

/** A file that is left out, by its name in messages. */
export interface PassedOver {
  name: string;
  why: Why;
}

const words: Record<Why, { message: string; remedy: string }> = {
  list: {
    message: 'a page of another kind among the talks is left out',
    remedy: 'The site makes its own list of talks.',
  },
  widget: {
    message: 'a page of another kind among the talks is left out',
    remedy: 'If it is a talk, give it a title and a date, and take widget, headless and the like out.',
  },
  source: {
    message: 'the source of a document is left out',
    remedy: 'Only .md and .mdx files become talks: knit or render it to one.',
  },
  language: {
    message: 'the same talk in another language is left out',
    remedy: 'The language of the site is that of language: in site.yaml.',
  },
};

export function toNote({ name, why }: PassedOver): Problem {
  return {
    ...{ file: name, line: 1, column: 1, severity: 'note', code: 'talk/passed-over' },
    ...words[why],
  };
}
