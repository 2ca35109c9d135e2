import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { unsafeScheme } from '../../schema/link.ts';
import { addFinding } from '../environment.ts';

const addressAttributes = ['href', 'src', 'action', 'formAction', 'data'] as const;

/** Reports an error for each address that is not http, https, mailto or of this site. */
export const rehypeSafeLinks: Plugin<[], Root> = function () {
  return (tree, file) => {
    visit(tree, 'element', (element) => {
      for (const name of addressAttributes) {
        const value = element.properties[name];
        const scheme = typeof value === 'string' ? unsafeScheme(value) : undefined;
        if (scheme === undefined) continue;
        delete element.properties[name];
        const { line = 1, column = 1 } = element.position?.start ?? {};
        addFinding(file, {
          code: 'text/unsafe-link',
          severity: 'error',
          message: `a link starts with "${scheme}:", which is not allowed`,
          remedy: 'Use an http:, https: or mailto: address, or the name of a file of this site.',
          position: { line, column },
        });
      }
    });
  };
};
