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

test('a key with dots is inside the known key that it starts with', () => {
  const data = {
    ...{
      links: { url: 'a.pdf' },
      'Links.Name': 'PDF',
      'links.more.url': 'b',
      'a.b': 1,
      'title.': 2,
    },
  };
  expect(normaliseKeys(data, [...known, 'hugoblox'])).toEqual({
    ...{ links: { url: 'a.pdf', name: 'PDF', more: { url: 'b' } }, 'a.b': 1, 'title.': 2 },
  });
  expect(normaliseKeys({ 'links.a': 1 }, [...known, 'links.a'])).toEqual({ 'links.a': 1 });
  const toPath = (path: (string | number)[]) =>
    normalisePath(path, (key) => key.toLowerCase(), new Set(known));
  expect(toPath(['Links.Name', 0])).toEqual(['links', 'name', 0]);
  expect(toPath(['a.b'])).toEqual(['a.b']);
});
