import type { Template } from '../template.ts';

export const projectTemplate: Template = {
  example: 'project "Open Example Archive" --summary "Examples for everybody."',
  first: 'its text',
  blocks: [
    {
      note: 'What it is called.',
      ...{ key: 'title', needed: true, ask: 'Title' },
    },
    {
      note: 'One or two sentences: what lists say of it.',
      key: 'summary',
      example: 'What it is about, in short.',
      ask: 'What it is about, in a sentence',
      option: 'what a project, post or course is about, in a sentence',
    },
    {
      note: 'Its day. The year is shown, and the newest stands first.',
      ...{ key: 'date', example: '2026-05-04', option: 'its day' },
    },
    {
      note: 'Who works on it. "me" is you; without this line nobody is named.',
      more: ['authors: [me, Lin Sample]'],
    },
    { note: 'Subjects.', more: ['tags: [statistics, geometry]'] },
    {
      note: 'Links. external_link is a page elsewhere that lists lead to.',
      more: ['url_code: https://example.org/code', 'external_link: https://example.org/archive'],
    },
    {
      note: 'Its place in the list: those with a weight stand first, the least on top.',
      more: ['weight: 10'],
    },
  ],
};
