import type { Template } from '../template.ts';

export const talkTemplate: Template = {
  example: 'talk "On Growth and Form" --date 2026-05-04T14:00 --event "Biology Seminar"',
  first: 'the abstract',
  blocks: [
    {
      note: 'The title. A formula stands between dollars: $E = mc^2$.',
      ...{ key: 'title', needed: true, ask: 'Title' },
    },
    {
      note: 'The seminar, conference or series, and its web page.',
      key: 'event',
      example: 'Seminar on Statistics',
      ask: 'Event',
      option: 'the seminar, conference or series of a talk',
      more: ['event_url: https://example.org/seminar'],
    },
    {
      note: 'Where it is given. Write "online: true" instead for a talk without a room.',
      key: 'location',
      example: 'Room 2, 10 Example Street, Example Town',
      ask: 'Place',
      option: 'where a talk is given',
    },
    {
      note: 'The clock on the wall at that place, or a day alone: 2026-05-04.',
      key: 'date',
      needed: true,
      ask: 'Date and time, such as 2026-05-04T14:00',
      option: 'its day; of a talk also the hour, by the clock there: 2026-05-04T14:00',
      more: ['date_end: 2026-05-04T15:00', 'timezone: Europe/Berlin'],
    },
    {
      note: 'The day it was announced: from then on it stands first in the feeds.',
      ...{ key: 'publishDate', example: '2026-05-01', today: true },
    },
    {
      note: 'The abstract: Markdown and formulas, indented by two spaces.',
      more: ['abstract: |', '  What the talk is about.'],
    },
    {
      note: 'One sentence for lists and feeds. Without it they show the beginning of the abstract.',
      more: ['summary: What the talk is about, in short.'],
    },
    {
      note: 'Subjects. Each has a page of its own.',
      more: ['tags: [statistics, geometry]'],
    },
    {
      note: 'Slides and the like: a file that lies beside this one, or a web address.',
      more: [
        'url_slides: slides.pdf',
        'url_video: https://example.org/recording',
        'url_code: https://example.org/code',
      ],
    },
    { note: '"true" shows the talk large on the home page.', more: ['featured: true'] },
    {
      note: '"true" keeps the talk off the published site.',
      ...{ key: 'draft', example: 'true' },
    },
  ],
};
