import { expect, test } from 'vitest';
import { normaliseKeys, normalisePath } from '../../../src/content/parse/normalise-keys.ts';

const known = ['macros', 'links', 'title'];

test('keys in any case are known ones, but names of macros keep their case', () => {
  const data = { Title: 'T', Links: [{ URL: 'a.pdf' }], macros: { KL: 'D', kl: 'd' } };
  expect(normaliseKeys(data, known)).toEqual({
    ...{ title: 'T', links: [{ url: 'a.pdf' }], macros: { KL: 'D', kl: 'd' } },
  });
});

test('paths follow their keys', () => {
  const toPath = (path: (string | number)[]) =>
    normalisePath(path, (key) => key.toLowerCase(), new Set(known));
  expect(toPath(['Links', 0, 'URL'])).toEqual(['links', 0, 'url']);
  expect(toPath(['Macros', 'KL'])).toEqual(['macros', 'KL']);
});
