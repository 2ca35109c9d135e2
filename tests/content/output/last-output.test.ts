import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openLastOutput } from '../../../src/content/output/last-output.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

const { linkSync } = vi.hoisted(() => ({ linkSync: vi.fn() }));
vi.mock(import('node:fs'), async (importOriginal) => {
  const fs = await importOriginal();
  linkSync.mockImplementation(fs.linkSync);
  return { ...fs, linkSync };
});

const isTalk = (bytes: Buffer) => bytes.toString() === 'A talk';

function createOutputs() {
  const { root } = createAuthorFolder({
    'last/talks/lyon/index.html': 'A talk',
    'next/talks/own/index.html': 'An own page',
    'last/talks/own/index.html': 'A talk',
  });
  return { root, output: openLastOutput(join(root, 'last'), join(root, 'next')) };
}

test('a file with the right bytes is one file in both outputs', () => {
  const { root, output } = createOutputs();
  expect(output.reuse('talks/lyon/index.html', isTalk)).toBe(true);
  const [last, next] = ['last', 'next'].map((name) =>
    statSync(join(root, name, 'talks/lyon/index.html')),
  );
  expect(next?.ino).toBe(last?.ino);
});

test('a new file is written with its folders, but not over another file', () => {
  const { root, output } = createOutputs();
  expect(output.create('talks/oslo/index.html', Buffer.from('A new page'))).toBe(true);
  expect(readFileSync(join(root, 'next/talks/oslo/index.html'), 'utf8')).toBe('A new page');
  expect(output.create('talks/own/index.html', Buffer.from('A new page'))).toBe(false);
  expect(readFileSync(join(root, 'next/talks/own/index.html'), 'utf8')).toBe('An own page');
  // A file is in the place of a folder.
  expect(output.create('talks/own/index.html/more', Buffer.from('A new page'))).toBe(false);
});

test('a file that is missing or was changed is not used again', () => {
  const { root, output } = createOutputs();
  writeFileSync(join(root, 'last/talks/lyon/index.html'), 'A talk, changed by another program');
  expect(output.reuse('talks/lyon/index.html', isTalk)).toBe(false);
  expect(output.reuse('talks/paris/index.html', isTalk)).toBe(false);
});

test('a file of the new site stays', () => {
  const { root, output } = createOutputs();
  expect(output.reuse('talks/own/index.html', isTalk)).toBe(false);
  expect(readFileSync(join(root, 'next/talks/own/index.html'), 'utf8')).toBe('An own page');
});

test('on another file system, a file is copied', () => {
  const { root, output } = createOutputs();
  linkSync.mockImplementationOnce(() => {
    throw Object.assign(new Error('cross-device link'), { code: 'EXDEV' });
  });
  expect(output.reuse('talks/lyon/index.html', isTalk)).toBe(true);
  expect(readFileSync(join(root, 'next/talks/lyon/index.html'), 'utf8')).toBe('A talk');
});
