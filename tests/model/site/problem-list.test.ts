import { expect, test } from 'vitest';
import {
  type ListedProblem,
  MAX_LISTED,
  toProblemList,
} from '../../../src/model/site/problem-list.ts';

const makeProblem = (place: string, isError: boolean, page?: string): ListedProblem => ({
  ...{ place, location: `/site/${place}`, isError, text: 'x. y', code: 'talk/x' },
  ...(page !== undefined && { page }),
});

test('lists the problems of the page first, then errors', () => {
  const problems = [
    makeProblem('warning', false),
    makeProblem('error', true, '/talks/metz/'),
    makeProblem('own warning', false, '/talks/lyon/'),
    makeProblem('own error', true, '/talks/lyon/'),
  ];
  const list = toProblemList(problems, '/sub/talks/lyon/');
  expect(list.problems.map(({ place }) => place)).toEqual([
    'own error',
    'own warning',
    'error',
    'warning',
  ]);
  expect(list).toMatchObject({ total: 4, isPageBroken: true });
  expect(toProblemList(problems, '/').isPageBroken).toBe(false);
});

test('lists a limited number of problems, and counts all', () => {
  const problems = Array.from({ length: 60 }, (_, i) => makeProblem(`${i}`, false));
  expect(toProblemList(problems, '/')).toMatchObject({ total: 60, isPageBroken: false });
  expect(toProblemList(problems, '/').problems).toHaveLength(MAX_LISTED);
});
