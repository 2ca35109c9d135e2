import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { toSearchText } from '../../../src/model/page/search-text.ts';

const renderer = await createTextRenderer('/');
const words = async (markdown: string) =>
  toSearchText((await renderer.block(markdown, { math: true })).html);

describe('the search text', () => {
  test.each([
    ['Of $I(X;T) - \\beta I(T;Y)$.', 'Of I(X;T) − β I(T;Y).'],
    ['One\n\n$$\na < b\n$$\n\n- two\n- three', 'One a < b two three'],
    ['So $\\min_{p(t\\mid x)} \\hat{H}$ is', 'So min p(t∣ x) H is'],
    ['$$\\begin{array}{cc} a & \\tilde{\\mathbb{E}}_b\\end{array}$$', 'a E b'],
    ['It holds.[^1] Always.\n\n[^1]: By *one* count.', 'It holds. Always. By one count.'],
    ['A <b>bold</b>&nbsp;`code` <script>x</script>&amp; more', 'A bold code & more'],
    ['', ''],
  ])('of %j is %j', async (markdown, text) => {
    expect(await words(markdown)).toBe(text);
  });
});

/** Returns the same by another way, which takes quadratic time. */
function toReferenceText(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node, index, parent) => {
    if (node.properties['ariaHidden'] !== 'true' || index === undefined || !parent)
      return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return toText(tree).replace(/\s+/g, ' ').trim();
}

const names = [
  ...[
    'p',
    'div',
    'b',
    'span',
    'i',
    'a',
    'code',
    'pre',
    'blockquote',
    'ul',
    'li',
    'h2',
    'svg',
    'math',
  ],
  ...[
    'table',
    'caption',
    'colgroup',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'td',
    'th',
    'details',
    'summary',
  ],
  ...[
    'script',
    'style',
    'template',
    'noscript',
    'dialog',
    'textarea',
    'nobr',
    'ruby',
    'rp',
    'button',
  ],
];
const attributes = ['', ' hidden', ' open', ' aria-hidden="true"', ' nowrap', ' class="x"'];
const part = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names).map((name) => `</${name}>`) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...attributes))
      .map(([name, attribute]) => `<${name}${attribute}>`),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[
        'a',
        'b c',
        ' ',
        '\n',
        '\n\n',
        '\t',
        ' d',
        'e ',
        '\u200B',
        '\u200E',
        '&nbsp;',
        'f\u200B\n g',
      ],
      ...[
        '<br>',
        '<hr>',
        '<img alt="x">',
        '<!-- x -->',
        '<input value="x">',
        '\u200B\n\n\u200Bh',
        ' \n ',
      ],
    ),
  },
);

test('has spaces where hast-util-to-text has white space', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 24 }), (parts) => {
      const html = parts.join('');
      expect(toSearchText(html)).toBe(toReferenceText(html));
    }),
    { numRuns: Number(process.env['LECTERN_FUZZ'] ?? 1500) },
  );
});
