import type { Template } from '../template.ts';

export const courseTemplate: Template = {
  example: 'course "Probability by Hand" --term "Autumn 2026" --institution "Your University"',
  first: 'its text',
  blocks: [
    {
      note: 'What it is called.',
      ...{ key: 'title', needed: true, ask: 'Title' },
    },
    {
      note: 'When it is taught, in your words; of several write a list: [Autumn 2026, Autumn 2025].',
      key: 'term',
      example: 'Autumn 2026',
      ask: 'Term, such as Autumn 2026',
      option: 'when a course is taught, in words',
    },
    {
      note: 'Where it is taught.',
      key: 'institution',
      example: 'Your University',
      ask: 'Institution',
      option: 'where a course is taught',
      more: ['location: Lecture hall 2'],
    },
    { note: 'For whom it is.', more: ["level: Master's course"] },
    {
      note: 'One or two sentences about it.',
      ...{ key: 'summary', example: 'What it is about, in short.' },
      option: 'what a project, post or course is about, in a sentence',
    },
    {
      note: 'Its first and its last day. Both together are shown.',
      ...{ key: 'date', example: '2026-10-01', option: 'its first day' },
      more: ['date_end: 2027-02-05'],
    },
    {
      note: 'Who teaches it, if not you alone. "me" is you.',
      more: ['authors: [me, Lin Sample]'],
    },
    {
      note: 'The syllabus and other files that lie beside this one, or web addresses.',
      more: [
        'url_syllabus: syllabus.pdf',
        'links:',
        '  - name: Problem sheets',
        '    url: https://example.org/sheets',
      ],
    },
  ],
};
