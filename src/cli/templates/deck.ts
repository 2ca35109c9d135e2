import type { Template } from '../template.ts';

export const deckTemplate: Template = {
  example: 'deck "On Growth and Form"',
  first: 'the slides',
  // A line of dashes separates two slides.
  body: ({ title = '' }) => `# ${title}\n\n---\n\n## The first slide\n`,
  blocks: [
    {
      note: 'The title. To link a page to these slides, add "slides:" and the name of this folder to it.',
      ...{ key: 'title', needed: true, ask: 'Title' },
    },
    {
      note: 'A summary of one or two sentences, for search engines and shared links.',
      ...{ key: 'summary', example: 'A short description.' },
    },
    {
      note: 'The authors, if you are not the only one. "me" is you.',
      more: ['authors: [me, Lin Sample]'],
    },
  ],
};
