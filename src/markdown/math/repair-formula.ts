import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { findFormulaError } from './formula-errors.ts';
import { visit } from '../source/visit.ts';

/** Repairs the formulas of a text for KaTeX, see `repairFormula`. */
export const remarkRepairFormulas: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, (node) => {
      if (node.type !== 'inlineMath' && node.type !== 'math') return;
      const value = repairFormula(node.value);
      if (value === node.value) return;
      node.value = value;
      const text = { type: 'text' as const, value };
      const [child] = node.data?.hChildren ?? [];
      if (child?.type === 'element') child.children = [text];
      else if (node.data) node.data.hChildren = [text];
    });
  };
};

/** LaTeX environments that KaTeX does not have, and their replacements. */
const environments: Record<string, [string, string]> = {
  displaymath: ['', ''],
  eqnarray: ['\\begin{darray}{rcl}', '\\end{darray}'],
  flalign: ['\\begin{align*}', '\\end{align*}'],
  multline: ['\\begin{gather*}', '\\end{gather*}'],
};

/**
 * Repairs TeX of old pages so that KaTeX can read it: `D\_1` and `^\*`, escaped for Markdown;
 * `\\mathbb`, with the backslash doubled as in quotes; labels; environments that KaTeX lacks.
 * Returns other formulas unchanged.
 */
export function repairFormula(tex: string): string {
  if (!tex.includes('\\')) return tex;
  return halveBackslashes(unescapeMarks(renameEnvironments(tex)));
}

function renameEnvironments(tex: string): string {
  return tex
    .replace(/\\(begin|end)\{(displaymath|eqnarray|flalign|multline)\*?\}/g, (_, side, name) => {
      const [begin, end] = environments[String(name)] ?? ['', ''];
      return side === 'begin' ? begin : end;
    })
    .replace(/\\label\{[^{}]*\}/g, '');
}

/** Unescapes `\*` and `\_`. A formula that also has a bare `_`, or text, keeps `\_`. */
function unescapeMarks(tex: string): string {
  const repaired = tex.replace(/(?<!\\)\\\*/g, '*');
  if (!/\\_/.test(repaired) || /\\(text|mathtt|texttt|mathrm|operatorname)/.test(repaired))
    return repaired;
  return /(?<!\\)_/.test(repaired) ? repaired : repaired.replace(/(?<!\\)\\_/g, '_');
}

/** Halves doubled backslashes if all are doubled and the formula typesets with half of them. */
function halveBackslashes(tex: string): string {
  const runs = [...tex.matchAll(/\\+/g)].map(([run]) => run.length);
  const isDoubled = runs.every((length) => length % 2 === 0) && /\\\\[a-zA-Z]{2,}/.test(tex);
  if (!isDoubled || tex.length > 2000) return tex;
  const halved = tex.replace(/\\\\/g, '\\');
  return findFormulaError(halved, true) ? tex : halved;
}
