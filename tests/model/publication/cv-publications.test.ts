import { expect, test } from 'vitest';
import { toPublicationEntries } from '../../../src/model/publication/cv-publications.ts';
import { toEntries } from '../../../src/model/cv/cv-entry.ts';
import type { Publication } from '../../../src/model/publication/publication.ts';
import { cvSchema } from '../../../src/schema/cv.ts';
import { makePublication } from '../../helpers/make/publication.ts';

const publications: Publication[] = [
  makePublication({ title: 'New', date: '2024-01-01', featured: true, doi: '10.1000/A' }, 'new'),
  makePublication(
    { title: 'On: old things', date: '2012-01-01', authors: ['Ann Roe', 'Lin'] },
    'old',
  ),
  makePublication({ title: 'Secret', date: '2020-01-01', private: true }, 'secret'),
];

/** Returns the titles of the entries, and the indices of the merged ones. */
function listEntries(raw: unknown) {
  const { publications: items } = cvSchema.parse({ publications: raw });
  const { entries, merged } = toPublicationEntries(items, publications, () => undefined);
  return [entries.map(({ what }) => what.text), [...merged]];
}

test.each([
  [undefined, ['New', 'On: old things'], []],
  [{ entries: 'publications' }, ['New', 'On: old things'], []],
  [{ from: 2020 }, ['New'], []],
  [{ entries: 'publications', featured: true }, ['New'], []],
  [[{ entries: 'none' }, { name: 'Other' }], [], []],
  [[{ name: 'Other' }, { name: 'on old  Things' }], ['New', 'On: old things'], [1]],
  [{ name: 'Another name', doi: 'https://doi.org/10.1000/a' }, ['New', 'On: old things'], [0]],
])('%j lists %j', (raw, titles, merged) => {
  expect(listEntries(raw)).toEqual([titles, merged]);
});

test('an entry has its year, its authors and a link to its page', () => {
  const { entries } = toPublicationEntries([], publications, () => undefined);
  expect(entries[1]).toMatchObject({
    period: { start: { year: 2012 }, end: { year: 2012 } },
    what: { text: 'On: old things', href: '/publications/old/' },
    where: [{ text: 'Ann Roe, Lin' }, undefined, undefined],
  });
});

test('a paper in press is first, with its state instead of a year', () => {
  const inPress = makePublication({ title: 'Soon', publication: '*J*, in press' }, 'soon');
  const { entries } = toPublicationEntries([], [...publications, inPress], () => undefined);
  const [first, second] = toEntries(entries, 'en-GB');
  expect([first?.when, first?.what.text]).toEqual(['In press', 'Soon']);
  expect(second?.when).toBe('2024');
});

test('a venue follows the names of several authors in lower case, and then the note', () => {
  const source = {
    title: 'Both',
    publication: 'In Proceedings',
    publication_short: '',
    note: 'Best paper',
  };
  const wheres = [['Ann Roe', 'Lin'], []].map((authors, i) => {
    const publication = makePublication({ ...source, authors }, `both-${i}`);
    const [entry] = toPublicationEntries([], [publication], () => undefined).entries;
    return entry?.where?.map((text) => text?.text);
  });
  expect(wheres).toEqual([
    ['Ann Roe, Lin', 'in Proceedings', 'Best paper'],
    ['In Proceedings', 'Best paper'],
  ]);
});

test('a publication needs a name, or selects others', () => {
  const { error } = cvSchema.safeParse({ publications: [{ summary: 'No name' }] });
  expect(error?.issues.map(({ path }) => path)).toEqual([['publications', 0, 'name']]);
});
