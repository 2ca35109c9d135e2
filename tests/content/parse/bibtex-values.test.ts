import { describe, expect, test } from 'vitest';
import { readBibtex } from '../../../src/content/parse/bibtex.ts';
import { bibEntryToFrontMatter } from '../../../src/model/publication/bib-entry.ts';

/** Reads one entry with the given fields. */
function readEntry(fields: string, type = 'article') {
  const { entries, problems } = readBibtex(`@${type}{key, title = {T}, ${fields}}`, 'papers.bib');
  expect(entries).toHaveLength(1);
  return { ...bibEntryToFrontMatter(entries[0]!), bibtex: entries[0]!.bibtex, problems };
}

describe('a percent sign', () => {
  test('is a character in a value, and starts a comment between fields and entries', () => {
    const text = `% a comment with @article{no, title = {No}}
@article{a, % the key
  title = {A 30% rule}, % , title = {No}
  abstract = {At least 5% of it,
and \\% more, see \\url{https://example.org/x%20y}.
End},
  journal = "Notes of 7% and more" % }
}
% @article{no2, title = {No}}
@misc{b, title = {After 100%}, url = {https://example.org/a%2Fb}}`;
    const { entries, problems } = readBibtex(text, 'papers.bib');
    expect(problems).toEqual([]);
    expect(entries.map(bibEntryToFrontMatter)).toMatchObject([
      {
        title: 'A 30% rule',
        abstract:
          'At least 5% of it, and % more, see [https://example.org/x%20y](https://example.org/x%20y). End',
        publication: '*Notes of 7% and more*',
      },
      { title: 'After 100%', link: 'https://example.org/a%2Fb' },
    ]);
    expect(entries[0]!.bibtex).toContain('title = {A 30\\% rule}');
  });
});

describe('links in an abstract', () => {
  test.each([
    ['\\url{https://x.example/a_b}', '[https://x.example/a\\_b](https://x.example/a_b)'],
    ['https://x.example/a_b*c.', '[https://x.example/a\\_b\\*c](https://x.example/a_b*c).'],
    ['\\href{https://x.example/~a_b}{our \\emph{data}}', '[our data](https://x.example/~a_b)'],
    ['\\url{ftp://x.example/a_b}', 'ftp://x.example/a\\_b'],
  ])('%s', (tex, markdown) => {
    expect(readEntry(`abstract = {See ${tex}}`).abstract).toBe(`See ${markdown}`);
  });
});

describe('what an entry says beside its journal', () => {
  test.each([
    ['journal = {J}, year = {in press}', { publication: '*J*, in press' }],
    ['journal = {J}, year = {Forthcoming}', { publication: '*J*, forthcoming' }],
    ['journal = {J}, year = 2031, pubstate = {submitted}', { publication: '*J*, submitted' }],
    [
      'journal = {J}, note = {Accepted for publication}',
      { publication: '*J*, accepted for publication' },
    ],
    ['pubstate = {inpreparation}', { publication: 'In preparation' }],
    ['note = {With an \\emph{erratum}}', { note: 'With an *erratum*' }],
    ['note = {Best talk award}, award = {Best talk}', { note: 'Best talk award' }],
    ['award = {A prize}, addendum = {Out of print}', { note: 'A prize; Out of print' }],
    ['howpublished = {Leaflet}', { note: 'Leaflet' }],
    ['howpublished = {\\url{https://x.example/a_b}}', { link: 'https://x.example/a_b' }],
    ['website = {https://w.example}', { links: [{ name: 'Website', url: 'https://w.example' }] }],
    [
      'pdf = {https://x.example/a.pdf}, code = {https://x.example/c}, poster = {https://x.example/p}',
      {
        ...{ url_pdf: 'https://x.example/a.pdf', url_code: 'https://x.example/c' },
        url_poster: 'https://x.example/p',
      },
    ],
    ['year = 1955, month = may # "~3"', { date: { year: 1955, month: 5, day: 3 } }],
    ['year = 1999, month = {12th of June}', { date: { year: 1999, month: 6, day: 12 } }],
    [
      'year = 2001, month = jul # "/" # aug',
      { date: { year: 2001, month: 7, day: 1, precision: 'month' } },
    ],
    [
      'year = 2001, month = {Dec.}',
      { date: { year: 2001, month: 12, day: 1, precision: 'month' } },
    ],
  ])('%s', (fields, expected) => {
    const { problems, ...page } = readEntry(fields);
    expect(problems).toEqual([]);
    expect(page).toMatchObject(expected);
  });

  test('does not include what programs write into its note', () => {
    for (const note of ['Publisher: Example', 'arXiv:2001.00001 [cs.LG]', 'cited By 12']) {
      expect(readEntry(`note = {${note}}`).note).toBeUndefined();
    }
  });

  test('has nobody as its author if it names nobody', () => {
    expect(readEntry('year = 2020')).not.toHaveProperty('authors');
  });
});

describe('HTML and JATS', () => {
  test.each([
    [
      '<jats:title>Abstract</jats:title><jats:p>In <jats:italic>vivo</jats:italic></jats:p>',
      'In *vivo*',
    ],
    ['a <b>bold</b> claim: p &lt; 0.05 &amp; q', String.raw`a **bold** claim: p \< 0.05 \& q`],
    ['if a < b and b > c, or a <b, c> d', String.raw`if a \< b and b \> c, or a \<b, c\> d`],
    ['x<sub>1</sub><span class="y">z</span>&#233;&#x2013;', 'x<sub>1</sub>zé–'],
    ['twice &amp;lt; and \\&amp; once', String.raw`twice \< and \& once`],
    ['<mml:math><mml:mi>n</mml:mi></mml:math> items', 'n items'],
    ['&unknown; <title> &#0;', String.raw`\&unknown; \<title\> \&#0;`],
  ])('%s', (html, markdown) => {
    expect(readEntry(`abstract = {${html}}`).abstract).toBe(markdown);
  });
});

describe('names', () => {
  test.each([
    ['Doe*, Jane and Roe$^{1,2}$, Ann', ['Jane Doe<sup>*</sup>', 'Ann Roe<sup>1,2</sup>']],
    ['Roe{$^\\dagger$}, Ann', ['Ann Roe<sup>†</sup>']],
    [
      'Ann Roe\\textsuperscript{3} and Jo Doe<sup>4</sup>',
      ['Ann Roe<sup>3</sup>', 'Jo Doe<sup>4</sup>'],
    ],
    ['Ann Roe\\thanks{Of Example} and Jo Doe\\dag', ['Ann Roe', 'Jo Doe<sup>†</sup>']],
    ['王, 小明 and 山田 and 김, 철수', ['王小明', '山田', '김철수']],
    ['Wei Sample 0042 and Sample 0007, Wei', ['Wei Sample', 'Wei Sample']],
    ['M{\\"u}ller \\& S{\\o}n, {\\L}.', ['Ł. Müller & Søn']],
  ])('%s', (author, authors) => {
    expect(readEntry(`author = {${author}}`).authors).toEqual(authors);
  });
});

describe('journals', () => {
  test.each([
    ['{\\apj}', 'The Astrophysical Journal'],
    ['\\mnras', 'Monthly Notices of the Royal Astronomical Society'],
    ['{\\aap} Letters', 'Astronomy and Astrophysics Letters'],
    ['{Stra{\\ss}e}', 'Straße'],
  ])('%s', (tex, name) => {
    const { publication, problems } = readEntry(`journal = {${tex}}`);
    expect([publication, problems]).toEqual([`*${name}*`, []]);
  });

  test('that are unknown have the name of their command', () => {
    const { publication, problems } = readEntry('journal = {\\nosuch}');
    expect(publication).toBe('*nosuch*');
    expect(problems).toMatchObject([{ code: 'bib/unknown-journal', line: 1, column: 38 }]);
  });
});
