const authors = [
  "Garc{\\'\\i}a M{\\'a}rquez, Jos{\\'e} and Ludwig van Beethoven",
  'de la Cruz, Jr., Juan and {The LIGO Collaboration}',
  'Erd{\\H o}s, Paul and \\O{}ystein Ore and others',
  'S{\\"o}ren {\\O}stberg and {\\L}ukasz Wa{\\l}{\\k{e}}sa',
  'Müller, Jörg and Žižek, Š.',
];
const titles = [
  'On the {$L^2$} norm of $\\sum_{i=1}^{n} x_i$',
  "The Erd{\\H{o}}s--R{\\'e}nyi model at $p < \\frac{1}{n}$",
  'Caf\\\'e, na{\\"\\i}ve \\& {NASA}: 50\\% of it',
  '{{All of it Protected}}',
  'Bounds on $I(X;T)$, again',
];

/** The numbers of the invalid entries, by their error. */
export const invalidEntries = { brace: 123, dollar: 377 };

/**
 * Generates a BibTeX file with `count` entries: accents, particles, formulas, strings, references to
 * volumes and missing fields. Two of the first 500 are invalid. The volumes are added at the end.
 */
export function makeEntries(count: number): string {
  const entries = Array.from({ length: count }, (_, n) => makeEntry(n));
  const volumes = [0, 1, 2].map(
    (n) => `@proceedings{volume${n},
  title = {Proceedings of the ${n + 1}. Workshop},
  editor = {von Neumann, J{\\'a}nos},
  year = {${2001 + n}},
  publisher = {Example Press}
}\n`,
  );
  return [
    '% made by rule\n@string{jx = {Journal of {E}xamples}}\n',
    ...entries,
    ...volumes,
    '@comment{jabref-meta: databaseType:bibtex;}\n',
  ].join('\n');
}

function makeEntry(n: number): string {
  const inVolume = n % 4 === 2;
  const title = `${titles[n % titles.length]}, part ${n}`;
  const fields = [
    n % 11 !== 10 && `author = {${authors[n % authors.length]}}`,
    `title = ${n % 7 === 3 ? `"${title.replaceAll('\\"', '\\v')}"` : `{${title}}`}`,
    n % 4 === 0 && 'journal = jx # { (B)}',
    n % 4 === 1 && 'school = {Universit{\\"a}t Wien}',
    inVolume && `crossref = {volume${n % 3}}`,
    !inVolume && n % 13 !== 12 && `year = ${1990 + (n % 35)}`,
    n % 3 === 0 && 'month = mar',
    n % 5 === 0 && `pages = {${n + 1}--${n + 9}}`,
    n % 6 === 0 && `doi = {10.1000/ex\\_${n}}`,
    'abstract = {Costs \\$5. See me@example.org.}',
    n === invalidEntries.dollar && 'note = {costs $5}',
  ].filter((field) => field !== false);
  const type = ['article', 'phdthesis', 'inproceedings', 'misc'][n % 4];
  const close = n === invalidEntries.brace ? '' : '}';
  return `@${type}{entry${n},\n  ${fields.join(',\n  ')}\n${close}\n`;
}
