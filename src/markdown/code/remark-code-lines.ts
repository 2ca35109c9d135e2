import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { environmentOf } from '../environment.ts';
import { visit } from 'unist-util-visit';

/** Keeps what stands after the language of code on slides, for `rehypeCodeLines`. */
export const remarkCodeLines: Plugin<[], Root> = function () {
  return (tree, file) => {
    if (environmentOf(file).slides !== true) return;
    visit(tree, 'code', (code) => {
      if (!code.meta) return;
      code.data = { ...code.data, hProperties: { ...code.data?.hProperties, dataMeta: code.meta } };
    });
  };
};
