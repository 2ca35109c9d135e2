import { describe, expect, test } from 'vitest';
import {
  toPlainMarkdown,
  type PlainMarkdownOptions,
} from '../../../src/markdown/render/plain-markdown.ts';
import type { LookUps } from '../../../src/markdown/source/look-ups.ts';
import { createAddressResolver } from '../../../src/markdown/html/resolve-address.ts';
import { makeSite } from '../../helpers/make/site.ts';

const lookedUp: LookUps = {
  files: new Map([
    ['plot.png', { place: 'bundle', path: 'plot.png' }],
    ['raw.png', { place: 'bundle', path: 'raw.png' }],
    ['./a file.pdf', { place: 'bundle', path: 'a file.pdf' }],
    ['files/x.pdf', { place: 'public', path: 'files/x.pdf' }],
    ['files/x.pdf#page=3', { place: 'public', path: 'files/x.pdf' }],
    ['gone.pdf', undefined],
  ]),
  pages: new Map(),
  images: new Map(),
};
const resolve = createAddressResolver(makeSite({ base: '/sub' }), {
  ...{ slug: 'nyu', lookedUp, attachments: ['a file.pdf', 'raw.png'] },
  imageAddresses: new Map([['plot.png', '/sub/_astro/plot.1.webp']]),
});
const plain = (text: string, more: Partial<PlainMarkdownOptions> = {}) =>
  toPlainMarkdown(text, {
    ...{ math: true, isMdx: false, resolve },
    shortcodes: {
      hasFile: () => false,
      findPage: (name) => (name === 'other' ? '/talks/other/' : undefined),
    },
    ...more,
  });

const home = 'https://example.org/sub';

describe('addresses', () => {
  test.each([
    ['[a](files/x.pdf#page=3 "T")', `[a](${home}/files/x.pdf#page=3 "T")`],
    ['[a](<./a file.pdf>)', `[a](${home}/talks/nyu/a%20file.pdf)`],
    ['![a](plot.png)', `![a](${home}/_astro/plot.1.webp)`],
    ['![](raw.png)', `![](${home}/talks/nyu/raw.png)`],
    ['[![a](raw.png)](/talks/)', `[![a](${home}/talks/nyu/raw.png)](${home}/talks/)`],
    ['[a](../other/) and [b](#part)', `[a](${home}/talks/other/) and [b](${home}/talks/nyu/#part)`],
    ['[a *b*](gone.pdf), ![c](gone.pdf)', 'a *b*, (Picture: c)'],
    ['[a](javascript:alert(1))', 'a'],
    ['[a][b]\n\n[b]: files/x.pdf "T"', `[a][b]\n\n[b]: ${home}/files/x.pdf "T"`],
    [
      '<https://a.example> [x](https://b.example/c_(d))',
      '<https://a.example> [x](https://b.example/c_%28d%29)',
    ],
    ['`[a](files/x.pdf)` and $[a](b)$', '`[a](files/x.pdf)` and $[a](b)$'],
    ["See <a href='/talks/'>here</a>.", `See <a href="${home}/talks/">here</a>.`],
  ])('in %s become absolute', (source, shown) => {
    expect(plain(source)).toBe(shown);
  });
});

describe('syntax that only Lectern understands', () => {
  test.each([
    ['a <!-- note --> b', 'a  b'],
    ['<!-- note -->\n\nb', 'b'],
    ['{{< youtube abc >}}', '[Watch on YouTube](<https://www.youtube.com/watch?v=abc>)'],
    ['[a]({{< ref "other" >}})', `[a](${home}/talks/other/)`],
    ['[a]({{< ref "none" >}})', 'a'],
    [
      '{{< figure src="raw.png" caption="A *plot*" >}}',
      `![](${home}/talks/nyu/raw.png)\n\nA *plot*`,
    ],
    ['{{% callout note %}}\nMind.\n{{% /callout %}}', 'Mind.'],
    ['\\\\(x\\\\)', '$x$'],
    ['a\n\n<script async src="x.js"></script>\n\nb', 'a\n\nb'],
    [
      '<iframe width="5" src="//player.example/?a=1&amp;b"></iframe>',
      '[https://player.example/?a=1&b](<https://player.example/?a=1&b>)',
    ],
    ['one\r\n\r\n\r\n\r\ntwo', 'one\n\ntwo'],
    ['```\na\n\n\n\nb\n```', '```\na\n\n\n\nb\n```'],
  ])('%j becomes Markdown', (source, shown) => {
    expect(plain(source)).toBe(shown);
  });

  test('includes modules, components and comments of MDX', () => {
    const source = [
      "import Aside from '/src/Aside.astro';",
      'export const x = 1;',
      '',
      '## Part {/* note */}',
      '',
      '<Aside title="Mind" wide={2}>',
      '  Words with $a < b$.',
      '</Aside>',
      '',
      '```js',
      "import x from 'y';",
      '<Aside>',
      '```',
    ].join('\n');
    expect(plain(source, { isMdx: true })).toBe(
      "## Part \n\n**Mind**\n\n  Words with $a < b$.\n\n```js\nimport x from 'y';\n<Aside>\n```",
    );
  });
});
