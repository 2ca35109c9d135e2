import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import {
  digestFolder,
  digestInput,
  findUnchangedBuild,
  writeBuildRecord,
  type BuildFolders,
} from '../../../src/content/build/last-build.ts';

let site: string;
let folders: BuildFolders;
let record: string;

beforeEach(() => {
  site = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-last-build-'));
  for (const [file, text] of [
    ['content/talks/lyon/index.md', 'title: Lyon'],
    ['content/site.yaml', 'name: Ada Example'],
    ['node_modules/x/index.js', ''],
    ['.git/HEAD', 'main'],
    ['dist/index.html', '<h1>Ada Example</h1>'],
    ['dist/talks/lyon/index.html', '<h1>Lyon</h1>'],
  ] as const) {
    mkdirSync(join(site, file, '..'), { recursive: true });
    writeFileSync(join(site, file), text);
  }
  folders = { sources: [site, site], output: join(site, 'dist') };
  record = join(site, 'node_modules', 'cache', 'last-build.json');
  writeBuildRecord(record, {
    input: digestInput(folders),
    output: digestFolder([folders.output]),
    from: 1000,
    until: 2000,
    problems: [],
    figures: { pages: 2 },
  });
});

const find = (now = 1500) =>
  findUnchangedBuild<{ pages: number }>(record, digestInput(folders), folders.output, now);

test('a build is found if nothing has changed, with its figures', () => {
  expect(find()?.figures).toEqual({ pages: 2 });
});

test('a build is found only in the period in which it would show the same', () => {
  expect(find(999)).toBeUndefined();
  expect(find(1000)).toBeDefined();
  expect(find(1999)).toBeDefined();
  expect(find(2000)).toBeUndefined();
});

test.each<[string, () => void]>([
  ['a file is edited', () => writeFileSync(join(site, 'content/site.yaml'), 'name: Bob Example')],
  ['a file is added', () => writeFileSync(join(site, 'content/about.md'), '')],
  ['a file is removed', () => rmSync(join(site, 'content/talks/lyon/index.md'))],
  [
    'a folder is renamed',
    () => renameSync(join(site, 'content/talks/lyon'), join(site, 'content/talks/nice')),
  ],
  ['an empty folder is added', () => mkdirSync(join(site, 'content/posts'))],
  ['a page of the output is removed', () => rmSync(join(site, 'dist/index.html'))],
  ['a page of the output is edited', () => writeFileSync(join(site, 'dist/index.html'), 'x')],
  ['a file is added to the output', () => writeFileSync(join(site, 'dist/CNAME'), 'ada.example')],
  ['the output is removed', () => rmSync(join(site, 'dist'), { recursive: true })],
  ['the record is damaged', () => writeFileSync(record, '{"input":')],
])('a build is not found after %s', (_, change) => {
  change();
  expect(find()).toBeUndefined();
});

test('an edit that keeps the size and the time of a file is noticed', () => {
  const file = join(site, 'content/site.yaml');
  const { atime, mtime } = statSync(file);
  writeFileSync(file, 'name: Eve Example');
  utimesSync(file, atime, mtime);
  expect(find()).toBeUndefined();
});

test('settings in the environment and the output folder are part of the input', () => {
  const input = digestInput(folders);
  process.env['BASE_PATH'] = '/~ada/';
  expect(digestInput(folders)).not.toBe(input);
  delete process.env['BASE_PATH'];
  expect(digestInput(folders)).toBe(input);
  expect(digestInput({ ...folders, output: join(site, 'public_html') })).not.toBe(input);
});

test('packages, version control and the output are no input', () => {
  const input = digestInput(folders);
  for (const file of ['node_modules/x/index.js', '.git/HEAD', 'dist/index.html'])
    writeFileSync(join(site, file), 'changed');
  expect(digestInput(folders)).toBe(input);
});

test('a symbolic link to a folder is followed, also if it leads upwards', () => {
  const shared = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-shared-'));
  writeFileSync(join(shared, 'slides.pdf'), 'one');
  symlinkSync(shared, join(site, 'content/shared'));
  symlinkSync(site, join(site, 'content/loop'));
  const before = digestInput(folders);
  writeFileSync(join(shared, 'slides.pdf'), 'another');
  expect(digestInput(folders)).not.toBe(before);
});
