import { expect, test } from 'vitest';
import { sortPublications } from '../../../src/model/publication/publication.ts';
import { groupPublications } from '../../../src/model/publication/undated-groups.ts';
import { makePublication } from '../../helpers/make/publication.ts';

function group(...venues: string[]) {
  const undated = venues.map((publication, i) => makePublication({ publication }, `u${i}`));
  const dated = makePublication({ date: '2024-05-06', publication: '*J*, in press' }, 'dated');
  return groupPublications(sortPublications([dated, ...undated])).map(
    ({ id, title, publications }) =>
      `${id} ${title}: ${publications.map(({ slug }) => slug).join()}`,
  );
}

test('publications without a year are first, by their states', () => {
  expect(group('', 'Submitted', '*Annals*, in press', 'Under review', 'In preparation')).toEqual([
    'to-appear In press: u2',
    'submitted Submitted: u1,u3',
    'in-preparation In preparation: u4',
    'year-none Undated: u0',
    'year-2024 2024: dated',
  ]);
});

test.each([
  [['To appear in *Annals*', '*J*, to appear'], 'to-appear To appear: u0,u1'],
  [['*J*, in press', '*K* (to appear)'], 'to-appear To appear: u0,u1'],
  [['*J*. Accepted'], 'to-appear Accepted: u0'],
  [['Journal of Accepted Ideas'], 'year-none Undated: u0'],
])('the heading of %j names their state', (venues, heading) => {
  expect(group(...venues)[0]).toBe(heading);
});
