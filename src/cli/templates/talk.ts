import type { Template } from '../template.ts';

export const talkTemplate: Template = {
  example: 'talk "On Growth and Form" --date 2026-05-04T14:00 --event "Biology Seminar"',
  first: 'the abstract',
  blocks: [
    {
      note: 'The title. Write formulas between dollar signs: $E = mc^2$.',
      ...{ key: 'title', needed: true, ask: 'Title' },
    },
    {
      note: 'The seminar, conference or series, and its website.',
      key: 'event',
      example: 'Seminar on Statistics',
      ask: 'Event',
      option: 'the seminar, conference or series of a talk',
      more: ['event_url: https://example.org/seminar'],
    },
    {
      note: 'The place. For an online talk write "online: true" instead.',
      key: 'location',
      example: 'Room 2, 10 Example Street, Example Town',
      ask: 'Place',
      option: 'the place of a talk',
    },
    {
      note: 'The date and the local time, or only a date: 2026-05-04.',
      key: 'date',
      needed: true,
      ask: 'Date and time, for example 2026-05-04T14:00',
      option: 'the date; for a talk also the local time: 2026-05-04T14:00',
      more: ['date_end: 2026-05-04T15:00', 'timezone: Europe/Berlin'],
    },
    {
      note: 'The date of the announcement, by which feeds are sorted.',
      ...{ key: 'publishDate', example: '2026-05-01', today: true },
    },
    {
      note: 'The abstract, in Markdown with formulas, indented by two spaces.',
      more: ['abstract: |', '  What the talk is about.'],
    },
    {
      note: 'A summary of one sentence, for lists and feeds. By default, they show the start of the abstract.',
      more: ['summary: A short description.'],
    },
    {
      note: 'The tags. Each tag has a page that lists its talks.',
      more: ['tags: [statistics, geometry]'],
    },
    {
      note: 'Slides and other links: files next to this one, or web addresses.',
      more: [
        'url_slides: slides.pdf',
        'url_video: https://example.org/recording',
        'url_code: https://example.org/code',
      ],
    },
    { note: 'Set to true to feature the talk on the home page.', more: ['featured: true'] },
    {
      note: 'Set to true to keep the talk unpublished.',
      ...{ key: 'draft', example: 'true' },
    },
  ],
};
