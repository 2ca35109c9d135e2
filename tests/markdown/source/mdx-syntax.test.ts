import { expect, test } from 'vitest';
import { findMdxError } from '../../../src/markdown/source/mdx-syntax.ts';

test.each([
  ['The <b>text', 'this file is not valid MDX: <b> is not closed', '1:5'],
  ['One\n\nA <br> B', 'this file is not valid MDX: <br> is not closed', '3:3'],
  ['Text {1 +} x', 'this file is not valid MDX: this is not valid JavaScript', '1:10'],
  ['<A x={1 +} />', 'this file is not valid MDX: this is not valid JavaScript', '1:10'],
  ['A\n\nimport x from\n', 'this file is not valid MDX: this import or export', '4:1'],
  ['For {x', 'this file is not valid MDX: a { is not closed', '1:7'],
  ['</div>', 'this file is not valid MDX: this tag closes nothing', '1:2'],
  ['<!-- x -->', 'this file is not valid MDX: unexpected character `!` before name', '1:2'],
])('reports %j', (text, message, place) => {
  const finding = findMdxError(text);
  expect(finding?.message).toContain(message);
  expect(`${finding?.position.line}:${finding?.position.column}`).toBe(place);
});

test.each([
  'import A from "./a.jsx"\n\n<A x={{ y: 1 }}>*text*</A> {/* a comment */}',
  'Formulas $\\frac{a}{b}$ and\n\n$$\n\\{ x <y> }\n$$\n\n `<b>{`',
  'x < y',
  '| a | b |\n| - | - |\n| 1 | 2 |',
])('finds no error in %j', (text) => {
  expect(findMdxError(text)).toBeUndefined();
});
