import { expect, test } from 'vitest';
import { convertQuartoKeys, toDate } from '../../../src/import/quarto/quarto-keys.ts';

test.each([
  ['2024-05-22', '2024-05-22'],
  ['5/22/2024', '2024-05-22'],
  ['2024/5/2', '2024-05-02'],
  ['May 22, 2024', '2024-05-22'],
  ['22 May 2024', '2024-05-22'],
  ['2024-05-22 10:00', '2024-05-22 10:00'],
  ['today', undefined],
])('the date %s', (text, date) => {
  expect(toDate(text)).toBe(date);
});

test('authors, categories and citations have the keys of Lectern', () => {
  const data = {
    author: [{ name: { given: 'Ada', family: 'Example' } }, 'Lin Sample'],
    categories: ['knots'],
    noindex: true,
    format: { html: {} },
    citation: { 'container-title': 'Knots', doi: '10.1000/1', url: 'https://example.org' },
  };
  expect(convertQuartoKeys(data, (name) => name)).toEqual({
    authors: ['Ada Example', 'Lin Sample'],
    tags: ['knots'],
    private: true,
    publication: '*Knots*',
    doi: '10.1000/1',
    links: [{ name: 'Paper', url: 'https://example.org' }],
  });
});
