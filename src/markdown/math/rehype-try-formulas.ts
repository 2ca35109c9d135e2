import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import katex from 'katex';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';

/**
 * Stands in for rehype-katex where nobody will see the page: has KaTeX read each formula, leaves
 * the messages rehype-katex would leave, and the tree as it is. Equal formulas are tried once.
 */
export const rehypeTryFormulas: Plugin<[katex.KatexOptions], Root> = function (options) {
  return (tree, file) => tryIn(tree, [], file, options);
};

function tryIn(node: Nodes, ancestors: Nodes[], file: VFile, options: katex.KatexOptions): void {
  const mode = node.type === 'element' ? modeOf(node, ancestors.at(-1)) : undefined;
  if (mode) return tryFormula(node as Element, mode, [...ancestors, node], file, options);
  if (!('children' in node)) return;
  const path = [...ancestors, node];
  for (const child of node.children) tryIn(child as ElementContent, path, file, options);
}

function tryFormula(
  element: Element,
  mode: 'display' | 'inline',
  ancestors: Nodes[],
  file: VFile,
  options: katex.KatexOptions,
): void {
  const tex = toText(element, { whitespace: 'pre' });
  const cause = refusal(tex, { ...options, displayMode: mode === 'display' });
  if (!cause) return;
  const place = element.position;
  file.message('Could not render math with KaTeX', {
    ...{ ancestors, cause, source: 'rehype-katex' },
    ...(place && { place }),
  });
}

/** By the classes that remark-math gives, or in a code block whose language is math. */
function modeOf({ properties, tagName }: Element, parent: Nodes | undefined) {
  const { className } = properties;
  const classes = Array.isArray(className) ? className : [];
  if (classes.includes('math-display')) return 'display';
  if (classes.includes('language-math')) {
    const isBlock = parent?.type === 'element' && parent.tagName === 'pre' && tagName === 'code';
    return isBlock ? 'display' : 'inline';
  }
  return classes.includes('math-inline') ? 'inline' : undefined;
}

const tried = new Map<string, Error | undefined>();

function refusal(tex: string, options: katex.KatexOptions): Error | undefined {
  const key = `${options.displayMode} ${tex}`;
  if (!tried.has(key)) tried.set(key, refusalOf(tex, options));
  return tried.get(key);
}

function refusalOf(tex: string, options: katex.KatexOptions): Error | undefined {
  try {
    katex.renderToString(tex, { ...options, throwOnError: true });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
