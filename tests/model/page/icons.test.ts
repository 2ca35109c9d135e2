import { expect, it } from 'vitest';
import { findIcon } from '../../../src/model/page/icons.ts';

it.each([
  ['github', 'fab'],
  ['brands/github', undefined],
  ['cv', 'ai'],
  ['envelope', 'constructor'],
  ['__proto__/envelope', undefined],
])('finds the icon %s of the pack %s', (name, pack) => {
  expect(findIcon(name, pack)?.body).toContain('<path');
});

it.each([
  ['constructor', undefined],
  ['constructor', 'fas'],
  ['__proto__/none', undefined],
  ['__proto__', '__proto__'],
  ['toString', 'fab'],
])('finds no icon %s in the pack %s', (name, pack) => {
  expect(findIcon(name, pack)).toBeUndefined();
});
