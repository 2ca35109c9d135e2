import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { addFinding } from '../environment.ts';
import { visit } from '../visit.ts';

/** The languages in which older themes had programs of the browser draw. */
export const diagramLanguages = ['mermaid', 'markmap', 'plantuml'];

/** Says of a diagram that was written as code that the page shows the code. */
export const remarkDiagrams: Plugin<[], Root> = function () {
  return (tree, file) => {
    visit(tree, 'code', ({ lang, position }) => {
      if (!diagramLanguages.includes(lang ?? '')) return;
      const { line = 1, column = 1 } = position?.start ?? {};
      addFinding(file, {
        ...{ code: 'text/diagram', severity: 'warning', position: { line, column } },
        message: `a diagram in ${lang} is shown as its source: pages here run no program to draw it`,
        remedy: 'Draw it once, for instance as SVG, and put the picture in its place.',
      });
    });
  };
};
