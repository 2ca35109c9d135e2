import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { newCommand } from '../../src/cli/new.ts';
import { checkValue, writeNewPage } from '../../src/cli/new-page.ts';
import { kinds } from '../../src/cli/templates.ts';
import { checkSite } from '../../src/content/validate/check-site.ts';
import { readFrontMatter } from '../../src/content/parse/front-matter.ts';
import { createAuthorFolder } from '../helpers/make/author-folder.ts';
import { createCleanEnvironment, runScript } from '../helpers/build/build-site.ts';
import { runInProcess } from '../helpers/process/run-command.ts';

// Each test runs the program, which is slow if many run at once.
vi.setConfig({ testTimeout: 60_000 });

const site = { 'content/site.yaml': 'name: Ada Example\n' };
const date = '2026-05-04T14:00';
const today = '2026-01-15';
const talk = kinds.find(({ section }) => section.noun === 'talk')!;

function newPage(root: string, ...args: string[]) {
  const SOURCE_DATE_EPOCH = String(Date.parse('2026-01-15T12:00Z') / 1000);
  const env = { ...createCleanEnvironment(), LECTERN_SITE: root, SOURCE_DATE_EPOCH };
  return runScript(['src/cli/main.ts', 'new', ...args], env);
}

it('creates a talk without problems', async () => {
  const folder = createAuthorFolder(site);
  const args = [
    'talk',
    'On Growth',
    '--date',
    date,
    '--event',
    'Biology Seminar',
    '--location',
    'Lyon',
  ];
  const { code, output } = await newPage(folder.root, ...args);
  expect(output).toContain('content/talks/on-growth/index.md');
  expect(code).toBe(0);
  const text = readFileSync(join(folder.talks, 'on-growth/index.md'), 'utf8');
  expect(text).toMatchSnapshot();
  expect(await checkSite(folder)).toEqual({ problems: [], talks: 1, otherPages: 0 });
});

it.each([
  [
    'publication',
    'On Growth',
    '--date',
    '2026-05',
    '--publication',
    '*J. Examples*',
    '--doi',
    '10.1/x',
  ],
  ['project', 'Open Archive', '--summary', 'Examples: for everybody.'],
  ['post', 'What a Talk Is For'],
  ['deck', 'On Growth'],
  ['course', 'Knots', '--term', 'Autumn 2026', '--institution', 'U of X', '--draft'],
  ['person', 'Lin Sample', '--role', 'Doctoral student'],
])('creates a %s without problems', async (noun, ...args) => {
  const folder = createAuthorFolder(site);
  const { code, output } = await newPage(folder.root, noun, ...args);
  expect(code, output).toBe(0);
  const [made = ''] = /content\/\S+\.md/.exec(output) ?? [];
  expect({ [made]: readFileSync(join(folder.root, made), 'utf8') }).toMatchSnapshot();
  expect((await checkSite(folder)).problems).toEqual([]);
});

it('can create a page of every section', () => {
  expect(kinds.length).toBeGreaterThanOrEqual(8);
  for (const kind of kinds) {
    const folder = createAuthorFolder(site);
    const path = writeNewPage(folder, kind, { title: 'A title', date }, { today });
    expect(existsSync(path), kind.section.noun).toBe(true);
  }
});

it.each(kinds.map((kind) => ({ noun: kind.section.noun, kind })))(
  'has no comment in a $noun that would be wrong when it comes to life',
  async ({ kind }) => {
    const folder = createAuthorFolder(site);
    const path = writeNewPage(folder, kind, { title: 'A title', date }, { today });
    const options = kind.template.blocks
      .filter(({ key }) => key !== 'draft')
      .flatMap(({ key, example, more = [] }) => [`${key}: ${example}`, ...more]);
    const lines = readFileSync(path, 'utf8').split('\n');
    const uncommented = lines.map((line) =>
      options.includes(line.slice(2)) ? line.slice(2) : line,
    );
    writeFileSync(path, uncommented.join('\n'));
    const { problems } = await checkSite(folder);
    expect(problems.filter(({ code }) => !code.endsWith('/missing-file'))).toEqual([]);
  },
);

it('never replaces a file', async () => {
  const folder = createAuthorFolder({ ...site, 'content/talks/on-growth.md': 'Mine.' });
  const { code, output } = await newPage(folder.root, 'talk', 'On Growth', '--date', date);
  expect({ code, output }).toMatchInlineSnapshot(`
    {
      "code": 2,
      "output": "content/talks/on-growth.md already has this name. Choose another one: --slug on-growth-2026
    For help: npm run new -- --help
    ",
    }
  `);
  expect(readFileSync(join(folder.talks, 'on-growth.md'), 'utf8')).toBe('Mine.');
  expect(existsSync(join(folder.talks, 'on-growth'))).toBe(false);
  mkdirSync(join(folder.talks, 'mine'));
  expect(() => writeNewPage(folder, talk, { title: 'Mine', date }, { today })).toThrow(
    'content/talks/mine',
  );
});

it.each([
  [['talk', 'A'], 'The date is missing.'],
  [[], 'The title is missing.'],
  [
    ['talk', 'A', '--date', '2024-22-05'],
    'date "2024-22-05" is not a valid date: there is no month 22. Did you mean 2024-05-22?',
  ],
  [
    ['talk', 'A', '--date', 'soon'],
    'date "soon" is not a valid date. Write a date such as 2024-05-22 or 2024-05-22T15:00.',
  ],
  [['talk', 'A $\\frac{1$', '--date', date], 'the formula "\\frac{1" cannot be typeset'],
  [['talk', 'Tags', '--date', date], 'The page /talks/tags/ of the site already has this name.'],
  [['talk', 'A', '--date', date, '--slug', 'a/b'], '"a/b" is not a valid name for a talk.'],
  [['A title', '--date', date], 'Unknown type "A title". The types are talk, '],
  [['tlak', 'A', '--date', date], 'Unknown type "tlak". Did you mean talk?'],
  [['project'], 'The title is missing. Example: npm run new -- project "'],
  [['publication', 'A'], 'The date is missing. Example: npm run new -- publication "'],
  [
    ['project', 'A', '--event', 'E'],
    'A project has no option --event. Its options are --summary, --date.',
  ],
  [['post', 'A', '--date', 'soon'], 'date "soon" is not a valid date.'],
  [['post', '2'], 'The page /posts/2/ of the site already has this name.'],
  [['talk', 'Two', 'words', '--date', date], 'Unexpected argument "words".'],
  [['talk', 'A', '--dat', date], 'Unknown option --dat. Did you mean --date?'],
])('rejects %j with a message and exit code 2', async (args, message) => {
  const folder = createAuthorFolder(site);
  const env = { LECTERN_SITE: folder.root };
  const { code, output } = await runInProcess('new', newCommand, args, env);
  expect(output).toContain(message);
  expect(output).toContain('For help: npm run new -- --help');
  expect(code).toBe(2);
  expect(existsSync(folder.talks)).toBe(false);
});

describe('any title', () => {
  it.each([
    ['On "Growth": a $\\frac{1}{2}$ # view', 'on-growth-a-view'],
    ["It's - all: 'quoted'", 'it-s-all-quoted'],
    ['日本語の講演', '日本語の講演'],
    ['Größe und Maß', 'größe-und-maß'],
    ['yes', 'yes'],
    ['2024', '2024'],
    ['null', 'null'],
    ['{{ title }}', 'title'],
    ['- a list?', 'a-list'],
    ['| a pipe > and more', 'a-pipe-and-more'],
    ['!!!', 'talk-2026-05-04'],
    ['line\nbreak', 'line-break'],
    ['word '.repeat(30), 'word-word-word-word-word-word-word-word-word-word-word-word'],
  ])('%j is parsed as the same text', async (title, name) => {
    const folder = createAuthorFolder(site);
    const known = { title, date, event: title, location: title, draft: 'true' };
    const path = writeNewPage(folder, talk, known, { today });
    expect(path).toBe(join(folder.talks, name, 'index.md'));
    const read = readFrontMatter(readFileSync(path, 'utf8'));
    if ('failure' in read) throw new Error(read.failure.message);
    const text = title.replace(/\s+/g, ' ').trim();
    expect(read.data).toEqual({
      title: text,
      date,
      event: text,
      location: text,
      draft: true,
      publishDate: today,
    });
    expect(
      (await checkSite(folder)).problems.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });
});

it('checks one value as npm run check does', () => {
  expect(checkValue(talk, 'title', ' ')).toBe(
    'title is missing or empty. Write the title in quotes, for example title: "On Growth and Form".',
  );
  expect(checkValue(talk, 'date', '2026-05-04')).toBeUndefined();
  expect(checkValue(talk, 'event', 'On $x^{$')).toContain('the formula "x^{" cannot be typeset');
});

it('treats a talk with the same address as the same name', () => {
  const folder = createAuthorFolder(site);
  writeNewPage(folder, talk, { title: 'First', date }, { slug: 'one', today });
  const file = join(folder.talks, 'one/index.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('---\n', '---\nslug: other\n'));
  expect(() => writeNewPage(folder, talk, { title: 'Other', date }, { today })).toThrow(
    'content/talks/one/index.md',
  );
});
