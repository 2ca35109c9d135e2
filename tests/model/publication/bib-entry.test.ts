import { describe, expect, it } from 'vitest';
import {
  type BibEntry,
  bibEntryToCitable,
  bibEntryToFrontMatter,
} from '../../../src/model/publication/bib-entry.ts';
import { findArxivId, toArxivId, toDoi } from '../../../src/model/page/doi.ts';

function makeEntry(type: string, fields: BibEntry['fields'] = {}): BibEntry {
  const names = { authors: [], editors: [], others: false };
  return { key: 'k', type, title: 'T', ...names, fields, bibtex: '', line: 1 };
}

function citable(type: string, fields: BibEntry['fields'] = {}) {
  return bibEntryToCitable(makeEntry(type, fields));
}

it('an entry with selected = {true} is featured', () => {
  const isFeatured = (fields: BibEntry['fields']) =>
    bibEntryToFrontMatter(makeEntry('article', fields)).featured;
  expect(isFeatured({ selected: 'true' })).toBe(true);
  expect(isFeatured({ selected: 'false' })).toBeUndefined();
  expect(isFeatured({})).toBeUndefined();
});

describe('bibEntryToCitable', () => {
  it.each([
    ['article', { journal: 'J' }, 'article-journal'],
    ['inproceedings', { booktitle: 'P' }, 'paper-conference'],
    ['phdthesis', { school: 'U' }, 'thesis'],
    ['incollection', {}, 'chapter'],
    ['techreport', { institution: 'I' }, 'report'],
    ['misc', {}, 'document'],
    ['poster', {}, 'document'],
    ['misc', { eprint: '2001.00001', archiveprefix: 'arXiv' }, 'article'],
    ['article', { journal: 'arXiv preprint arXiv:2001.00001' }, 'article'],
    ['article', { journal: 'J', eprint: '2001.00001' }, 'article-journal'],
    ['misc', { eprint: '2001.00001', eprinttype: 'pubmed' }, 'document'],
  ])('takes @%s with %j for %s', (type, fields, expected) => {
    expect(citable(type, fields as BibEntry['fields']).type).toBe(expected);
  });

  it.each([
    [
      { year: '2020', month: '3' },
      { year: 2020, month: 3 },
    ],
    [{ date: '2020-05-03/2020-06' }, { year: 2020, month: 5, day: 3 }],
    [{ year: '(2019)' }, { year: 2019 }],
    [{ year: 'in press' }, undefined],
    [{ month: '3' }, undefined],
    [{ year: '2020', month: '13' }, { year: 2020 }],
  ])('dates %j', (fields, issued) => {
    expect(citable('book', fields as BibEntry['fields']).issued).toEqual(issued);
  });

  it('separates numbers of issues from those of reports, and writes pages with en dashes', () => {
    expect(citable('article', { number: '2', pages: '1--10, 20-21' })).toMatchObject({
      issue: '2',
      page: '1–10, 20–21',
    });
    expect(citable('techreport', { number: '2' })).toMatchObject({
      number: '2',
      genre: 'Technical report',
    });
  });
});

describe('identifiers', () => {
  it.each([
    ['https://doi.org/10.1000/Ab_c', '10.1000/Ab_c'],
    ['http://dx.doi.org/10.1000/x', '10.1000/x'],
    ['doi:10.1000/x', '10.1000/x'],
    ['10.1000/x', '10.1000/x'],
    ['https://example.org/10.1000/x', undefined],
  ])('the DOI of %s', (text, doi) => expect(toDoi(text)).toBe(doi));

  it.each([
    ['2001.01234v2', '2001.01234v2'],
    ['arXiv:math.GT/0211159', 'math.GT/0211159'],
    ['12345678', undefined],
  ])('the arXiv identifier %s', (text, id) => expect(toArxivId(text)).toBe(id));

  it.each([
    ['https://arxiv.org/pdf/2001.01234.pdf', '2001.01234'],
    ['https://doi.org/10.48550/arXiv.2001.01234', '2001.01234'],
    ['https://example.org/2001.01234', undefined],
  ])('an arXiv identifier in %s', (text, id) => expect(findArxivId(text)).toBe(id));
});
