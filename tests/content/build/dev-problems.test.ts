import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { toListedProblem } from '../../../src/content/build/dev-problems.ts';
import { toProblem } from '../../../src/content/parse/problem.ts';

const root = resolve('/home/ada/site');
const list = (file: string) =>
  toListedProblem(
    toProblem({
      ...{ file, line: 3, column: 7, code: 'talk/date-missing' },
      ...{ message: 'there is no \u202Edate', remedy: 'Add one.' },
    }),
    root,
  );

test('describes a problem for a page, without characters that hide others', () => {
  expect(list('content/talks/lyon.md')).toEqual({
    place: 'content/talks/lyon.md:3:7',
    location: `${resolve(root, 'content/talks/lyon.md')}:3:7`,
    isError: true,
    text: 'there is no ?date. Add one.',
    code: 'talk/date-missing',
    page: '/talks/lyon/',
  });
});

test.each([
  ['content/talks/2024/lyon/index.md', '/talks/lyon/'],
  ['content/authors/bob/_index.md', '/people/bob/'],
  ['content/posts/Über uns.mdx', '/posts/%C3%9Cber-uns/'],
  ['content/site.yaml', undefined],
  ['content/home/press.md', undefined],
])('finds the page that %s makes', (file, page) => {
  expect(list(file).page).toBe(page);
});
