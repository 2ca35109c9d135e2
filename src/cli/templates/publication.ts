import type { Template } from '../template.ts';

export const publicationTemplate: Template = {
  example: 'publication "On Growth" --date 2026-05 --publication "*Journal of Examples*"',
  first: 'the abstract',
  blocks: [
    {
      note: 'The title. Write formulas between dollar signs: $E = mc^2$.',
      ...{ key: 'title', needed: true, ask: 'Title' },
    },
    {
      note: 'The authors, in order. "me" is you. By default, you are the only author.',
      more: ['authors: [Lin Sample, me]'],
    },
    {
      note: 'The date of publication: a day or a month.',
      key: 'date',
      needed: true,
      ask: 'Date of publication, for example 2026-05 or 2026-05-04',
      option: 'the date of a publication: 2026-05 or 2026-05-04',
    },
    {
      note: 'The journal, proceedings or publisher. Text between asterisks is in italics.',
      key: 'publication',
      example: "'*Journal of Examples*, 12(3)'",
      ask: 'Journal, proceedings or publisher',
      option: 'the journal, proceedings or publisher of a publication',
      more: ["publication_short: '*J. Examples*'"],
    },
    {
      note: 'The type: article-journal, paper-conference, chapter, book, thesis, report, or article for a\npreprint.',
      more: ['publication_types: [article-journal]'],
    },
    {
      note: 'The DOI.',
      key: 'doi',
      example: '10.1234/example',
      ask: 'DOI',
      option: 'the DOI of a publication',
    },
    {
      note: 'The abstract, in Markdown with formulas, indented by two spaces.',
      more: ['abstract: |', '  The main result.'],
    },
    {
      note: 'Links: files next to this one, or web addresses. A PDF with the name of this folder is linked\nwithout a key. The page shows the citation from a cite.bib file next to this one.',
      more: [
        'url_pdf: paper.pdf',
        'url_preprint: https://example.org/preprint',
        'url_code: https://example.org/code',
      ],
    },
    { note: 'The tags.', more: ['tags: [statistics, geometry]'] },
    {
      note: 'Set to true to show it among the featured publications.',
      more: ['featured: true'],
    },
  ],
};
