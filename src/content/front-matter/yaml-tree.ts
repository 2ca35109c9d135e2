import type { EventType, State } from 'js-yaml';
import type { KeyPath } from '../../schema/finding.ts';
import { positionIn } from './position.ts';
import type { KeyPosition } from './key-positions.ts';

/** One node as js-yaml read it: offsets into the text, and what was read inside it. */
interface Node {
  start: number;
  end: number;
  kind: string | null;
  result: unknown;
  children: Node[];
}

/** Watches js-yaml read, and afterwards tells where each key stands. */
export interface Watcher {
  listener(this: void, event: EventType, state: State): void;
  positions(): KeyPosition[];
  /** Where the innermost node that was never finished begins. */
  unfinished(): number | undefined;
}

/** js-yaml opens a node in front of the blanks and comments that precede it. */
const BEFORE_NODE = /(?:[\s\uFEFF]|#[^\n\r]*)*/y;
const MAX_DEPTH = 8;

export function watchYaml(text: string): Watcher {
  const root: Node = { start: 0, end: 0, kind: null, result: undefined, children: [] };
  const open: Node[] = [root];
  return {
    listener(event, state) {
      if (event === 'open') {
        const node = { start: state.position, end: 0, kind: null, result: null, children: [] };
        open.at(-1)?.children.push(node);
        open.push(node);
        return;
      }
      const node = open.pop();
      if (!node) return;
      node.end = state.position;
      node.kind = state.kind;
      node.result = state.result;
    },
    positions() {
      const positions: KeyPosition[] = [];
      for (const child of root.children) collect(child, [], text, positionIn(text), positions);
      return positions;
    },
    unfinished: () => (open.length > 1 ? skipTo(text, open.at(-1)?.start ?? 0) : undefined),
  };
}

function collect(
  node: Node,
  path: KeyPath,
  text: string,
  positionOf: ReturnType<typeof positionIn>,
  positions: KeyPosition[],
): void {
  if (path.length > MAX_DEPTH) return;
  const whole = node.children.find((child) => child.result === node.result);
  if (whole && isCollection(node.result)) return collect(whole, path, text, positionOf, positions);
  if (node.kind === 'sequence' && Array.isArray(node.result)) {
    toItems(node.children, node.result).forEach((item, index) => {
      if (!item) return;
      const itemPath = [...path, index];
      const start = positionOf(skipTo(text, item.start));
      positions.push({ path: itemPath, key: start, value: start });
      collect(item, itemPath, text, positionOf, positions);
    });
  } else if (node.kind === 'mapping') {
    for (const [key, value] of toPairs(node, text)) {
      const keyPath = [...path, String(key.result)];
      const keyPosition = positionOf(skipTo(text, key.start));
      const begin = value ? skipTo(text, value.start) : Infinity;
      const position = begin < (value?.end ?? 0) ? positionOf(begin) : undefined;
      const sameLine = position?.line === keyPosition.line;
      positions.push({
        path: keyPath,
        key: keyPosition,
        ...(sameLine && position && { value: position }),
      });
      if (value) collect(value, keyPath, text, positionOf, positions);
    }
  }
}

/** The node of each item. An item that is only a hyphen has none, and a pair in `[a: b]` two. */
function toItems(nodes: Node[], items: unknown[]): (Node | undefined)[] {
  let next = 0;
  return items.map((item) => {
    const found = nodes.findIndex((node, index) => index >= next && Object.is(node.result, item));
    if (found >= 0) next = found + 1;
    return nodes[found];
  });
}

/** A key is a node that a colon follows; the node after it, up to the next key, is its value. */
function toPairs(node: Node, text: string): [Node, Node | undefined][] {
  const pairs: [Node, Node | undefined][] = [];
  for (let index = 0; index < node.children.length; index += 1) {
    const key = node.children[index];
    if (!key || isCollection(key.result) || !isKey(key, text)) continue;
    const next = node.children[index + 1];
    const value = next && next.start > key.end ? next : undefined;
    pairs.push([key, value]);
    if (value) index += 1;
  }
  return pairs;
}

function isKey(node: Node, text: string): boolean {
  return /^[ \t]*:/.test(text.slice(node.end, node.end + 200));
}

function skipTo(text: string, offset: number): number {
  BEFORE_NODE.lastIndex = offset;
  return BEFORE_NODE.test(text) ? BEFORE_NODE.lastIndex : offset;
}

function isCollection(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
