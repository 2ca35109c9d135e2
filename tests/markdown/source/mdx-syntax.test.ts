import { expect, test } from 'vitest';
import { findMdxError } from '../../../src/markdown/source/mdx-syntax.ts';

test.each([
  [
    "import { Aside, Tabs as T } from './a.astro';\nimport B from 'b';\n\n<Aside><T.Item /><B /></Aside>",
  ],
  [
    'export const { a: [Note] } = x, Late = 1;\nexport function Box() {}\n\n<Note /> <Late /> <Box />',
  ],
  ['<b className="x">a</b> <my-element /> <svg:rect /> {[1].map((n) => <i>{n}</i>)}'],
  ['Of $\\frac{a}{b}$ and\n\n$$\n\\set{x < y}\n$$\n\n`{ <` \\{ \\<\n\n{/* a comment */}'],
  ['| a | b |\n|---|---|\n| {1} | <br /> |\n\n- [x] done ~~not~~[^1]\n\n[^1]: A note.'],
])('%j can be compiled', (source) => {
  expect(findMdxError(source)).toBeUndefined();
});

test.each([
  ['Text\n\n<!-- no -->', '3:2', 'MDX does not support HTML comments'],
  ['a <b>c', '1:3', 'the element <b> is not closed in the right place'],
  ['<div>\n\nText</div>', '3:11', 'is not closed in the right place'],
  ['{a b}', '1:3', 'the JavaScript between braces, or after import or export, is invalid'],
  ['Text\n\n{2 +', '3:5', 'the brace { of a JavaScript expression is not closed'],
  ['import x from', '1:14', 'the JavaScript between braces'],
  ['if a <3 then', '1:7', 'the sign < starts a JSX element, which is invalid here'],
  ['<https://example.org>', '1:8', 'the sign < starts a JSX element'],
  ['Text\n\n<Gone>x</Gone>', '3:1', 'the component <Gone> is not imported'],
  ['</div>', '1:2', 'the sign < starts a JSX element'],
  ['<constructor.Item />', '1:1', 'the component <constructor> is not imported'],
])('%j: the error is at %s', (source, place, message) => {
  const finding = findMdxError(source);
  expect(finding?.code).toBe('file/mdx-syntax');
  expect(`${finding?.position.line}:${finding?.position.column}`).toBe(place);
  expect(finding?.message).toContain(message);
});
