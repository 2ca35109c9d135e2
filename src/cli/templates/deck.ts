import type { Template } from '../template.ts';

export const deckTemplate: Template = {
  example: 'deck "On Growth and Form"',
  first: 'its slides',
  // A line of dashes stands between two slides.
  body: ({ title = '' }) => `# ${title}\n\n---\n\n## The first thing to say\n`,
  blocks: [
    {
      note: 'The title. A page has a link to the deck by "slides:" and the name of this folder.',
      ...{ key: 'title', needed: true, ask: 'Title' },
    },
    {
      note: 'One or two sentences, for search engines and shared links.',
      ...{ key: 'summary', example: 'What the slides are about, in short.' },
    },
    {
      note: 'Whose slides they are, if not yours alone. "me" is you.',
      more: ['authors: [me, Lin Sample]'],
    },
  ],
};
