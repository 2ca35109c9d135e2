import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkSite } from '../../src/content/validate/check-site.ts';
import { createAuthorFolder } from '../helpers/make/author-folder.ts';
import { buildSite, type BuiltSite } from '../helpers/build/build-site.ts';
import { makeImage } from '../helpers/make/images.ts';
import { lineOf, talkFile } from '../helpers/make/talk-file.ts';

const validTalk = { title: 'A talk', event: 'A seminar', date: '2024-05-06' };

const cv = `work:
  - name: University of Example
    startDat: 2019
awards:
  - title: Prize
    date: last year
    summary: For $\\nosuch$.
`;

const files = {
  'content/cv.yaml': cv,
  'content/publications/bad.md': '---\nauthors: [A]\ndate: 2020-13-01\ntypo: x\n---\n',
  'content/talks/half/index.md':
    '---\ntitle: T\ndate: 2024-05-06\nimage:\n  filename: a.jpg\n---\n',
  'content/talks/no-picture.md': talkFile(validTalk, 'See ![it](/c.png).'),
  'public/c.png': 'Not yet.',
  'content/talks/bad-formula.md': talkFile(validTalk, 'Before.\n\nSee $\\nosuchmacro{x}$ there.'),
  'content/talks/bad-abstract.md': talkFile({ ...validTalk, abstract: 'Let $\\frac{1}{$ be.' }),
  'content/talks/unsafe-link.md': talkFile({ ...validTalk, url_slides: 'javascript:alert(1)' }),
  'content/talks/unsafe-body.md': talkFile(validTalk, 'Press [here](javascript:alert(1)).'),
  'content/talks/no-title.md': talkFile({ event: 'A seminar', date: '2024-05-06' }),
  'content/talks/bad-date.md': talkFile(
    { ...validTalk, date: 'the day after tomorrow' },
    'See $\\nosuch{y}$.',
  ),
  'content/talks/twin.md': talkFile({ ...validTalk, title: 'The one' }),
  'content/talks/twin/index.md': talkFile({ ...validTalk, title: 'The other' }),
  'content/talks/healthy.md': talkFile(validTalk, 'All is well: $x^2$.'),
};

let site: BuiltSite;
beforeAll(async () => {
  const jpeg = await makeImage('jpeg', [300, 200]);
  const half = { 'content/talks/half/a.jpg': jpeg.subarray(0, jpeg.length >> 1) };
  site = await buildSite({ files: { ...files, ...half } });
});

/** Returns the lines of the report from the one with `place` to the next that names a file. */
function findReport(place: string): string {
  const lines = site.output.split('\n');
  const start = lines.findIndex((line) => line.includes(place));
  if (start < 0) return '';
  const length = lines.slice(start + 1).findIndex((line) => /content\/talks\/\S+:\d+/.test(line));
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n');
}

/** Returns the file and line of a text. */
function locate(name: keyof typeof files & string, text: string): string {
  return `${name}:${lineOf(files[name], text)}`;
}

test('the build fails with exit code 1', () => {
  expect(site.code, site.output).toBe(1);
});

test('prints no error of the program, such as a missing output folder', () => {
  expect(site.output).not.toMatch(/ENOENT|node:fs/);
});

test('a build in which a page cannot be made ends, with exit code 1 and the error', async () => {
  const { code, output } = await buildSite({
    files: { 'content/pages/broken.mdx': '---\ntitle: Broken\n---\n\n{undefinedName.length}\n' },
  });
  expect(code, output).toBe(1);
  expect(output).toContain('undefinedName is not defined');
  expect(output).toContain('content/pages/broken.mdx:5:1 error ');
  expect(output).not.toMatch(/^ +at .+:\d+/m);
});

test('reports a formula that KaTeX cannot read, with its reason', () => {
  const problem = findReport(locate('content/talks/bad-formula.md', 'nosuchmacro'));
  expect(problem).toContain('Undefined control sequence: \\nosuchmacro');
});

test('reports a formula in the front matter', () => {
  expect(findReport(locate('content/talks/bad-abstract.md', 'abstract'))).toMatch(
    /expected|end of input/i,
  );
});

test('reports an unsafe link in the front matter', () => {
  expect(findReport(locate('content/talks/unsafe-link.md', 'url_slides'))).toContain('javascript:');
});

test('reports an unsafe link in the text', () => {
  expect(findReport(locate('content/talks/unsafe-body.md', 'Press'))).toContain('javascript:');
});

test('reports a missing title', () => {
  expect(findReport('content/talks/no-title.md:')).toContain('title');
});

test('reports an invalid date', () => {
  expect(findReport(locate('content/talks/bad-date.md', 'date:'))).toContain(
    'the day after tomorrow',
  );
});

test('reports errors in the text of the same file too', () => {
  expect(findReport(locate('content/talks/bad-date.md', 'nosuch'))).toContain('\\nosuch');
});

test('reports two talks with one address', () => {
  expect(site.output).toContain('content/talks/twin.md');
  expect(site.output).toContain('content/talks/twin/index.md');
  expect(site.output).toContain('/talks/twin/');
});

test('reports nothing about the valid talk', () => {
  expect(site.output).not.toContain('healthy');
});

test('reports an image that cannot be opened', () => {
  expect(site.output).toMatch(
    /talks\/half\/index\.md:5:13 warning the image "a\.jpg" cannot be opened/,
  );
  expect(site.output).toMatch(
    /talks\/no-picture\.md:7:5 warning the image "\/c\.png" is not an image file/,
  );
});

test('reports a publication', () => {
  expect(site.output).toContain('content/publications/bad.md:3:7');
  expect(site.output).toContain('publication/title-missing');
  expect(site.output).toContain('publication/unknown-key');
});

test('reports a CV, with the same locations as check', async () => {
  const { problems } = await checkSite(createAuthorFolder({ 'content/cv.yaml': cv }));
  const places = problems
    .filter(({ file }) => file === 'content/cv.yaml')
    .map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
  expect(places.toSorted()).toEqual([
    'content/cv.yaml:3:5 cv/unknown-key',
    'content/cv.yaml:6:11 cv/date-unreadable',
    'content/cv.yaml:7:14 text/formula',
  ]);
  for (const place of places) expect(site.output).toContain(place.split(' ')[0]);
  expect(site.output).toContain('Did you mean startDate?');
});

const skipBroken = '--skip-broken';

test('--skip-broken builds the rest, and lists what it leaves out', async () => {
  const conflict = { 'public/talks/healthy/index.html': 'not the talk' };
  const { code, output, dist, read } = await buildSite({
    files: { ...files, ...conflict },
    args: [skipBroken],
  });
  expect(code, output).toBe(0);
  expect(output).toMatch(
    /Left out 6 files:\n {2}content\/publications\/bad\.md\n {2}content\/talks\/bad-date\.md\n {2}content\/talks\/no-title\.md\n {2}content\/talks\/twin\.md\n {2}content\/talks\/twin\/index\.md\n {2}public\/talks\/healthy\/index\.html\n/,
  );
  expect(read('talks/healthy/index.html')).not.toContain('not the talk');
  const talks = readdirSync(join(dist, 'talks'));
  expect(talks).toEqual(expect.arrayContaining(['healthy', 'bad-formula', 'unsafe-link']));
  for (const slug of ['bad-date', 'no-title', 'twin']) expect(talks).not.toContain(slug);
});
