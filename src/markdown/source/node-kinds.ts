import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import type { Plugin, Transformer } from 'unified';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { getMarkdownContext } from './markdown-context.ts';
import { visit } from './visit.ts';

/** What is in the tree of a text: types of Markdown nodes, later names of elements. */
const kindsOf = new WeakMap<VFile, Set<string>>();

/**
 * Lists the types of the nodes of a Markdown tree, for `onlyFor`. Lists none for MDX, nor for a text whose
 * formulas become other nodes.
 */
export const remarkListKinds: Plugin<[], Root> = function () {
  return (tree, file) => {
    if (isMdx(file) || getMarkdownContext(file).math === false) return;
    const kinds = new Set<string>();
    visit(tree, ({ type }) => void kinds.add(type));
    kindsOf.set(file, kinds);
  };
};

/**
 * Lists the names of the elements that Markdown became, for `onlyFor`. Lists none for a text with HTML, in which
 * any element may have any attribute.
 */
export const rehypeListKinds: Plugin<[], HtmlRoot> = function () {
  return (tree, file) => {
    if (kindsOf.get(file)?.has('html') ?? true) kindsOf.delete(file);
    else {
      const kinds = new Set<string>();
      visit(tree, 'element', ({ tagName }) => void kinds.add(tagName));
      kindsOf.set(file, kinds);
    }
  };
};

/** Returns whether `rehypeListKinds` has listed the kinds of a text: it is Markdown without HTML. */
export function hasKinds(file: VFile): boolean {
  return kindsOf.has(file);
}

function isMdx({ path }: VFile): boolean {
  return typeof path === 'string' && path.endsWith('.mdx');
}

/**
 * Returns a plugin that runs only for texts with a node of one of the kinds, or whose kinds are not known. Each
 * run of a plugin walks the whole tree, and most texts are paragraphs and formulas.
 */
export function onlyFor<Options extends unknown[], Tree extends Node>(
  kinds: readonly string[],
  plugin: Plugin<Options, Tree>,
): Plugin<Options, Tree> {
  return function (...options) {
    const transform = plugin.apply(this, options) as Transform<Tree> | undefined;
    if (!transform) return undefined;
    return (tree: Tree, file: VFile) => {
      const present = kindsOf.get(file);
      const runs = !present || kinds.some((kind) => present.has(kind));
      return runs ? transform(tree, file) : undefined;
    };
  } as Plugin<Options, Tree>;
}

/** What a plugin of this project does: none waits for a callback. */
type Transform<Tree extends Node> = (tree: Tree, file: VFile) => ReturnType<Transformer<Tree>>;
