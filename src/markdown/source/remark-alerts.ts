import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from './visit.ts';

/** Matches `[!NOTE]` on the first line of a quotation, with an optional title. */
const alertMark = /^\[!([a-z]+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/i;

/**
 * Turns alerts of GitHub and HugoBlox, which are quotations, into the boxes of the shortcode
 * `callout`.
 */
export const remarkAlerts: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'blockquote', (quotation) => {
      const [first] = quotation.children;
      const text = first?.type === 'paragraph' ? first.children[0] : undefined;
      const match = text?.type === 'text' ? alertMark.exec(text.value) : null;
      if (!match || first?.type !== 'paragraph' || text?.type !== 'text') return;
      const [whole, kind = '', title = ''] = match;
      text.value = text.value.slice(whole.length);
      if (text.value === '') first.children.shift();
      if (first.children.length === 0) quotation.children.shift();
      if (title.trim() !== '') {
        const heading = {
          type: 'strong' as const,
          children: [{ type: 'text' as const, value: title }],
        };
        quotation.children.unshift({ type: 'paragraph', children: [heading] });
      }
      quotation.data = {
        hName: 'div',
        hProperties: { className: ['callout', kind.toLowerCase()], role: 'note' },
      };
    });
  };
};
