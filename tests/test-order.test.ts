import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import { getRank, slowFiles } from './helpers/setup/slow-first.ts';

test('every file of the list of slow files exists', () => {
  const files = ['full', 'long'].flatMap((name) => readdirSync(join(root, 'tests', name)));
  expect(files).toEqual(expect.arrayContaining(slowFiles.map((name) => `${name}.test.ts`)));
});

test('slow files come before all others', () => {
  const [slowest, second] = slowFiles.map((name) => `/project/tests/full/${name}.test.ts`);
  expect(getRank(slowest!)).toBeLessThan(getRank(second!));
  expect(getRank(second!)).toBeLessThan(getRank('/project/tests/full/formulas.test.ts'));
});
