import type { Node, Parent } from 'unist';
import type { visit as Visit, VisitorResult } from 'unist-util-visit';

/** Ends the walk. */
export const EXIT = false;
/** Leaves out what is inside the node. */
export const SKIP = 'skip';

type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => VisitorResult;

/**
 * unist-util-visit, for the kinds of calls made here: each node, or each of one type, from the top.
 * The library makes a function for every node, and a thousand talks are millions of nodes.
 */
export const visit = ((tree: Node, ...rest: [Visitor] | [string, Visitor]): void => {
  const visitor = rest[1] ?? rest[0];
  const type = rest[1] ? rest[0] : undefined;
  enter(tree, undefined, undefined);

  function enter(node: Node, index: number | undefined, parent: Parent | undefined): VisitorResult {
    const met = type === undefined || node.type === type;
    const step = met ? (visitor as Visitor)(node, index, parent) : undefined;
    if (step === EXIT || step === SKIP || Array.isArray(step)) return step;
    const { children = [] } = node as Partial<Parent>;
    for (let at = 0; at < children.length;) {
      const next = enter(children[at]!, at, node as Parent);
      if (next === EXIT) return EXIT;
      at = Array.isArray(next) && typeof next[1] === 'number' ? next[1] : at + 1;
    }
    return undefined;
  }
}) as unknown as typeof Visit;
