import { talkFile } from '../make/talk-file.ts';

/** The authors of one publication. */
export const manyAuthors = Array.from({ length: 30 }, (_, i) => `Author ${i + 1}`);

/** Publications and their related pages. */
export const publicationsFiles = {
  'content/talks/tied.md': talkFile({
    title: 'Tied',
    date: '2025-02-02',
    event: 'Seminar',
    projects: ['bookcase'],
    publications: ['https://doi.org/10.1000/182', 'Doe2020', 'nobody'],
  }),
  'content/projects/bookcase.md': talkFile({ title: 'Shelf of $x$' }),
  'content/posts/news.md': talkFile({
    title: 'News',
    date: '2025-03-03',
    projects: ['bookcase'],
    publications: ['crowd'],
  }),
  'content/refs.bib': String.raw`@article{Doe2020, author = {Doe*, Jane and others}, award = {Best paper}, title = {On {\em E. coli}},
    journal = {Letters}, volume = 3, number = 2, pages = {1--9}, year = 2020, month = mar, eprint = {2001.01234},
    archiveprefix = {arXiv}, keywords = {knots}}`,
  'content/publications/old/index.md': talkFile(
    {
      title: 'On $x^2$',
      authors: ['B. Sample', 'admin'],
      date: '2019-01-01T00:00:00Z',
      publication_types: ['2'],
      publication: 'In *Example Letters*',
      doi: '10.1000/182',
      abstract: 'A bound, $\\beta$.',
      aliases: ['/publication/old/'],
      url_pdf: 'paper.pdf',
      links: [{ name: 'Data', url: 'data.csv' }],
      tags: ['Knots'],
    },
    'A body.',
  ),
  'content/publications/old/paper.pdf': '%PDF-1.4\n%%EOF\n',
  'content/publications/old/data.csv': 'a,b\n',
  'content/publications/old/cite.bib': '@article{x}',
  'content/publications/crowd.md': talkFile({
    title: 'Crowd',
    authors: manyAuthors,
    date: '2021-03-04',
  }),
  'content/publications/secret.md': talkFile({
    title: 'Secret',
    date: '2018-01-01',
    private: true,
    projects: ['bookcase'],
  }),
  'content/publications/draft.md': talkFile({ title: 'Draft', date: '2022-01-01', draft: true }),
  'content/publications/_index.md': talkFile({ title: 'Publications' }),
};
