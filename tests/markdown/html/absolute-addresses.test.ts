import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import {
  findImageAddresses,
  possibleAddress,
} from '../../../src/markdown/html/absolute-addresses.ts';
import { parseMarkdown } from '../../../src/markdown/source/pandoc-math.ts';

const part = fc.constantFrom(
  ...[
    '[',
    ']',
    '(',
    ')',
    '!',
    '<',
    '>',
    ':',
    '/',
    '"',
    '\\',
    '`',
    '$',
    '^',
    '-',
    ' ',
    '\n',
    '\n\n',
  ],
  ...['a', 'b', 'a.png', 'https://a.example', 'www.a.example', 'a@b.example', '&lt;', '![a](b)'],
  ...['](', ']:', '<a', '<!--', '-->', '$a < b$', '    ', '```', '> ', '- ', '|'],
);
const markdown = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(''));

describe('a text that is not parsed', () => {
  test('has no address that could be made absolute', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        if (possibleAddress.test(text)) return;
        visit(parseMarkdown(text), ['html', 'link', 'image', 'definition'], (node) => {
          const source = text.slice(node.position?.start.offset, node.position?.end.offset);
          // A bare address, such as www.a.example, stays as it is.
          expect([node.type, source]).toEqual(['link', expect.stringMatching(/^[^<[]/)]);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('has no image', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const addresses: string[] = [];
        visit(parseMarkdown(text), 'image', ({ url }) => {
          addresses.push(url);
        });
        expect(findImageAddresses(text)).toEqual(addresses);
      }),
      { numRuns: 500 },
    );
  });
});
