import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../scripts/project-node.mjs';
import { readBibtex } from '../../../src/content/parse/bibtex.ts';
import { citeAsApa } from '../../../src/feeds/citation/cite-apa.ts';
import {
  bibEntryToCitable,
  bibEntryToFrontMatter,
} from '../../../src/model/publication/bib-entry.ts';

/** Reads a file in the format of a program or a database. */
function readExport(name: string) {
  const text = readFileSync(join(root, `tests/fixtures/bib/${name}.bib`), 'utf8');
  const { entries, problems } = readBibtex(text, `${name}.bib`);
  expect(problems).toEqual([]);
  return entries;
}

const date = (year: number, month?: number, day?: number) => ({
  ...{ year, month: month ?? 1, day: day ?? 1 },
  ...(day === undefined && { precision: month === undefined ? 'year' : 'month' }),
});

describe('exports are read as they are meant', () => {
  test.each([
    [
      'dblp',
      {
        title: String.raw`On the LIPSCHITZ Bound for \$5 Sensors`,
        authors: ['Jane Doe', 'Wei Example', 'Luís Sample'],
        date: date(2020),
        publication_types: ['paper-conference'],
        publication:
          'In *Proceedings of the 3rd Example Conference on Sensing, EXAM 2020, Graz, Austria, December 6-12, 2020*, 12, 101–113',
        doi: '10.1000/EXAM.2020.17',
      },
      {
        title: 'Sensors without Bounds',
        authors: ['Jane Doe'],
        date: date(2020),
        publication_types: ['article'],
        url_preprint: 'https://arxiv.org/abs/2001.01234',
      },
    ],
    [
      'zotero',
      {
        title: 'How Lakes Freeze: A 20% Rule for SAR Images',
        authors: ['Jane Doe', 'Kees van der Sample', 'Élise Examplè'],
        date: date(2021, 3, 15),
        publication_types: ['article-journal'],
        publication: '*Journal of Example Limnology*, 7(2), e210',
        abstract: String.raw`We follow 12 lakes \~ 3 winters at −5 °C. See [https://example.org/lake\_data](https://example.org/lake_data).`,
        doi: '10.1000/lakes_7.2',
        link: 'https://example.org/lakes?id=a%20b&v=1',
        tags: ['ice', 'lakes', 'radar', 'remote sensing'],
      },
      {
        title: 'Ice',
        authors: ['Jane Doe'],
        date: date(2019, 5),
        publication_types: ['thesis'],
        publication: 'PhD thesis, University of Example',
      },
    ],
    [
      'scopus',
      {
        title: 'Bridges under load: A 3-point test of CO2-cured concrete',
        authors: ['Jane Doe', 'Kees Sample', 'Élise Example'],
        date: date(2021),
        publication_types: ['article-journal'],
        publication: '*Example Structures*, 33, 210–221',
        abstract: 'Cured concrete bends 5% less. © 2021 Example Ltd',
        doi: '10.1000/j.exstruct.2021.01.007',
        link: 'https://www.scopus.example/inward/record.uri?eid=2-s2.0-1&doi=10.1000%2fj.exstruct.2021.01.007',
        tags: ['Bridges', 'Concrete', 'Load tests'],
      },
    ],
    [
      'crossref',
      {
        title: String.raw`The *E. coli* genome \& its DNA: 10<sup>−3</sup> errors`,
        authors: ['Jane Doe', 'Kees O’Sample'],
        date: date(2019, 5),
        publication_types: ['article-journal'],
        publication: String.raw`*Example Letters \& Notes*, 12(4), 77–80`,
        doi: '10.1000/ecoli.2019.3',
      },
      {
        title: 'Errors in *vitro*',
        authors: ['Jane Doe'],
        date: date(2018, 12),
        publication_types: ['chapter'],
        publication: 'In *Handbook of Errors*, 51–68',
        doi: '10.1000/9780000000002_5',
      },
    ],
    [
      'inspire',
      {
        title: String.raw`Observation of a resonance at $\sqrt{s}=7$ TeV in $\gamma\gamma$`,
        authors: ['Jane Doe', 'EXAMPLE Collaboration', 'et al.'],
        date: date(2012),
        publication_types: ['article-journal'],
        publication: '*Phys. Ex. B*, 716, 1–29',
        doi: '10.1000/j.physletb.2012.08.020',
        url_preprint: 'https://arxiv.org/abs/1207.01234',
      },
      {
        title: 'Fits with 95% C.L.',
        authors: ['Jürgen Döe'],
        date: date(2015, 3),
        publication_types: ['paper-conference'],
        publication: 'In *50th Example Workshop*',
        url_preprint: 'https://arxiv.org/abs/1501.00001',
      },
    ],
    [
      'pubmed',
      {
        title: String.raw`Sleep \& memory in *Mus musculus*: a trial (n \< 40, P \> 0.05).`,
        authors: ['Jane A Doe', 'K Sample', 'É Example'],
        date: date(2018, 7),
        publication_types: ['article-journal'],
        publication: '*Ex J Sleep*, 9(4), 12–19',
        abstract: String.raw`**BACKGROUND:** Sleep is good. **RESULTS:** 5 % \< 7 %.`,
        doi: '10.1000/sleep.9.4',
      },
    ],
    [
      'hal',
      {
        title: "Une borne de 20 % pour les capteurs d'énergie",
        authors: ['Jane Doe', 'Élise Examplé'],
        date: date(2017, 6),
        publication_types: ['paper-conference'],
        publication: "In *Journées d'exemple*",
        link: 'https://hal.example/hal-01234567',
        url_pdf: 'https://hal.example/hal-01234567/file/article.pdf',
        tags: ['borne', 'capteurs'],
      },
    ],
    [
      'ads',
      {
        title: String.raw`Dust at z $\sim$ 7 and 20° from the Plane`,
        authors: ['Jane Q. Doe', 'R. de la Sample', 'Example Collaboration'],
        date: date(2015, 1),
        publication_types: ['article-journal'],
        publication: '*The Astrophysical Journal*, 800(2), 123',
        doi: '10.1000/0004-637X/800/2/123',
        url_preprint: 'https://arxiv.org/abs/1501.00002',
        tags: ['Astrophysics - Astrophysics of Galaxies', 'dust', 'galaxies: high-redshift'],
      },
    ],
  ])('by %s', (name, ...expected) => {
    expect(readExport(name).map(bibEntryToFrontMatter)).toEqual(expected);
  });

  test('and their BibTeX has no HTML, no number of DBLP, and no command for a journal', () => {
    const bibtex = ['crossref', 'pubmed', 'dblp', 'ads'].flatMap(readExport).map((e) => e.bibtex);
    expect(bibtex.join('\n')).not.toMatch(/&\w+;|<\/?\w+>|\b0001\b|\\apj/);
    expect(bibtex[0]).toContain(
      String.raw`title = {The \emph{E. coli} genome \& its DNA: 10\textsuperscript{−3} errors},`,
    );
  });

  test('and cited as they are meant', () => {
    const [article] = readExport('scopus');
    expect(citeAsApa(bibEntryToCitable(article!))).toBe(
      'Doe, J., Sample, K., & Example, É. (2021). Bridges under load: A 3-point test of CO2-cured concrete. Example Structures, 33, 210–221. https://doi.org/10.1000/j.exstruct.2021.01.007',
    );
  });
});
