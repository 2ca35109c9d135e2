import type { Template } from '../template.ts';

export const postTemplate: Template = {
  example: 'post "What a Talk Is For"',
  first: 'the text',
  blocks: [
    {
      note: 'The title. Write formulas between dollar signs: $E = mc^2$.',
      ...{ key: 'title', needed: true, ask: 'Title' },
    },
    {
      note: 'The date of publication. The post is not published before this day.',
      ...{ key: 'date', today: true, option: 'the date; by default today' },
    },
    {
      note: 'A summary of one or two sentences, for lists and the feed.',
      ...{ key: 'summary', example: 'A short description.' },
      ask: 'Summary in one sentence',
      option: 'a summary of a project, post or course in one sentence',
    },
    {
      note: 'The authors, if you are not the only one. "me" is you.',
      more: ['authors: [me, Lin Sample]'],
    },
    { note: 'The tags.', more: ['tags: [statistics, geometry]'] },
    {
      note: 'A long text has a table of contents. Set toc to false to hide it.',
      more: ['toc: false'],
    },
  ],
};
