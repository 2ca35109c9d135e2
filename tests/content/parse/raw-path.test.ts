import { expect, it } from 'vitest';
import { toRawPath } from '../../../src/content/parse/raw-path.ts';

const data = {
  links: [null, { url: 'a.pdf' }, { name: '' }, { url: 'b.pdf' }],
  education: { courses: ['', { course: 'PhD' }] },
};

it.each([
  [
    ['links', 0, 'url'],
    ['links', 1, 'url'],
  ],
  [
    ['links', 1, 'url'],
    ['links', 3, 'url'],
  ],
  [
    ['education', 0, 'courses', 0, 'course'],
    ['education', 0, 'courses', 1, 'course'],
  ],
  [['title'], ['title']],
  [
    ['nowhere', 2, 'url'],
    ['nowhere', 2, 'url'],
  ],
])('%j is at %j in the file', (path, expected) => {
  expect(toRawPath(data, path)).toEqual(expected);
});
