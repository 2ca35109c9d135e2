import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FolderError } from '../../../src/content/output/disk-error.ts';
import { openOutputFolder } from '../../../src/content/output/output-folder.ts';
import { createAuthorFolder, writeFiles } from '../../helpers/make/author-folder.ts';

/** Opens a folder of a site in `site`, which the project in `project` builds. */
function open(root: string, folder: string, force = false) {
  const sources = [join(root, 'project'), join(root, 'site')];
  const own = join(root, 'project/dist');
  return openOutputFolder(join(root, folder), { own, sources, force });
}

function createFolders(files: Record<string, string>): string {
  return createAuthorFolder({ 'project/package.json': '{}', 'site/content/a.md': '', ...files })
    .root;
}

test.each(['out', 'project/dist', 'empty/deep', 'site/public-site'])(
  '%s may be the output folder when it is missing',
  (folder) => {
    const root = createFolders({ 'next/index.html': 'New' });
    open(root, folder).publish(join(root, 'next'));
    expect(readFileSync(join(root, folder, 'index.html'), 'utf8')).toBe('New');
  },
);

test.each(['project', 'site', '.', 'site/content/..'])('%s contains a source', (folder) => {
  expect(() => open(createFolders({}), folder, true)).toThrow(FolderError);
  expect(() => open(createFolders({}), folder, true)).toThrow(/must not replace/);
});

test('a folder with other files is used only when forced, and the error names one of them', () => {
  const root = createFolders({ 'home/.git/HEAD': '', 'home/thesis/main.tex': 'x' });
  expect(() => open(root, 'home')).toThrow(/such as thesis\/main\.tex\.\n.*--force/);
  writeFiles(join(root, 'next'), { 'index.html': 'New' });
  open(root, 'home', true).publish(join(root, 'next'));
  expect(readFileSync(join(root, 'home/thesis/main.tex'), 'utf8')).toBe('x');
  // From now on, the list of files says which ones a build may replace.
  writeFiles(join(root, 'next'), { 'other.html': 'Newer' });
  open(root, 'home').publish(join(root, 'next'));
  expect(existsSync(join(root, 'home/index.html'))).toBe(false);
  expect(existsSync(join(root, 'home/thesis/main.tex'))).toBe(true);
  expect(existsSync(join(root, 'home/.git/HEAD'))).toBe(true);
});

test('the site of an earlier version, which has no list, is replaced only when it is deleted', () => {
  const root = createFolders({ 'www/index.html': 'Old', 'www/_astro/a.css': 'p {}' });
  expect(() => open(root, 'www')).toThrow(
    /no list \(\.lectern-files\) of those that a build has written\.\nIf an earlier version .* delete it/,
  );
  expect(() => open(createFolders({ 'www/index.html': 'x' }), 'www')).toThrow(/not part of a/);
});

test('in the own folder of the project, only a repository stays', () => {
  const root = createFolders({
    'project/dist/.git/HEAD': 'ref',
    'project/dist/old.html.gz': 'Of a program that compresses pages',
    'next/index.html': 'New',
  });
  open(root, 'project/dist').publish(join(root, 'next'));
  expect(existsSync(join(root, 'project/dist/.git/HEAD'))).toBe(true);
  expect(existsSync(join(root, 'project/dist/old.html.gz'))).toBe(false);
});

test('a symbolic link to a folder is followed', () => {
  const root = createFolders({ 'disk/public/CNAME': 'ada.example', 'next/index.html': 'New' });
  symlinkSync(join(root, 'disk/public'), join(root, 'public'));
  open(root, 'public', true).publish(join(root, 'next'));
  expect(readFileSync(join(root, 'disk/public/index.html'), 'utf8')).toBe('New');
});
