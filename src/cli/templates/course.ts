import type { Template } from '../template.ts';

export const courseTemplate: Template = {
  example: 'course "Probability by Hand" --term "Autumn 2026" --institution "Your University"',
  first: 'the text',
  blocks: [
    {
      note: 'The title.',
      ...{ key: 'title', needed: true, ask: 'Title' },
    },
    {
      note: 'When it is taught. For several terms write a list: [Autumn 2026, Autumn 2025].',
      key: 'term',
      example: 'Autumn 2026',
      ask: 'Term, for example Autumn 2026',
      option: 'when a course is taught, for example "Autumn 2026"',
    },
    {
      note: 'Where it is taught.',
      key: 'institution',
      example: 'Your University',
      ask: 'Institution',
      option: 'where a course is taught',
      more: ['location: Lecture hall 2'],
    },
    { note: 'The level.', more: ["level: Master's course"] },
    {
      note: 'A summary of one or two sentences.',
      ...{ key: 'summary', example: 'A short description.' },
      option: 'a summary of a project, post or course in one sentence',
    },
    {
      note: 'The first and the last day. They are shown only if both are set.',
      ...{ key: 'date', example: '2026-10-01', option: 'the first day' },
      more: ['date_end: 2027-02-05'],
    },
    {
      note: 'The teachers, if you are not the only one. "me" is you.',
      more: ['authors: [me, Lin Sample]'],
    },
    {
      note: 'The syllabus and other files: files next to this one, or web addresses.',
      more: [
        'url_syllabus: syllabus.pdf',
        'links:',
        '  - name: Problem sheets',
        '    url: https://example.org/sheets',
      ],
    },
  ],
};
