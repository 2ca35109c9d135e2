import { expect, it } from 'vitest';
import { publicationSection } from '../../../src/content/sections/publication-section.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { invalidEntries, makeEntries } from '../../helpers/make/bib-file.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

function read(files: Record<string, string>) {
  const { pages, problems } = readPages(
    publicationSection,
    createAuthorFolder(files),
    createAddresses('/'),
  );
  return {
    slugs: pages.map(({ slug }) => slug),
    pages,
    reported: problems.map(({ file, line, code }) => `${file}:${line} ${code}`),
  };
}

it('reads each entry of BibTeX as a publication', () => {
  const bib = `@article{erdos, author = {Erd{\\H o}s, P{\\'a}l and others}, title = {On $x$},
    journal = {J. Ex.}, volume = 3, number = 2, pages = {1--9}, year = 1950, month = mar,
    doi = {10.1000/182}, keywords = {graphs, numbers}}`;
  const { pages, reported } = read({ 'content/papers.bib': bib });
  expect(reported).toEqual([]);
  expect(pages.map(({ slug, frontMatter }) => ({ slug, ...frontMatter }))).toEqual([
    {
      slug: 'erdos',
      title: 'On $x$',
      authors: ['Pál Erdős', 'et al.'],
      date: { year: 1950, month: 3, day: 1, precision: 'month' },
      publication_types: ['article-journal'],
      publication: '*J. Ex.*, 3(2), 1–9',
      doi: '10.1000/182',
      tags: ['graphs', 'numbers'],
    },
  ]);
});

it('prefers a page bundle to the entry of the same publication', () => {
  const entry = (key: string, more: string) => `@misc{${key}, year = 2020, ${more}}\n`;
  const { slugs } = read({
    'content/publications/a.md': talkFile({ title: 'One: two', date: '2020-05-05' }),
    'content/publications/b.md': talkFile({ title: 'Other', doi: 'https://doi.org/10.1000/AB' }),
    'content/x.bib':
      entry('same', 'title = {One -- Two}') +
      entry('doi', 'title = {Its Name}, doi = {10.1000/ab}') +
      entry('new', 'title = {One: three}'),
  });
  expect(slugs).toEqual(['a', 'b', 'new']);
});

it('reads hundreds of entries and reports the lines of invalid ones', () => {
  const text = makeEntries(500);
  const findLine = (n: number) => text.slice(0, text.indexOf(`{entry${n},`)).split('\n').length;
  const started = performance.now();
  const { slugs, reported } = read({ 'content/refs.bib': text });
  console.log(`499 entries: ${Math.round(performance.now() - started)} ms`);
  expect(new Set(slugs).size).toBe(499);
  expect(reported.filter((line) => line.includes('unreadable-entry'))).toEqual([
    `content/refs.bib:${findLine(invalidEntries.brace)} bib/unreadable-entry`,
  ]);
}, 60_000);
