import fc from 'fast-check';
import type { Node, Parent } from 'unist';
import { EXIT, SKIP, visit as visitOfLibrary } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { visit } from '../../../src/markdown/source/visit.ts';

type Visit = (tree: Node, ...args: unknown[]) => void;
interface Step {
  result: unknown;
  /** How many siblings from the visited node on are replaced, and by how many. */
  removed: number;
  added: number;
}

const { tree } = fc.letrec<{ tree: Node }>((reference) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.record({ type: fc.constantFrom('text', 'raw') }),
    fc.record({
      type: fc.constantFrom('element', 'root'),
      children: fc.array(reference('tree'), { maxLength: 4 }),
    }),
  ),
}));
const steps = fc.array(
  fc.record({
    result: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      fc.constantFrom<unknown>(SKIP, EXIT, true, null, 0, 1, 2, [SKIP, 2], [true, 1], [SKIP]),
    ),
    removed: fc.nat(2),
    added: fc.nat(1),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Returns what a visitor is called with when it returns and changes what the steps say. */
function record(walk: Visit, original: Node, type: string | undefined, steps: readonly Step[]) {
  const copy = structuredClone(original);
  const calls: unknown[] = [];
  const visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => {
    calls.push([structuredClone(node), index, parent?.children.length]);
    const step = steps[calls.length - 1];
    if (!step) return calls.length > 60 ? EXIT : undefined;
    if (parent && index !== undefined && step.removed !== step.added) {
      const added = Array.from({ length: step.added }, () => ({ type: 'new' }));
      parent.children.splice(index, step.removed, ...added);
    }
    return step.result;
  };
  if (type === undefined) walk(copy, visitor);
  else walk(copy, type, visitor);
  return { calls, copy };
}

it('calls a visitor as unist-util-visit does, also while it changes the tree', () => {
  fc.assert(
    fc.property(tree, fc.option(fc.constantFrom('element', 'text')), steps, (root, type, list) => {
      const only = type ?? undefined;
      expect(record(visit as Visit, root, only, list)).toEqual(
        record(visitOfLibrary as Visit, root, only, list),
      );
    }),
    { numRuns: 500 },
  );
});
