import { expect, it } from 'vitest';
import { readBibtex } from '../../../src/content/parse/bibtex.ts';
import { toBibliography } from '../../../src/feeds/citation/cite-bibtex.ts';
import { bibEntryToCitable } from '../../../src/model/publication/bib-entry.ts';
import { makeEntries } from '../../helpers/make/bib-file.ts';
import { makePublication } from '../../helpers/make/publication.ts';

const read = (text: string) => readBibtex(text, 'x.bib');

it('contains every publication, readable by another program', () => {
  const { entries } = read(makeEntries(100));
  const again = read(toBibliography(entries.map(bibEntryToCitable)));
  expect(again.problems).toEqual([]);
  const said = (found: typeof entries) =>
    found.map(({ key, title, authors, others, fields }) => [
      key,
      title,
      authors,
      others,
      fields['year'],
    ]);
  expect(said(again.entries)).toEqual(said(entries));
});

it('gives each entry a unique key', () => {
  const own = '@misc{Doe2020,\n  title = {A},\n}';
  const citables = ['doe2020', 'b', 'doe2020b', 'DOE2020'].map((slug, i) => ({
    ...makePublication({ title: `T${i}` }, slug).citable,
    ...(slug === 'b' && { bibtex: own }),
  }));
  const keys = read(toBibliography(citables)).entries.map(({ key }) => key);
  expect(keys).toEqual(['doe2020', 'Doe2020b', 'doe2020bb', 'DOE2020c']);
});
