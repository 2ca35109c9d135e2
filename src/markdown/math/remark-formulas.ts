import type { Code, Nodes, Root } from 'mdast';
import type {} from 'remark-math';
import type { Plugin } from 'unified';
import { SKIP } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { readMacros } from '../../schema/macros.ts';
import { getMarkdownContext, type MacroScope } from '../source/markdown-context.ts';
import { visit } from '../source/visit.ts';
import { createMacroScope } from './macro-scope.ts';
import { repairFormula } from './repair-formula.ts';

/** The attribute for `rehypeFormulas` with the definitions of the author's macros in a formula. */
export const definitionsAttribute = 'dataDefinitions';

/**
 * Repairs the formulas of a text for KaTeX, see `repairFormula`. Takes the macros that they define out of
 * them, for all formulas after them, and removes formulas that only define macros.
 * @param options.macros Definitions that hold in a text without a scope of its own.
 */
export const remarkFormulas: Plugin<[{ macros?: readonly string[] }?], Root> = function ({
  macros = [],
} = {}) {
  return (tree, file) => {
    let scope: MacroScope | undefined;
    visit(tree, (node: Nodes, index, parent) => {
      const isFence = node.type === 'code' && node.lang === 'math';
      if (node.type !== 'inlineMath' && node.type !== 'math' && !isFence) return undefined;
      scope ??= getScope(file, macros);
      const display = node.type !== 'inlineMath' || isDisplayed(node);
      const source = scope.define(node.value);
      const definitions = scope.listUsed(source);
      const value = isFence ? source : repairFormula(source, { display, definitions });
      if (value.trim() === '' && node.value.trim() !== '' && parent && index !== undefined) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      setFormula(node, value, definitions);
      return undefined;
    });
  };
};

/** Returns the scope of a page; for MDX, one with the macros in its front matter. */
function getScope(file: VFile, macros: readonly string[]): MacroScope {
  const context = getMarkdownContext(file);
  if (context.macroScope) return context.macroScope;
  const own = readMacros(context.macros ?? {}, () => undefined) ?? [];
  return createMacroScope([...macros, ...own]);
}

function isDisplayed({ data }: Nodes): boolean {
  const classes: unknown = data?.hProperties?.['className'];
  return Array.isArray(classes) && classes.includes('math-display');
}

function setFormula(
  node: Code | Extract<Nodes, { type: 'math' | 'inlineMath' }>,
  value: string,
  definitions: string,
): void {
  const isChanged = value !== node.value;
  node.value = value;
  const [child] = node.data?.hChildren ?? [];
  const element = child?.type === 'element' ? child : undefined;
  if (isChanged && node.type !== 'code') {
    const text = { type: 'text' as const, value };
    if (element) element.children = [text];
    else if (node.data) node.data.hChildren = [text];
  }
  if (definitions === '') return;
  if (element) element.properties[definitionsAttribute] = definitions;
  else ((node.data ??= {}).hProperties ??= {})[definitionsAttribute] = definitions;
}
