import { describe, expect, it } from 'vitest';
import {
  pickLatestPublications,
  toPublicationFilterKeys,
  pickBarFilters,
  toPublicationFilters,
} from '../../../src/model/publication/publication-filters.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { makePublication } from '../../helpers/make/publication.ts';

const addresses = createAddresses('/sub');
const code = 'https://example.org/code';
const publications = [
  makePublication({ date: '2024-01-01', publication_types: ['2'], tags: ['Deep learning'] }, 'a'),
  makePublication({ date: '2024-01-01', publication_types: ['thesis'], url_code: code }, 'b'),
  makePublication(
    { date: '2020-01-01', publication_types: ['article-journal'], tags: ['deep Learning', 'C++'] },
    'c',
  ),
  makePublication({ url_preprint: 'https://arxiv.org/abs/2001.01234', url_dataset: code }, 'd'),
];
const selections = toPublicationFilters(publications, addresses);
const shown = (found: typeof selections) =>
  found.map(
    ({ name, href, items }) => `${name} ${href}: ${items.map(({ slug }) => slug).join(' ')}`,
  );

describe('the filters of a list of publications', () => {
  it('are types, the most frequent first, then materials', () => {
    expect(shown(pickBarFilters(selections))).toEqual([
      'Journal articles /sub/publications/type/journal-article/: a c',
      'Theses /sub/publications/type/thesis/: b',
      'With PDF /sub/publications/with/pdf/: d',
      'With code /sub/publications/with/code/: b',
      'With data /sub/publications/with/data/: d',
    ]);
  });

  it('are also tags and years, which are not above the list', () => {
    expect(shown(selections.slice(5))).toEqual([
      'C++ /sub/publications/tag/c-plus-plus/: c',
      'Deep learning /sub/publications/tag/deep-learning/: a c',
      '2024 /sub/publications/in/2024/: a b',
      '2020 /sub/publications/in/2020/: c',
    ]);
  });

  it('match the keys of each of their publications', () => {
    expect(publications).toHaveLength(4);
    for (const one of publications) {
      const into = pickBarFilters(selections).filter(({ items }) => items.includes(one));
      expect(toPublicationFilterKeys(one).sort()).toEqual(into.map(({ key }) => key).sort());
    }
  });

  it('are empty for an empty list', () => expect(toPublicationFilters([], addresses)).toEqual([]));
});

it('the first page of the list has whole years, at least one; the others have pages of their own', () => {
  const dated = publications.slice(0, 3);
  const page = (limit: number) => {
    const { shown, years, before } = pickLatestPublications(dated, limit, addresses);
    return [shown.map(({ slug }) => slug).join(' '), years.map(({ href }) => href), before?.year];
  };
  expect(page(3)).toEqual(['a b c', ['#year-2024', '#year-2020'], undefined]);
  expect(page(1)).toEqual(['a b', ['#year-2024', '/sub/publications/in/2020/'], 2020]);
  expect(pickLatestPublications(publications.slice(3), 9, addresses)).toMatchObject({ years: [] });
});
