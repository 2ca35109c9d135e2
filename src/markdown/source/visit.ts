import type { Node, Parent } from 'unist';
import { type BuildVisitor, EXIT, SKIP } from 'unist-util-visit';

/**
 * Visits the nodes of a tree, each before its children, exactly as `visit` of unist-util-visit does with a
 * type or without a test. That library names and creates a function for every node, which made walks a
 * quarter of the time of rendering a text.
 * @param type Only nodes of this type are visited.
 * @param visitor Returns `SKIP` for a node without its children, `EXIT` to end the walk, the index of the next
 *   sibling to visit, or a list of both.
 */
export function visit<Tree extends Node, Type extends string>(
  tree: Tree,
  type: Type,
  visitor: BuildVisitor<Tree, Type>,
): void;
export function visit<Tree extends Node>(tree: Tree, visitor: BuildVisitor<Tree>): void;
export function visit(tree: Node, ...args: [Visitor] | [string, Visitor]): void {
  const [type, visitor] = args.length === 1 ? [undefined, args[0]] : args;
  visitNode(tree, undefined, undefined, type, visitor);
}

type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => unknown;

/** Visits a node and its descendants. Returns what the visitor returned for the node, or `EXIT`. */
function visitNode(
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
  type: string | undefined,
  visitor: Visitor,
): unknown {
  const result =
    type === undefined || node.type === type ? visitor(node, index, parent) : undefined;
  const action: unknown = Array.isArray(result) ? result[0] : result;
  if (action === EXIT) return EXIT;
  if (action === SKIP || !isParent(node)) return result;
  for (let next = 0; next > -1 && next < node.children.length;) {
    const childResult = visitNode(node.children[next]!, next, node, type, visitor);
    if (childResult === EXIT) return EXIT;
    const target: unknown = Array.isArray(childResult) ? childResult[1] : childResult;
    next = typeof target === 'number' ? target : next + 1;
  }
  return result;
}

function isParent(node: Node): node is Parent {
  return Array.isArray((node as Partial<Parent>).children);
}
