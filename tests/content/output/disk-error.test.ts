import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkWritable, describeDiskError } from '../../../src/content/output/disk-error.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

const createError = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: simulated`), { code, ...(path && { path }) });

test('a folder is created if it is missing', () => {
  const folder = join(createAuthorFolder().root, 'a/b');
  checkWritable(folder, 'its caches');
  expect(statSync(folder).isDirectory()).toBe(true);
});

test('a full disk is described, with the path if it is known', () => {
  expect(describeDiskError(createError('ENOSPC', '/site/dist/a.png'))).toBe(
    'The disk is full: /site/dist/a.png could not be written. Free some space and run the command again.',
  );
  expect(describeDiskError(createError('EDQUOT'))).toMatch(/^The disk is full\. Free some space/);
});

test('a full disk is found in the cause of an error and in the message of the bundler', () => {
  const wrapped = new Error('The image failed.', { cause: createError('ENOSPC') });
  expect(describeDiskError(wrapped)).toContain('The disk is full.');
  const several = new AggregateError([new Error('first'), createError('ENOSPC')], '2 errors');
  expect(describeDiskError(several)).toContain('The disk is full.');
  const bundler = new Error('Could not write chunk: No space left on device (os error 28)');
  expect(describeDiskError(bundler)).toContain('The disk is full.');
});

test('the message about a copy names its target', () => {
  const error = Object.assign(createError('ENOSPC', '/cache/a.png'), { dest: '/site/a.png' });
  expect(describeDiskError(error)).toContain('/site/a.png could not be written');
});

test('the folder that must be writable is named', () => {
  const { root } = createAuthorFolder({ 'a/file': '' });
  const inMissing = describeDiskError(createError('EROFS', '/proc/version/deep/file'));
  expect(inMissing).toContain('/proc/version/deep/file cannot be written');
  const file = join(root, 'a/file');
  expect(describeDiskError(createError('EACCES', file))).toContain(file);
  expect(existsSync(file)).toBe(true);
});

test('a path that is too long is named', () => {
  expect(describeDiskError(createError('ENAMETOOLONG', '/long'))).toMatch(/^The path \/long is lo/);
});

test('other errors are not described', () => {
  for (const error of [new Error('x'), createError('ENOENT', '/a'), 'text', undefined])
    expect(describeDiskError(error)).toBeUndefined();
});
