import type { Template } from '../template.ts';

export const publicationTemplate: Template = {
  example: 'publication "On Growth" --date 2026-05 --publication "*Journal of Examples*"',
  first: 'the abstract',
  blocks: [
    {
      note: 'The title. A formula stands between dollars: $E = mc^2$.',
      ...{ key: 'title', needed: true, ask: 'Title' },
    },
    {
      note: 'Who wrote it, in order. "me" is you; without this line you are the only one.',
      more: ['authors: [Lin Sample, me]'],
    },
    {
      note: 'When it appeared: a day or a month.',
      key: 'date',
      needed: true,
      ask: 'When it appeared, such as 2026-05 or 2026-05-04',
      option: 'when a publication appeared: 2026-05 or 2026-05-04',
    },
    {
      note: 'Where it appeared, as lists say it. Words between asterisks are in italics.',
      key: 'publication',
      example: "'*Journal of Examples*, 12(3)'",
      ask: 'Journal, proceedings or publisher',
      option: 'the journal, the proceedings or the publisher',
      more: ["publication_short: '*J. Examples*'"],
    },
    {
      note: 'What kind of work it is: article-journal, paper-conference, chapter, book, thesis, article\n(a preprint), report.',
      more: ['publication_types: [article-journal]'],
    },
    {
      note: 'Its DOI, if it has one.',
      key: 'doi',
      example: '10.1234/example',
      ask: 'DOI',
      option: 'the DOI of a publication',
    },
    {
      note: 'The abstract: Markdown and formulas, indented by two spaces.',
      more: ['abstract: |', '  What it shows.'],
    },
    {
      note: 'Files that lie beside this one, or web addresses. What is called as this folder is, and\n.pdf, is found by itself. A cite.bib beside this file is what the page cites.',
      more: [
        'url_pdf: paper.pdf',
        'url_preprint: https://example.org/preprint',
        'url_code: https://example.org/code',
      ],
    },
    { note: 'Subjects.', more: ['tags: [statistics, geometry]'] },
    { note: '"true" shows it among the featured publications.', more: ['featured: true'] },
  ],
};
