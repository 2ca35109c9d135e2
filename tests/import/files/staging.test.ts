import { cpSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moveIn } from '../../../src/import/files/move-files.ts';
import { openStaging, resumeInterruptedImport } from '../../../src/import/files/staging.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { hashTree } from '../../helpers/old-sites/import-old-site.ts';

test('finishes the moves of an interrupted import', () => {
  const paths = ['content/a.md', 'content/b/c.md', 'public/d.bin', 'import-report.md'];
  const files = Object.fromEntries(paths.map((path) => [path, `new ${path}`]));
  const existing = { 'content/a.md': 'old a', 'content/mine.md': 'mine' };
  const moves = { files: paths, replaced: ['content/a.md'], backup: 'import-backup' };
  for (let done = 0; done <= paths.length + 1; done += 1) {
    const { root: into } = createAuthorFolder(existing);
    const staging = openStaging(into);
    const { root: staged } = createAuthorFolder(files);
    cpSync(staged, staging.site, { recursive: true });
    const state = JSON.stringify({ state: 'moving', moves });
    writeFileSync(join(staging.root, 'state.json'), state);
    if (done === 1) {
      // The replaced file was already moved, and the new file does not exist yet.
      mkdirSync(join(into, 'import-backup/content'), { recursive: true });
      renameSync(join(into, 'content/a.md'), join(into, 'import-backup/content/a.md'));
    }
    if (done > 1) moveIn({ ...moves, files: paths.slice(0, done - 1) }, staging.site, into);
    expect(resumeInterruptedImport(into)).toBe('finished');
    expect(hashTree(into)).toEqual(
      hashTree(
        createAuthorFolder({ ...existing, ...files, 'import-backup/content/a.md': 'old a' }).root,
      ),
    );
    expect(resumeInterruptedImport(into)).toBeUndefined();
  }
});

test('deletes the copies of an interrupted import, and nothing else', () => {
  const { root: into } = createAuthorFolder({ 'content/mine.md': 'mine' });
  const staging = openStaging(into);
  writeFileSync(join(staging.site, 'half.bin'), 'half');
  expect(resumeInterruptedImport(into)).toBe('removed');
  expect(existsSync(staging.root)).toBe(false);

  mkdirSync(staging.root);
  expect(resumeInterruptedImport(into)).toBe('removed');
  mkdirSync(staging.root);
  writeFileSync(join(staging.root, 'diary.txt'), 'mine');
  expect(() => resumeInterruptedImport(into)).toThrow(
    'already exists and was not created by an import',
  );
});

test('does not replace a file that was created in the meantime', () => {
  const { root: into } = createAuthorFolder({ 'content/a.md': 'theirs' });
  const { root: from } = createAuthorFolder({ 'content/a.md': 'ours' });
  const moves = { files: ['content/a.md'], replaced: [], backup: 'import-backup' };
  expect(() => moveIn(moves, from, into)).toThrow('was not replaced');
  expect(hashTree(into)).toEqual(hashTree(createAuthorFolder({ 'content/a.md': 'theirs' }).root));
});
