import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check as checkCommand } from '../../src/cli/check.ts';
import { checkSite } from '../../src/content/validate/check-site.ts';
import { createAuthorFolder } from '../helpers/make/author-folder.ts';
import { createCleanEnvironment, runScript } from '../helpers/build/build-site.ts';
import { runInProcess } from '../helpers/process/run-command.ts';
import { countWork } from '../helpers/process/count-work.ts';
import { talkFile } from '../helpers/make/talk-file.ts';

const site = { 'content/site.yaml': 'name: Ada Example\n' };
const good = { title: 'In Lyon', date: '2024-05-06' };

function environment(files: Record<string, string>) {
  const { root } = createAuthorFolder({ ...site, ...files });
  return { LECTERN_SITE: root, GITHUB_WORKSPACE: root };
}

function check(files: Record<string, string>, ...args: string[]) {
  return runInProcess('check', checkCommand, args, environment(files));
}

const well = { 'content/talks/well.md': talkFile(good, 'All is well: $x^2$.') };
const doubtful = { 'content/talks/doubtful.md': talkFile({ ...good, slide: 'a.pdf' }) };
const broken = { 'content/talks/broken.md': talkFile({ ...good, date: '2024-22-05' }, '$\\no$') };

it('has exit code 0 and a message for a site without problems', async () => {
  expect(await check(well)).toEqual({ code: 0, output: 'Checked one talk: no problems.\n' });
});

it('gives the same exit code and output in a shell', async () => {
  for (const [files, args, code] of [
    [well, [], 0],
    [broken, [], 1],
    [well, ['-x'], 2],
  ] as const) {
    const env = { ...createCleanEnvironment(), ...environment(files) };
    const here = await check(files, ...args);
    expect(here.code).toBe(code);
    expect(await runScript(['src/cli/main.ts', 'check', ...args], env)).toEqual(here);
  }
});

it('has exit code 0 for warnings, and 1 with --strict', async () => {
  const { code, output } = await check(doubtful);
  expect(code).toBe(0);
  expect(output).toContain(
    'content/talks/doubtful.md:4:1 warning "slide" is not a known key, so it',
  );
  expect(output).not.toContain('\u001B');
  expect(await check(doubtful, '--strict')).toEqual({ code: 1, output });
});

it('has exit code 1 for errors, and prints all of them', async () => {
  const { code, output } = await check({ ...well, ...doubtful, ...broken });
  expect(code).toBe(1);
  expect(output).toContain(
    'content/talks/broken.md:3:7 error date "2024-22-05" is not a valid date',
  );
  expect(output).toContain(
    'content/talks/broken.md:6:1 warning the formula "\\no" cannot be typeset',
  );
  expect(output).toMatch(/1 error, 2 warnings in 2 files\.\n$/);
});

it('prints formats for programs', async () => {
  const broken = { 'content/talks/broken.md': talkFile({ ...good, date: '2024-22-05' }) };
  const json = await check(broken, '--format', 'json');
  expect(json.code).toBe(1);
  expect(JSON.parse(json.output)).toEqual([
    {
      file: 'content/talks/broken.md',
      line: 3,
      column: 7,
      severity: 'error',
      code: 'talk/date-unreadable',
      message: 'date "2024-22-05" is not a valid date: there is no month 22',
      remedy: 'Did you mean 2024-05-22?',
    },
  ]);
  const github = await check(broken, '--format=github');
  expect(github).toEqual({
    code: 1,
    output:
      '::error file=content/talks/broken.md,line=3,col=7,title=talk/date-unreadable' +
      '::date "2024-22-05" is not a valid date: there is no month 22. Did you mean 2024-05-22?\n',
  });
  expect((await check(well, '--format', 'json')).output).toBe('[]\n');
});

it('prints help', async () => {
  const { code, output } = await check(well, '--help');
  expect(code).toBe(0);
  expect(output).toContain('npm run check -- --strict');
});

it.each([
  [['--stict'], 'Unknown option --stict. Did you mean --strict?'],
  [['-x'], 'Unknown option -x. The options are --strict, --verbose, --fix, --format, --help.'],
  [['--format'], '--format needs a value. Write it after the option.'],
  [['--format', 'jsn'], 'Unknown format "jsn". Did you mean json?'],
  [['--format', 'xml'], 'Unknown format "xml". The formats are text, json, github.'],
  [['--strict=yes'], '--strict takes no value (got "yes").'],
  [['a.md'], 'Unexpected argument "a.md". Put text with spaces in quotes.'],
])('rejects %j with a message and exit code 2', async (args, message) => {
  const output = `${message}\nFor help: npm run check -- --help\n`;
  expect(await check(well, ...args)).toEqual({ code: 2, output });
});

function manyTalks(count: number, text: (i: number) => string): Record<string, string> {
  const numbers = Array.from({ length: count }, (_, i) => i);
  return Object.fromEntries(
    numbers.map((i) => [`content/talks/talk-${i}.md`, talkFile(good, text(i))]),
  );
}

it('checks a thousand talks', async () => {
  const formulas = (i: number) =>
    Array.from({ length: 9 }, (_, j) => `Let $x_{${i}} + \\frac{${j}}{2}$ be.`).join('\n\n');
  // In a separate process, so that the output contains nothing that another tool prints.
  const env = { ...createCleanEnvironment(), ...environment(manyTalks(1000, formulas)) };
  const { output } = await runScript(['src/cli/main.ts', 'check'], env);
  expect(output).toBe('Checked 1000 talks: no problems.\n');
}, 240_000);

it('takes twice as long for twice as many talks', async () => {
  const workFor = (count: number) => {
    const folder = createAuthorFolder({ ...site, ...manyTalks(count, () => 'Short.') });
    return countWork(() => checkSite(folder));
  };
  await workFor(1);
  const [none, less, more] = [await workFor(0), await workFor(400), await workFor(800)];
  expect((more - none) / (less - none)).toBeLessThan(2.2);
}, 240_000);

it('reads and converts files that are not UTF-8, and rejects those without an encoding', async () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1');
  const bib = (title: string) => `@misc{${title.length}, title={${title}}, year=2020}`;
  const { root } = createAuthorFolder({
    'content/site.yaml': latin1('name: J\xF6rg\n'),
    'content/talks/a.md': latin1(talkFile({ ...good, title: '\x93Gr\xF6\xDFe\x94' })),
    'content/talks/b.md': latin1('+++\ntitle = "M\xE4r"\ndate = 2021-05-03\n+++\n'),
    'content/about.md': Buffer.from('\uFEFFIch heiße Jörg.\n', 'utf16le'),
    'content/papers.bib': latin1(`% Encoding: Cp1252\n${bib('\xDCber')}`),
    'content/others.bib': Buffer.from(`\uFEFF${bib('Äther')}`, 'utf16le'),
    'content/cv.yaml': latin1('sections:\n  - title: P\xE4dagogik\n'),
    'content/redirects.yaml': latin1('/\xE4lter: /talks/a/\n'),
  });
  const env = { LECTERN_SITE: root, GITHUB_WORKSPACE: root };
  const run = (...args: string[]) => runInProcess('check', checkCommand, args, env);
  const before = await run('--strict', '--verbose');
  expect(before.code).toBe(1);
  expect(before.output.match(/file\/encoding/g)).toHaveLength(8);
  expect(before.output).toContain('“Größe”');
  const fixed = await run('--fix');
  expect(fixed.output).not.toContain('file/encoding');
  expect(readFileSync(join(root, 'content/papers.bib'), 'utf8')).toBe(
    `% Encoding: UTF-8\n${bib('Über')}`,
  );
  expect(readFileSync(join(root, 'content/about.md'), 'utf8')).toBe('Ich heiße Jörg.\n');

  writeFileSync(join(root, 'content/talks/c.md'), latin1(talkFile(good, 'Caf\xE9 \x81')));
  writeFileSync(join(root, 'content/bad.bib'), latin1('@misc{a, title={\x8D}}'));
  writeFileSync(join(root, 'content/talks/d.mdx'), latin1(talkFile(good, 'Caf\xE9')));
  expect((await run()).output).toMatch(/d\.mdx:\d+:\d+ error the file is Windows-1252/);
  expect((await run('--fix')).output).toContain('Converted content/talks/d.mdx');
  const { code, output } = await run('--format', 'json');
  expect(code).toBe(1);
  const problems = JSON.parse(output) as { file: string; code: string; severity: string }[];
  expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual(
    expect.arrayContaining([
      'content/talks/c.md file/undecodable',
      'content/bad.bib file/undecodable',
    ]),
  );
  expect(output).not.toMatch(/\uFFFD|file\/encoding/);
});
