import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import { findSharedFolder } from './helpers/shared-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-shared-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'sites'));

describe('a part of ../shared', () => {
  test('is found if it exists', () => {
    expect(findSharedFolder('sites', { CI: 'true' }, folder)).toBe(join(folder, 'sites'));
  });

  test('may be missing outside CI', () => {
    expect(findSharedFolder('corpus', {}, folder)).toBeUndefined();
  });

  test('may be missing in CI only together with all of ../shared', () => {
    expect(findSharedFolder('corpus', { CI: 'true' }, join(folder, 'nothing'))).toBeUndefined();
    expect(() => findSharedFolder('corpus', { CI: 'true' }, folder)).toThrow('"corpus"');
  });
});

describe('the tests themselves', () => {
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .map((path) => `tests/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.startsWith('tests/fixtures/'))
    // Playwright has its own skip function.
    .filter((path) => !/^tests\/(browser|helpers\/brows)/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const findFiles = (pattern: RegExp) =>
    files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  test('skip only through one helper, which gives the reason', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(
      findFiles(
        /\b(skipIf|runIf|todo)\(|\b(test|it|describe)(\.\w+)*\.(skip|only)\b|\(\{[^)]*\bskip\b[^)]*\}\)/,
      ),
    ).toEqual(['tests/helpers/skip.ts']);
  });

  test('find ../shared only through one helper', () => {
    expect(findFiles(/'\.\.', 'shared'|\.\.\/shared\/['"$]/)).toEqual([
      'tests/helpers/shared-folder.ts',
    ]);
  });
});
