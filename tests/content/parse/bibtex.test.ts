import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../src/content/parse/bibtex.ts';
import {
  type BibEntry,
  bibEntryToCitable,
  bibEntryToFrontMatter,
} from '../../../src/model/publication/bib-entry.ts';
import { publicationSchema } from '../../../src/schema/publication.ts';
import { splitLines } from '../../../src/content/parse/position.ts';
import type { Problem } from '../../../src/content/parse/problem.ts';
import { invalidEntries, makeEntries } from '../../helpers/make/bib-file.ts';
import { formatBibName, type BibName } from '../../../src/model/publication/citable.ts';

interface Csl {
  id: string;
  title?: string;
  author?: Record<string, string>[];
  issued?: { 'date-parts'?: number[][] };
}

const file = 'content/papers.bib';
const parse = (text: string) => readBibtex(text, file);
const formatProblems = (problems: Problem[]) =>
  problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
const formatNames = (list: BibName[]) => list.map(formatBibName);

/** Parses one entry with the given fields. */
function parseEntry(fields: string, type = 'article') {
  const { entries, problems } = parse(`@${type}{key, ${fields}}`);
  return { entry: entries[0]!, problems };
}

describe('a file of 500 entries, one of them broken', () => {
  const text = makeEntries(500);
  const started = performance.now();
  const { entries, problems } = parse(text);
  const took = performance.now() - started;
  const lines = splitLines(text);

  it('contains 499 entries and two warnings with positions', () => {
    console.log(`500 entries of BibTeX were read in ${took.toFixed(0)} ms`);
    expect(entries).toHaveLength(499);
    const at = (n: number) => lines.findIndex((line) => line.endsWith(`{entry${n},`)) + 1;
    const noteLine = lines.slice(at(invalidEntries.dollar)).findIndex((l) => /note/.test(l)) + 1;
    expect(formatProblems(problems)).toEqual([
      `${at(invalidEntries.brace)}:1 bib/unreadable-entry`,
      `${at(invalidEntries.dollar) + noteLine}:10 bib/unclosed-formula`,
    ]);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  it('has the line of each entry', () => {
    for (const { key, line } of entries) expect(lines[line - 1]).toMatch(`{${key},`);
  });

  it('has the same names, titles and years as in another parser', () => {
    const isReadable = (part: string) =>
      Object.values(invalidEntries).every((n) => !part.includes(`{entry${n},`)) &&
      !part.startsWith('@comment');
    const readable = text
      .split(/\n(?=@)/)
      .filter(isReadable)
      .join('\n');
    const otherEntries = plugins.input.chain(readable, { generateGraph: false }) as Csl[];
    const byId = new Map(otherEntries.map((csl) => [csl.id, csl]));
    for (const entry of entries) {
      const other = byId.get(entry.key);
      if (!other) {
        expect(entry.key).toBe(`entry${invalidEntries.dollar}`);
        continue;
      }
      expect(fixLetters(other.title ?? '')).toMatch(toTitlePattern(entry.title));
      expect([entry.key, formatAuthors(entry)]).toEqual([
        entry.key,
        (other.author ?? []).map(formatCslName),
      ]);
      const year = other.issued?.['date-parts']?.[0]?.[0];
      expect([entry.key, bibEntryToCitable(entry).issued?.year]).toEqual([entry.key, year]);
    }
  });
});

describe('an entry', () => {
  it.each([
    [
      'accents',
      String.raw`Caf\'e, na{\"\i}ve, {\'\i}, {\L}{\'o}d{\'z}, Erd{\H o}s`,
      'Café, naïve, í, Łódź, Erdős',
    ],
    [
      'formulas',
      String.raw`H$_2$O, \(x_1\), $$y$$, \ensuremath{\alpha^{2}}`,
      'H$_2$O, $x_1$, $y$, $\\alpha^{2}$',
    ],
    ['a formula in a formula', String.raw`$x \text{ if $y$}$`, '$x \\text{ if $y$}$'],
    ['money', String.raw`From \$5 to \$7`, String.raw`From \$5 to \$7`],
    ['emphasis', String.raw`{\em Drosophila} and \textbf{b}`, '*Drosophila* and **b**'],
    ['characters of Markdown', '*a* [b] `c` <i>d', String.raw`\*a\* \[b\] \`c\` \<i\>d`],
    ['braces and line breaks', '{NASA} and\n  {{ESA}}', 'NASA and ESA'],
    ['unknown commands', String.raw`\foo{bar} and \LaTeX{}`, 'bar and LaTeX'],
  ])('has a title with %s', (_, tex, title) => {
    expect(parseEntry(`title = {${tex}}`).entry.title).toBe(title);
  });

  it.each([
    ['Ludwig van Beethoven', ['Ludwig van Beethoven']],
    [
      'de la Cruz, Jr., Juan and {The LIGO Collaboration}',
      ['Juan de la Cruz Jr.', 'The LIGO Collaboration'],
    ],
    ['family=Rom, given=Ed, prefix=von', ['Ed von Rom']],
    ['山田, 太郎 and Plato', ['山田太郎', 'Plato']],
  ])('has the authors %s', (authors, expected) => {
    const { entry, problems } = parseEntry(`title = {T}, author = {${authors}}`);
    expect([formatNames(entry.authors), entry.others, problems]).toEqual([expected, false, []]);
  });

  it('may end its authors in "and others"', () => {
    const { entry } = parseEntry('title = {T}, author = {A. Doe and others}');
    expect([formatNames(entry.authors), entry.others]).toEqual([['A. Doe'], true]);
  });

  it('is formatted with resolved strings and references, without private fields', () => {
    const { entries } = parse(String.raw`@string{press = {Example {P}ress}}
@inproceedings{a, crossref = {v}, title = "The {NASA} " # {of $\alpha$}, author = {D{\"o}e, J.},
  file = {x.pdf}, bdsk-url-1 = {x}, abstract = {A}, date-added = {x}, month = mar, url = {http://x.example/~a_b%20c}}
@proceedings{v, title = {Proc. of X}, publisher = press, year = 2001}`);
    expect(entries.map(({ bibtex }) => bibtex)).toEqual([
      String.raw`@inproceedings{a,
  title = {The {NASA} of $\alpha$},
  author = {D{\"o}e, J.},
  month = mar,
  url = {http://x.example/~a_b%20c},
  booktitle = {Proc. of X},
  publisher = {Example {P}ress},
  year = {2001},
}`,
    ]);
    const again = parse(entries[0]!.bibtex).entries[0]!;
    expect([again.title, again.authors]).toEqual([entries[0]!.title, entries[0]!.authors]);
  });
});

describe('a problem', () => {
  const good = '@article{good, title = {Good $x$}}';
  it.each([
    ['a brace', '@article{a, title = {No end, year = 2000}', /brace.*not closed.*title/],
    [
      'a quotation mark',
      '@article{a, author = "A, year = 3}',
      /quotation mark.*not closed.*author/,
    ],
    ['a comma', '@article{a, title = {x} year = 3}', /fields.*cannot be parsed/],
    ['a key', '@article{, title = {x}}', /no key/],
    ['a comma after an email address', '@article{a, note = {me@x.example} year = 3}', /./],
  ])('is reported if %s is missing, and the next entry is parsed', (_, text, message) => {
    const { entries, problems } = parse(`% first\n${text}\n${good}\n`);
    expect(formatProblems(problems)).toEqual(['2:1 bib/unreadable-entry']);
    expect(problems[0]).toMatchObject({ file, severity: 'warning', source: text });
    expect(problems[0]!.message).toMatch(message);
    expect(entries.map(({ title }) => title)).toEqual(['Good $x$']);
  });

  it.each([
    ['@article{a, title = {T},\n  journal = nope # nope}', '2:13 bib/unknown-string', 1],
    ['@article{a, title = {T}, author = {Smith, A; Doe, B}}', '1:43 bib/ambiguous-name', 1],
    ['@article{a, title = {T}, author = {A. B, C. D, E. F}}', '1:42 bib/ambiguous-name', 1],
    ['@article{a, title = {T}, author = {a, b, c, d}}', '1:36 bib/ambiguous-name', 1],
    ['@article{a, title = {T}}\n@misc{A, title = {{T}}}', '2:1 bib/duplicate-key', 1],
    ['@article{a, title = {cost $5}}', '1:21 bib/unclosed-formula', 1],
    ['@article{a, title = {T}, journal = {\\nope}}', '1:36 bib/unknown-journal', 1],
    ['@misc{a, year = 1}', '1:1 bib/no-title', 0],
  ])('is reported in %s', (text, place, count) => {
    for (const bibtex of [text, `\uFEFF${text.replaceAll('\n', '\r\n')}`]) {
      const { entries, problems } = parse(bibtex);
      expect(formatProblems(problems)).toEqual([place]);
      expect(problems[0]!.severity).toBe('warning');
      expect(entries).toHaveLength(count);
    }
  });

  it.each([
    '',
    '\uFEFF',
    '% only\n@comment{that}\nme@home.example\n',
    '@string{a = {b}}\n@xdata{x, year = 1}',
  ])('is not reported in %j', (text) => expect(parse(text)).toEqual({ entries: [], problems: [] }));

  it('is not reported for letters that are not UTF-8, which are lost', () => {
    const latin1 = new TextDecoder().decode(
      Uint8Array.from(Buffer.from('@misc{a, title={é}}', 'latin1')),
    );
    expect(parse(latin1)).toMatchObject({ entries: [{ title: '\uFFFD' }], problems: [] });
  });

  it('is reported in any text, without throwing', () => {
    const pieces = [
      '@',
      '@article{a,',
      'title={',
      'author={',
      '}',
      '{',
      '"',
      '$',
      '\\(',
      '\\)',
      '\\',
      '=',
      '#',
    ]
      .concat([
        '%',
        ',',
        '\n',
        ' and ',
        '\\i',
        '\\frac',
        '\\begin{x}',
        '<i>',
        '\uE000',
        '\u{F0000}',
        'x',
        '(',
        ')',
      ])
      .concat([
        '@string{',
        'crossref={a}',
        '\\verb|',
        '\\url{',
        '_',
        '^',
        '&',
        '~',
        'month=',
        '12',
        '\r',
      ]);
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''));
    let located = 0;
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (broken) => {
        const count = splitLines(broken).length;
        const { problems, entries } = parse(broken);
        located += problems.length + entries.length;
        for (const { line } of [...problems, ...entries]) expect(line).toBeLessThanOrEqual(count);
        for (const entry of entries) {
          expect(entry.title).not.toMatch(/[\u{E000}-\u{F8FF}\u{FFFD}]/u);
          const { error } = publicationSchema.safeParse(bibEntryToFrontMatter(entry));
          expect(error?.issues ?? []).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
    expect(located).toBeGreaterThan(100);
  }, 60_000);
});

/** Returns a pattern of a title that accepts any formulas, because each parser formats them differently. */
function toTitlePattern(markdown: string): RegExp {
  const plain = markdown.replace(/\\([&%$])/g, '$1').replace(/[()?.+]/g, '\\$&');
  return new RegExp(`^${plain.replace(/\$[^$]+\$/g, '.*')}$`, 'u');
}

/** Adds the dot of an i under an accent, which the other parser leaves out. */
function fixLetters(text: string): string {
  return text.replace(/ı(?=\p{M})/gu, 'i').normalize('NFC');
}

/** Formats a name of the other parser, which takes a first name with a TeX command for a particle. */
function formatCslName(name: Record<string, string>): string {
  const parts = [name['given'], name['non-dropping-particle'], name['family'], name['suffix']];
  return fixLetters(parts.filter(Boolean).join(' '));
}

/** Formats the authors with "others", which the other parser takes for a name. */
function formatAuthors({ authors, others }: BibEntry): string[] {
  return [...formatNames(authors), ...(others ? ['others'] : [])];
}
