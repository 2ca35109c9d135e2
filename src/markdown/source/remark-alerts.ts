import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

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
      const found = text?.type === 'text' ? alertMark.exec(text.value) : null;
      if (!found || first?.type !== 'paragraph' || text?.type !== 'text') return;
      const [whole, kind = '', title = ''] = found;
      text.value = text.value.slice(whole.length);
      if (text.value === '') first.children.shift();
      if (first.children.length === 0) quotation.children.shift();
      if (title.trim() !== '') {
        const words = {
          type: 'strong' as const,
          children: [{ type: 'text' as const, value: title }],
        };
        quotation.children.unshift({ type: 'paragraph', children: [words] });
      }
      quotation.data = {
        hName: 'div',
        hProperties: { className: ['callout', kind.toLowerCase()], role: 'note' },
      };
    });
  };
};
