import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { toMarkdownLink, toMarkdownText } from '../../src/feeds/text/markdown-text.ts';
import { toTalkMarkdown } from '../../src/feeds/talk-markdown.ts';
import { makeSite } from '../helpers/make/site.ts';
import { makeTalk } from '../helpers/make/talk.ts';

const site = makeSite({ base: '/sub' });
const markdownOf = (keys: Record<string, unknown>, texts = {}) =>
  toTalkMarkdown(site, makeTalk(keys, {}, { addresses: site.addresses }), texts);

test('a talk is one Markdown file', () => {
  const text = markdownOf(
    {
      title: 'On \\*stars\\* and $x^2$',
      subtitle: 'A sequel',
      summary: 'One line.',
      authors: ['admin', 'Cleo Example'],
      url_code: 'https://example.org/code',
      tags: ['c++', 'codes'],
      deliveries: [
        {
          ...{ event: 'School', event_url: 'https://example.org/school', date: '2024-05-22T15:00' },
          ...{ address: { city: 'Wien', country: 'Austria' }, note: 'The first half.' },
          url_video: 'https://example.org/video',
        },
        { event: 'Day', date: '2025-01-01', online: true, status: 'postponed' },
      ],
    },
    { abstract: 'An *abstract* with $y$.', body: '## Part\n\nWords.' },
  );
  expect(text).toBe(`# On \\*stars\\* and x²

*A sequel*

- Given by: Ada Example, Cleo Example
- Given at: [School](https://example.org/school), Wien, Austria, 22 May 2024, 15:00, Vienna time. The first half. [Video](https://example.org/video)
- Given at: Day, 1 January 2025, online, postponed
- Links: [Code](https://example.org/code)
- Tags: c++, codes
- Web page: <https://example.org/sub/talks/talk/>

One line.

## Abstract

An *abstract* with $y$.

## Part

Words.
`);
});

test('shows the image with its caption', () => {
  const image = {
    file: { src: '/p.png', width: 9, height: 9, format: 'png' },
    ...{ alt: 'A [curve]', position: 'center', previewOnly: false, animated: false },
    caption: { html: '', text: 'It rises.' },
  };
  const text = toTalkMarkdown(
    site,
    { ...makeTalk(), image },
    { image: 'https://x.example/p.webp' },
  );
  expect(text).toContain('\n\n![A \\[curve\\]](https://x.example/p.webp)\n\nIt rises.\n');
});

describe('plain text in Markdown', () => {
  const plain = (node: Nodes): string =>
    'value' in node ? node.value : 'children' in node ? node.children.map(plain).join('') : '';
  const words = fc
    .array(
      fc.constantFrom(
        '*',
        '_',
        '#',
        '1.',
        '-',
        '+',
        '=',
        '>',
        '`',
        '[a](b)',
        '&amp;',
        '<b>',
        '\\',
        'x',
        ' ',
      ),
    )
    .map((parts) => parts.join('').replace(/\s+/g, ' ').trim());

  test('is parsed as the same text', () => {
    fc.assert(
      fc.property(words, (text) => {
        const tree = fromMarkdown(`${toMarkdownText(text)}\n\n# x ${toMarkdownText(text)}\n`);
        const shown = text === '' ? ['x'] : [text, `x ${text}`];
        expect(tree.children.map(plain)).toEqual(shown);
      }),
    );
  });

  test('has links with the correct end', () => {
    const [paragraph] = fromMarkdown(toMarkdownLink('a [b]', 'https://x.example/a_(b) c')).children;
    expect(paragraph).toMatchObject({
      children: [{ type: 'link', url: 'https://x.example/a_%28b%29%20c' }],
    });
  });
});
