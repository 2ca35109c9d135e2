import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { addFinding } from '../source/markdown-context.ts';
import { visit } from '../source/visit.ts';

/** The diagram languages that older themes rendered in the browser. */
export const diagramLanguages = ['mermaid', 'markmap', 'plantuml'];

/** Reports diagrams that are written as code, because the page shows the code. */
export const remarkDiagrams: Plugin<[], Root> = function () {
  return (tree, file) => {
    visit(tree, 'code', (node) => {
      const { lang, position } = node;
      if (!diagramLanguages.includes(lang ?? '')) return;
      node.data = { ...node.data, hProperties: { dataProblem: 'text/diagram' } };
      const { line = 1, column = 1 } = position?.start ?? {};
      addFinding(file, {
        ...{ code: 'text/diagram', position: { line, column } },
        message: `a ${lang} diagram is shown as source code, because pages do not run a program to draw it`,
        remedy: 'Export the diagram, for example as SVG, and show the image instead.',
      });
    });
  };
};
