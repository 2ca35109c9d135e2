import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { bibLimits } from '../../../src/content/parse/bibtex-limits.ts';
import { readBibtex } from '../../../src/content/parse/bibtex.ts';

/** A guard against hanging, in milliseconds. Each of these files is read in less than two seconds. */
const timeout = 60_000;

const repeat = (count: number, toText: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => toText(i)).join('');
const bomb = `@string{s0 = {0123456789}}\n${repeat(60, (i) => `@string{s${i + 1} = s${i} # s${i}}\n`)}`;

/** Reads a file, and returns the number of its entries and the first problem. */
function read(text: string) {
  const started = performance.now();
  const { entries, problems } = readBibtex(text, 'papers.bib');
  expect(performance.now() - started).toBeLessThan(timeout);
  const [first] = problems;
  const place = first && `${first.line}:${first.column} ${first.code}`;
  return { entries: entries.length, problems: problems.length, first: place };
}

describe('large files', () => {
  test.each<[string, string, number, string | undefined]>([
    ['strings that double', `${bomb}@misc{a, title = {T}, note = s60}`, 1, '15:15 bib/too-large'],
    [
      'one entry of 15 MB',
      `@misc{a, title = {T},\n abstract = {${'word '.repeat(3_000_000)}}}`,
      1,
      '2:13 bib/too-large',
    ],
    [
      'more than 20 MB',
      `@misc{a, title = {T}}${' '.repeat(bibLimits.file)}`,
      0,
      '1:1 bib/too-large',
    ],
    [
      'more than 20,000 entries',
      repeat(bibLimits.entries + 5, (i) => `@xdata{k${i}, x = {y}}\n`),
      0,
      `${bibLimits.entries + 1}:1 bib/too-large`,
    ],
    [
      'braces nested 20,000 deep',
      `@misc{a, title = {${'{'.repeat(2e4)}x${'}'.repeat(2e4)}}}`,
      1,
      undefined,
    ],
    [
      '4,000 dollar signs',
      `@misc{a, title = {T ${'$ {'.repeat(4e3)}${'}'.repeat(4e3)}}}`,
      1,
      '1:18 bib/unclosed-formula',
    ],
    [
      'a name of 90,000 commas',
      `@misc{a, title = {T}, author = {${','.repeat(9e4)}}}`,
      1,
      undefined,
    ],
    [
      '20,000 unclosed elements',
      `@misc{a, title = {T}, abstract = {${'<i> '.repeat(2e4)}}}`,
      1,
      undefined,
    ],
    [
      '20,000 unclosed comments',
      `${'@comment{ {\n'.repeat(2e4)}@misc{a, title = {T}}`,
      1,
      undefined,
    ],
    [
      'a field of 60 MB in strings',
      `${bomb}@misc{a, title = {T}, x = ${Array(9).fill('s13').join(' # ')}}`,
      1,
      '15:15 bib/too-large',
    ],
  ])('%s', (_, text, entries, first) => {
    expect(read(text)).toMatchObject({ entries, first });
  });

  test('of 20,000 unclosed entries list the first ones, and count the others', () => {
    const text = repeat(20_000, (i) => `@article{k${i}, title = {No end, year = 2000\n`);
    const { entries, problems } = readBibtex(text, 'papers.bib');
    expect([entries.length, problems.length]).toEqual([0, bibLimits.problems + 1]);
    expect(problems.at(-1)?.message).toContain('19979 more of these problems');
  });

  test('of a million keywords are left out from the entry on that exceeds the limit', () => {
    const keywords = (i: number) => repeat(2000, (k) => `k${i}-${k}, `);
    const entries = repeat(
      500,
      (i) => `@misc{e${i}, title = {T ${i}}, keywords = {${keywords(i)}}}\n`,
    );
    const { entries: read, problems } = readBibtex(entries, 'papers.bib');
    expect(read.filter(({ fields }) => fields.keywords !== undefined)).toHaveLength(24);
    expect([read.length, problems.length]).toEqual([500, bibLimits.problems + 1]);
    expect(problems[0]).toMatchObject({ code: 'bib/too-large', line: 25 });
  });

  test('of 3,000 entries that inherit from each other are read', () => {
    const text = repeat(3000, (i) => `@book{k${i}, title = {T ${i}}, crossref = {k${i + 1}}}\n`);
    expect(read(text).entries).toBe(3000);
  });
});

describe('entries that are not closed', () => {
  test.each([
    ['@misc{a, title = {No end, year = 1\n@misc{b, title = {B}}', ['b'], 1],
    ['@misc{a, title = "No end, year = 1\n  @misc{b, title = {B}}', ['b'], 1],
    ['@misc{a, title = {A}, year = {1}\n\n@misc{b, title = {B}}', ['b'], 1],
    ['@misc{a, title = {A} year = 1} @misc{b, title = {B}}', ['b'], 1],
    ['@misc{a, title = {See me@home.example and\nx@y}}\n@misc{b, title = {B}}', ['a', 'b'], 0],
    ['@comment{@misc{a, title = {A}}\n@misc{c, title = {C}}}\n@misc{b, title = {B}}', ['b'], 0],
    ['@comment jabref\n@misc(b, title = {B})', ['b'], 0],
  ])('%j', (text, keys, count) => {
    const { entries, problems } = readBibtex(text, 'papers.bib');
    expect([entries.map(({ key }) => key), problems.length]).toEqual([keys, count]);
  });
});
