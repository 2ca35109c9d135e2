import type { Template } from '../template.ts';

export const projectTemplate: Template = {
  example: 'project "Open Example Archive" --summary "Examples for everybody."',
  first: 'the text',
  blocks: [
    {
      note: 'The title.',
      ...{ key: 'title', needed: true, ask: 'Title' },
    },
    {
      note: 'A summary of one or two sentences, for lists.',
      key: 'summary',
      example: 'A short description.',
      ask: 'Summary in one sentence',
      option: 'a summary of a project, post or course in one sentence',
    },
    {
      note: 'The date. The page shows the year, and lists start with the newest project.',
      ...{ key: 'date', example: '2026-05-04', option: 'the date' },
    },
    {
      note: 'The people who work on it. "me" is you. By default, nobody is shown.',
      more: ['authors: [me, Lin Sample]'],
    },
    { note: 'The tags.', more: ['tags: [statistics, geometry]'] },
    {
      note: 'Links. If there is an external_link, lists link to it instead of this page.',
      more: ['url_code: https://example.org/code', 'external_link: https://example.org/archive'],
    },
    {
      note: 'The position in the list: projects with a weight come first, the lowest weight at the top.',
      more: ['weight: 10'],
    },
  ],
};
