/** A huge input: files of a site, or of an old site that is imported. */
export interface HugeInput {
  title: string;
  command: 'check' | 'import';
  /** The exit code: 0, or 1 for an error. */
  code: number;
  /** What the output must contain: a located problem, or that there is none. */
  output: RegExp;
  /** Makes the files when they are needed, because all of them together fill the memory. */
  files: () => Record<string, string>;
}

export const repeat = (count: number, toText: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => toText(i)).join('');

const site = 'name: Ada Example\nurl: https://ada.example\ntimezone: Europe/Berlin\n';
export const post = (body: string, keys = '') =>
  `---\ntitle: Growth\ndate: 2024-03-04\n${keys}---\n${body}`;
const talkPath = 'content/talks/lyon/index.md';
const postPath = 'content/posts/growth.md';

function check(
  title: string,
  path: string,
  toText: () => string,
  code: number,
  output: RegExp,
): HugeInput {
  const files = () => ({ 'content/site.yaml': site, [path]: toText() });
  return { title, command: 'check', code, output, files };
}

/** A paragraph as in a long post, with a formula, a link and emphasis. */
export const paragraph = (i: number) =>
  `The value ${i} grows as $x_{${i}}^2 + \\alpha$ where *all* of [them](https://a.example/${i}) do, ` +
  'and nothing in the text before it says how fast a bound of this kind can grow in general.\n\n';

const entry = (i: number) =>
  `@article{key${i},\n  title = {On the growth of {B}ounds ${i}},\n  author = {Example, Ada and Doe, Jo ${i}},\n` +
  `  journal = {Journal of Bounds},\n  year = {${1990 + (i % 30)}},\n  volume = {${i}},\n` +
  `  doi = {10.1000/${i}}\n}\n\n`;

/** Aliases that multiply: ten to the power of `levels` values. */
export const aliasBomb = (levels: number) =>
  `a0: &a0 [x, x]\n` +
  repeat(levels, (i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]\n`);

const stringBomb = `@string{s0 = {0123456789}}\n${repeat(60, (i) => `@string{s${i + 1} = s${i} # s${i}}\n`)}`;

const noProblems = /: no problems\.\n$/;
const tooLarge = /index\.md:\d+:\d+ error .* more than 50,000 .*front-matter\/too-large/s;
const tooLong = /growth\.md:5:1 warning .* more than 500000, .*text\/too-long/s;

/** The huge inputs that `npm run check` must survive. */
export const hugeInputs: HugeInput[] = [
  check('10 MB of $', postPath, () => post('$'.repeat(10_000_000)), 0, tooLong),
  check(
    '10 MB of $ in the abstract',
    talkPath,
    () => post('', `abstract: "${'$'.repeat(10_000_000)}"\n`),
    0,
    /index\.md:4:\d+ warning .*text\/too-long/s,
  ),
  check(
    '100,000 lines of front matter',
    talkPath,
    () =>
      post(
        '',
        repeat(100_000, (i) => `key${i}: value\n`),
      ),
    1,
    tooLarge,
  ),
  check(
    'the same key 100,000 times',
    talkPath,
    () => post('', 'venue: A\n'.repeat(1e5)),
    1,
    tooLarge,
  ),
  check(
    '40,000 unknown keys',
    talkPath,
    () =>
      post(
        '',
        repeat(40_000, (i) => `key${i}: value\n`),
      ),
    0,
    /talk\/unknown-key/,
  ),
  check(
    'the same key 40,000 times',
    talkPath,
    () => post('', 'venue: A\n'.repeat(4e4)),
    0,
    /front-matter\/duplicate-key/,
  ),
  ...['tags', 'authors'].flatMap((key) => [
    check(
      `100,000 ${key}`,
      talkPath,
      () => post('', `${key}:\n${repeat(100_000, (i) => `  - Name ${i}\n`)}`),
      1,
      tooLarge,
    ),
    check(
      `40,000 ${key}`,
      talkPath,
      () => post('', `${key}:\n${repeat(40_000, (i) => `  - Name ${i}\n`)}`),
      0,
      noProblems,
    ),
  ]),
  check(
    'a list of 1,000,000 items in brackets',
    talkPath,
    () => post('', `tags: [${'a, '.repeat(1_000_000)}]\n`),
    1,
    tooLarge,
  ),
  check(
    'a line of 10 MB',
    talkPath,
    () => post('', `venue: ${'x'.repeat(1e7)}\n`),
    0,
    /index\.md:4:8 warning .*text\/too-long/s,
  ),
  check('a post of 5 MB', postPath, () => post(repeat(23_000, paragraph)), 0, tooLong),
  check('a post of 0.5 MB', postPath, () => post(repeat(2600, paragraph)), 0, noProblems),
  check('0.4 MB of $', postPath, () => post('$'.repeat(400_000)), 0, /growth\.md:5:/),
  check(
    '0.4 MB of brackets',
    postPath,
    () => post('['.repeat(400_000)),
    0,
    /growth\.md:5:|no problems/,
  ),
  check(
    '0.4 MB of [](',
    postPath,
    () => post('[]('.repeat(130_000)),
    0,
    /growth\.md:5:|no problems/,
  ),
  check(
    '0.4 MB of *a_',
    postPath,
    () => post('*a_'.repeat(130_000)),
    0,
    /growth\.md:5:|no problems/,
  ),
  ...['\n\n', '\n'].map((separator, i) =>
    check(
      `20,000 wrong links ${i === 0 ? 'in paragraphs' : 'in a paragraph'}`,
      postPath,
      () => post(repeat(20_000, (n) => `[a](m${n}.pdf)${separator}`)),
      0,
      /growth\.md:5:1 warning .*text\/missing-file.*19980 more/s,
    ),
  ),
  check(
    '20,000 links to pages that do not exist',
    postPath,
    () => post(repeat(20_000, (n) => `[a](/talks/${n}/)\n\n`)),
    0,
    /growth\.md:5:1 warning .*text\/unknown-address.*more/s,
  ),
  check(
    'a .bib of 15,000 entries',
    'content/papers.bib',
    () => repeat(15_000, entry),
    0,
    noProblems,
  ),
  check('a .bib of 50 MB', 'content/papers.bib', () => repeat(230_000, entry), 0, /bib\/too-large/),
  check(
    'an entry of 50 MB',
    'content/papers.bib',
    () => `@misc{a,\n  title = {T},\n  abstract = {${'word '.repeat(1e7)}}\n}\n`,
    0,
    /papers\.bib:.*bib\/too-large/s,
  ),
  check(
    'an entry of 19 MB',
    'content/papers.bib',
    () => `@misc{a,\n  title = {T},\n  abstract = {${'word '.repeat(3.8e6)}}\n}\n`,
    0,
    /papers\.bib:3.*bib\/too-large/s,
  ),
  check(
    '20,000 entries that are not closed',
    'content/papers.bib',
    () => repeat(20_000, (i) => `@article{k${i}, title = {No end, year = 2000\n`),
    0,
    /papers\.bib:1.*bib\/unreadable-entry/s,
  ),
  check(
    'strings of a .bib that double 60 times',
    'content/papers.bib',
    () => `${stringBomb}@misc{a, title = {T}, year = 2000, note = s60}\n`,
    0,
    /papers\.bib:15.*bib\/too-large/s,
  ),
  check(
    'aliases that multiply',
    talkPath,
    () => post('', aliasBomb(9)),
    1,
    /lyon\/index\.md:.*front-matter\//s,
  ),
  check(
    'an alias of itself',
    talkPath,
    () => post('', 'tags: &a [b, *a]\n'),
    1,
    /lyon\/index\.md:.*front-matter\//s,
  ),
  check(
    'a chain of 20,000 redirects',
    'content/redirects.yaml',
    () => repeat(20_000, (i) => `/old-${i}/: /old-${i + 1}/\n`),
    0,
    /redirects\.yaml:/,
  ),
  check(
    'a loop of 20,000 redirects',
    'content/redirects.yaml',
    () => repeat(20_000, (i) => `/old-${i}/: /old-${(i + 1) % 20_000}/\n`),
    0,
    /redirects\.yaml:.*redirect\/loop/s,
  ),
  {
    ...check('a menu of 100,000 entries', '', () => '', 1, /site\.yaml:.*more than 50,000/s),
    files: () => ({
      'content/site.yaml': `${site}navigation:\n${repeat(100_000, (i) => `  - label: Page ${i}\n    url: /p${i}/\n`)}`,
    }),
  },
  {
    ...check('a menu of 16,000 entries', '', () => '', 0, /site\.yaml:/),
    files: () => ({
      'content/site.yaml': `${site}navigation:\n${repeat(16_000, (i) => `  - label: Page ${i}\n    url: /p${i}/\n`)}`,
    }),
  },
];
