import { beforeAll, expect, test } from 'vitest';
import { buildSite, type BuiltSite } from '../helpers/build-site.ts';
import { lineOf, talkFile } from '../helpers/talk-file.ts';

const good = { title: 'A talk', event: 'A seminar', date: '2024-05-06' };

const files = {
  'content/talks/bad-formula.md': talkFile(good, 'Before.\n\nSee $\\nosuchmacro{x}$ there.'),
  'content/talks/bad-abstract.md': talkFile({ ...good, abstract: 'Let $\\frac{1}{$ be.' }),
  'content/talks/unsafe-link.md': talkFile({ ...good, url_slides: 'javascript:alert(1)' }),
  'content/talks/unsafe-body.md': talkFile(good, 'Press [here](javascript:alert(1)).'),
  'content/talks/no-title.md': talkFile({ event: 'A seminar', date: '2024-05-06' }),
  'content/talks/bad-date.md': talkFile({ ...good, date: 'the day after tomorrow' }),
  'content/talks/twin.md': talkFile({ ...good, title: 'The one' }),
  'content/talks/twin/index.md': talkFile({ ...good, title: 'The other' }),
  'content/talks/healthy.md': talkFile(good, 'All is well: $x^2$.'),
};

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSite({ files });
});

/** The lines of the report from the one that names `place` to the next that names a file. */
function report(place: string): string {
  const lines = site.output.split('\n');
  const start = lines.findIndex((line) => line.includes(place));
  if (start < 0) return '';
  const length = lines.slice(start + 1).findIndex((line) => /content\/talks\/\S+:\d+/.test(line));
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n');
}

function place(name: keyof typeof files & string, text: string): string {
  return `${name}:${lineOf(files[name], text)}`;
}

test('the build fails with exit code 1', () => {
  expect(site.code, site.output).toBe(1);
});

test('a formula that KaTeX refuses, with its reason', () => {
  const said = report(place('content/talks/bad-formula.md', 'nosuchmacro'));
  expect(said).toContain('Undefined control sequence: \\nosuchmacro');
});

test('a formula in the front matter', () => {
  expect(report(place('content/talks/bad-abstract.md', 'abstract'))).toMatch(
    /expected|end of input/i,
  );
});

test('an unsafe link in the front matter', () => {
  expect(report(place('content/talks/unsafe-link.md', 'url_slides'))).toContain('javascript:');
});

test('an unsafe link in the text', () => {
  expect(report(place('content/talks/unsafe-body.md', 'Press'))).toContain('javascript:');
});

test('a missing title', () => {
  expect(report('content/talks/no-title.md:')).toContain('title');
});

test('a date that cannot be read', () => {
  expect(report(place('content/talks/bad-date.md', 'date:'))).toContain('the day after tomorrow');
});

test('two talks at one address', () => {
  expect(site.output).toContain('content/talks/twin.md');
  expect(site.output).toContain('content/talks/twin/index.md');
  expect(site.output).toContain('/talks/twin/');
});

test('nothing about the talk that is well', () => {
  expect(site.output).not.toContain('healthy');
});
