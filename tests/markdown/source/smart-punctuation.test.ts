import fc from 'fast-check';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { remarkSmartPunctuation } from '../../../src/markdown/source/smart-punctuation.ts';

const own = unified().use(remarkSmartPunctuation).freeze();
const reference = unified().use(remarkSmartypants, { dashes: 'oldschool' }).freeze();

function run(processor: typeof own | typeof reference, tree: Root): unknown {
  return (processor as typeof own).runSync(structuredClone(tree));
}

const words = ['A', 'b', 's', 'the', 'Mr', 'e.g.', 'I', "don't", '80s', 'é', '5', 'U.S.'];
const marks = ['"', "'", '.', '-', '--', '---', '`', '``', '(', ')', ',', '?', '!', '…', '&', '_'];
const quoted = [' "the', " 'b", '("A', "s' ", 'b" ', "b's ", '." ', '5" x', "'s ", "'80s "];
const spaces = [' ', '\n', '\t', '\u00A0', '\u0085'];
const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 4, arbitrary: fc.constantFrom(...quoted) },
  { weight: 2, arbitrary: fc.constantFrom(' ', ...marks) },
  { weight: 1, arbitrary: fc.constantFrom(...spaces) },
);
const value = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
const phrasing: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('text' as const), value }) },
  fc.record({ type: fc.constant('inlineCode' as const), value }),
  fc.record({
    type: fc.constant('emphasis' as const),
    children: fc.tuple(fc.record({ type: fc.constant('text' as const), value })),
  }),
);
const block: fc.Arbitrary<RootContent> = fc.oneof(
  fc.record({
    type: fc.constant('paragraph' as const),
    children: fc.array(phrasing, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('code' as const), value }),
);
const tree = fc.record({
  type: fc.constant('root' as const),
  children: fc.array(block, { minLength: 1, maxLength: 3 }),
});

it('replaces two dashes with an en dash and three with an em dash', () => {
  const text = (content: string): Root => ({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: content }] }],
  });
  expect(run(own, text('a -- b---c - d 1--2'))).toEqual(text('a – b—c - d 1–2'));
});

it('replaces what remark-smartypants replaces', () => {
  fc.assert(
    fc.property(tree, (root: Root) => {
      expect(run(own, root)).toEqual(run(reference, root));
    }),
    { numRuns: 1500 },
  );
});
