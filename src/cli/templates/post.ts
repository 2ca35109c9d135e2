import type { Template } from '../template.ts';

export const postTemplate: Template = {
  example: 'post "What a Talk Is For"',
  first: 'its text',
  blocks: [
    {
      note: 'The title. A formula stands between dollars: $E = mc^2$.',
      ...{ key: 'title', needed: true, ask: 'Title' },
    },
    {
      note: 'Its day. Before that day it is not shown.',
      ...{ key: 'date', today: true, option: 'its day; without it, today' },
    },
    {
      note: 'One or two sentences: what lists and the feed say of it.',
      ...{ key: 'summary', example: 'What it is about, in short.' },
      ask: 'What it is about, in a sentence',
      option: 'what a project, post or course is about, in a sentence',
    },
    {
      note: 'Who wrote it, if not you alone. "me" is you.',
      more: ['authors: [me, Lin Sample]'],
    },
    { note: 'Subjects.', more: ['tags: [statistics, geometry]'] },
    {
      note: 'A table of contents stands above a long text by itself; false keeps it away.',
      more: ['toc: false'],
    },
  ],
};
