import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../src/content/parse/bibtex.ts';
import { toPlainText } from '../../../src/model/page/title-text.ts';
import { citeAsApa } from '../../../src/feeds/citation/cite-apa.ts';
import { citeAsBibtex } from '../../../src/feeds/citation/cite-bibtex.ts';
import { citeAsRis } from '../../../src/feeds/citation/cite-ris.ts';
import { bibEntryToCitable } from '../../../src/model/publication/bib-entry.ts';
import type { Citable } from '../../../src/model/publication/citable.ts';
import { makeEntries } from '../../helpers/make/bib-file.ts';

const article: Citable = {
  id: 'beethoven2020',
  type: 'article-journal',
  title: String.raw`On $\alpha^2$ of *E. coli*: R\&D, 50% \< 60%`,
  author: [
    { given: 'Ludwig', particle: 'van', family: 'Beethoven' },
    { given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
    { literal: 'The LIGO Collaboration' },
  ],
  editor: [],
  issued: { year: 2020, month: 3 },
  containerTitle: String.raw`Journal of X \& Y`,
  volume: '3',
  issue: '2',
  page: '1–10',
  DOI: '10.1000/Ab_c',
};
const doe = { given: 'Jane', family: 'Doe' };
const paper: Citable = {
  id: 'doe2020',
  type: 'paper-conference',
  title: 'A paper',
  author: [doe],
  editor: [{ given: 'Richard', family: 'Roe' }],
  issued: { year: 2020, month: 5, day: 2 },
  containerTitle: 'Proceedings of X',
  page: '5–6',
  publisher: 'Example Press',
};
const preprint: Citable = {
  id: 'p',
  type: 'article',
  title: 'A preprint',
  author: [doe],
  editor: [],
  issued: { year: 2021 },
  arxiv: '2001.00001',
};
const thesis: Citable = {
  id: 't',
  type: 'thesis',
  title: 'A thesis',
  author: [doe],
  editor: [],
  issued: { year: 2010 },
  publisher: 'University of X',
  genre: 'PhD thesis',
};
const book: Citable = {
  id: 'b',
  type: 'book',
  title: 'Terms like <i> and $5',
  author: [],
  editor: [doe],
  publisher: 'Example Press',
  edition: '2',
};

describe('citeAsApa', () => {
  it.each([
    [
      article,
      'van Beethoven, L., King, M. L., Jr., & The LIGO Collaboration. (2020). On α² of E. coli: R&D, 50% < 60%. Journal of X & Y, 3(2), 1–10. https://doi.org/10.1000/Ab_c',
    ],
    [paper, 'Doe, J. (2020). A paper. In R. Roe (Ed.), Proceedings of X (pp. 5–6). Example Press.'],
    [
      preprint,
      'Doe, J. (2021). A preprint (arXiv:2001.00001). arXiv. https://arxiv.org/abs/2001.00001',
    ],
    [thesis, 'Doe, J. (2010). A thesis [PhD thesis]. University of X.'],
    [book, 'Doe, J. (Ed.). (n.d.). Terms like <i> and $5 (2nd ed.). Example Press.'],
    [
      { ...book, URL: 'https://x.example/' },
      'Doe, J. (Ed.). (n.d.). Terms like <i> and $5 (2nd ed.). Example Press. https://x.example/',
    ],
  ])('cites $type', (citable, expected) => {
    expect(citeAsApa(citable)).toBe(expected);
  });

  it('cites every entry of a long list', () => {
    const citables = readBibtex(makeEntries(500), 'x.bib').entries.map(bibEntryToCitable);
    const started = performance.now();
    const lines = citables.map(citeAsApa);
    console.log(`${lines.length} citations took ${(performance.now() - started).toFixed(0)} ms`);
    expect(lines).toHaveLength(499);
    for (const line of lines) expect(line).not.toMatch(/undefined|\[object|\n|<\/?su[bp]>/);
  }, 60_000);
});

describe('citeAsRis', () => {
  const read = (citable: Citable) =>
    plugins.input.chain(citeAsRis(citable), { generateGraph: false });

  it('can be read by another program', () => {
    expect(read(article)).toMatchObject([
      {
        type: 'article-journal',
        title: 'On α² of E. coli: R&D, 50% < 60%',
        author: [
          { given: 'Ludwig', family: 'van Beethoven' },
          { given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
          { literal: 'The LIGO Collaboration' },
        ],
        issued: { 'date-parts': [[2020, 3]] },
        'container-title': 'Journal of X & Y',
        volume: '3',
        issue: '2',
        DOI: '10.1000/Ab_c',
      },
    ]);
  });

  it('has a line for each field, with the type first and the end last', () => {
    const lines = citeAsRis(paper).split('\r\n');
    expect(lines[0]).toBe('TY  - CPAPER');
    expect(lines.slice(-2)).toEqual(['ER  - ', '']);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    expect(lines).toEqual(expect.arrayContaining(['SP  - 5', 'EP  - 6', 'DA  - 2020/05/02/']));
  });
});

describe('citeAsBibtex', () => {
  it("returns the author's own entry", () => {
    expect(citeAsBibtex({ ...article, bibtex: '@misc{mine}' })).toBe('@misc{mine}');
  });

  it.each(['PhD thesis', "Master's thesis"])('has the school of a %s', (genre) => {
    const bibtex = citeAsBibtex({ ...thesis, genre });
    expect(bibtex).toContain('  school = {University of X},\n');
    expect(bibtex).not.toContain('publisher');
  });

  it.each([article, paper, preprint, thesis, book])('can be read back: $type', (citable) => {
    const { entries, problems } = readBibtex(citeAsBibtex(citable), 'x.bib');
    expect(problems).toEqual([]);
    const { bibtex, title, issued, ...rest } = bibEntryToCitable(entries[0]!);
    // BibTeX has no day, and marks come back escaped.
    const { title: givenTitle, issued: given, ...givenRest } = citable;
    const { day: _, ...month } = given ?? {};
    expect(bibtex).toContain(citable.id);
    expect(rest).toEqual({ ...givenRest, others: false });
    expect(issued ?? {}).toEqual(month);
    expect(toPlainText(title)).toBe(toPlainText(givenTitle));
  });

  it('can be read by another program', () => {
    const csl = plugins.input.chain(citeAsBibtex(article), { generateGraph: false });
    expect(csl).toMatchObject([
      {
        author: [{ family: 'Beethoven' }, { family: 'King' }, { family: 'The LIGO Collaboration' }],
      },
    ]);
  });
});
