import { expect, test } from 'vitest';
import { listFiles, readFileList, writeFileList } from '../../../src/content/output/file-list.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

test('the list names all files, itself and the folders', () => {
  const { root } = createAuthorFolder({ 'b/c/d.txt': '', 'a.txt': '', 'b/ü .txt': '' });
  expect(readFileList(root)).toBeUndefined();
  writeFileList(root);
  expect([...(readFileList(root) ?? [])].sort()).toEqual(
    ['.lectern-files', 'a.txt', 'b', 'b/c', 'b/c/d.txt', 'b/ü .txt'].sort(),
  );
  expect(listFiles(root)).toEqual(['.lectern-files', 'a.txt', 'b/c/d.txt', 'b/ü .txt']);
});
