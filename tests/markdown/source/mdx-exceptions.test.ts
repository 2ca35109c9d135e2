import { expect, test } from 'vitest';
import { explainMdxException } from '../../../src/markdown/source/mdx-exceptions.ts';

const source = `export const talks = [];

First <b>{talks.length}</b> and

<Card title={speaker.name}>

{talks[0].title}

</Card>
`;

test.each([
  [new ReferenceError('speaker is not defined'), 5, 1],
  [new TypeError("Cannot read properties of undefined (reading 'title')"), 5, 1],
  [new TypeError('talks[0].title.map is not a function'), 1, 1],
  [new Error('no'), 1, 1],
])('%s', (error, line, column) => {
  expect(explainMdxException(source, error)).toMatchObject({
    code: 'file/mdx-syntax',
    message: `the JavaScript of this text throws an error: ${error.message}`,
    position: { line, column },
  });
});

test('the expression is found by a whole word, and the message is one line', () => {
  const error = new ReferenceError('name is not defined.\n    at x');
  const { message, position } = explainMdxException('{names}\n\nThe {name}.', error);
  expect(message).toMatch(/: name is not defined$/);
  expect(position).toEqual({ line: 3, column: 5 });
});
