import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBlockProcessor } from '../../../src/markdown/render/block-processor.ts';
import { createMarkdownPlugins } from '../../../src/markdown/render/plugins.ts';
import { smartPunctuation } from '../../../src/markdown/source/punctuation-options.ts';
import type { MarkdownContext } from '../../../src/markdown/source/markdown-context.ts';
import { rehypeListKinds, remarkListKinds } from '../../../src/markdown/source/node-kinds.ts';

const [base, origin] = ['/sub', 'https://ada.example.ac'];
const fileURL = new URL('file:///talks/a/index.md');
const { remarkPlugins, rehypePlugins } = createMarkdownPlugins(base, { origin });
// Without the lists of kinds, every plugin runs.
const reference = await createMarkdownProcessor({
  remarkPlugins: remarkPlugins.filter((plugin) => plugin !== remarkListKinds),
  rehypePlugins: rehypePlugins.filter((plugin) => plugin !== rehypeListKinds),
  syntaxHighlight: false,
  smartypants: smartPunctuation,
});
const processor = createBlockProcessor(base, origin);

function createContext(math: boolean): MarkdownContext {
  const image = { width: 900, height: 600, format: 'png', animated: false } as const;
  return {
    ...{ math, highlight: true },
    findFile: (name) => (/^[a-c]\./.test(name) ? { place: 'bundle', path: name } : undefined),
    readImage: (name) =>
      Promise.resolve(name === 'a.png' ? { ...image, stamp: '1', file: '/a.png' } : undefined),
  };
}

async function renderBoth(text: string, math: boolean, url: URL | undefined) {
  const [ownContext, context] = [createContext(math), createContext(math)];
  const { html, headings, imagePaths } = await processor.render(text, ownContext, { fileURL: url });
  const { code, metadata } = await reference.render(text, {
    frontmatter: context as Record<string, unknown>,
    ...(url && { fileURL: url }),
  });
  const pick = ({ findings, usedFiles, hasMath }: MarkdownContext) => {
    return { findings, usedFiles, hasMath };
  };
  return {
    own: { html, headings, imagePaths, ...pick(ownContext) },
    reference: {
      ...{ html: code, headings: metadata.headings },
      imagePaths: [...metadata.localImagePaths, ...metadata.remoteImagePaths],
      ...pick(context),
    },
  };
}

/** Markdown without HTML and without GitHub's syntax, for which most is skipped. */
const simplePieces = [
  ...[
    'words',
    'more words',
    'a  b',
    'é — “x”',
    "it's",
    '"so"',
    "'tis",
    'a -- b',
    'and...',
    '``q``',
  ],
  ...['*a*', '**b**', '***c***', '_d_', '*e **f** g*', '`code`', '`$x$`', '&amp;', '\\*', '^', '|'],
  ...['# h', '## h {x}', '### $x$ h', 'h\n===', '#### `c{}`', '- i', '1. i', '3) i', '> q', '---'],
  ...['> [!NOTE]\n> x', '    indented', '```js\nlet a = 1;\n```', '~~~\nx\n~~~', '```math\na\n```'],
  ...['```mermaid\nx\n```', '```a&#32;b hl_lines=[1]\nx\n```', '```\n\nx\n```', '$x^2$', '$a<b$'],
  ...['($y$), z', '$$a$$', '$5 or $6', '$$\nb\n$$', '$$\nopen', '$|a|$', '$\\bad{$', '$a~b$ c'],
  ...['[l](b.pdf)', '[m](c)', '[n](d.pdf)', '[o](https://e.example)', '[p](javascript:x)', '[q]'],
  ...['[q]: a.png "t"', '![r](a.png)', '![s](b.png)', '![](c.png)', '![u][q]', '![y](50%.png)'],
  ...[
    '![v](https://e.example/v.png)',
    '[w](/x/y)',
    '[x](https://ada.example.ac/y.pdf)',
    '![r](a.png)',
  ],
];
const pieces = [
  ...simplePieces,
  ...[
    '[https://e.example](https://e.example)',
    '![https://t.example](a.png)',
    '<https://e.example>',
  ],
  ...['https://e.example/f', 'www.e.example', 'a@e.example.org', 'http\\://e.example', '&#64;'],
  ...[
    'ht&#116;p://e.example',
    'a\\@e.example',
    '~~del~~',
    '~one~',
    '[^1]',
    '[^1]: note',
    '[a[^1]](b)',
  ],
  ...[
    '- [ ] todo',
    '- [x] done',
    '[x]',
    '| a | b |\n|---|:-:|\n| 1 | $x$ |',
    'a\n:-',
    'a | b\n-|-\n1',
  ],
  ...['<b>bold</b>', '<div>\n\nx\n\n</div>', '<br>', '<!-- c -->', '<', 'a<b', '<img src="a.png">'],
  ...['<iframe src="https://www.youtube.com/embed/abc"></iframe>', '<a href="d.pdf">z</a>'],
  ...[
    '<h2 id="a b">t</h2>',
    '<p class="embed">x</p>',
    '<pre data-meta="1">',
    '<p style="x:url(//y)">',
  ],
];
const spaces = fc.constantFrom(' ', '\n', '\n\n', '\n  ');
const toText = (from: string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...from), spaces), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.flat().join(''));
const markdown = fc.oneof(toText(simplePieces), toText(pieces));

it('renders what the processor of Astro renders', async () => {
  await fc.assert(
    fc.asyncProperty(markdown, fc.boolean(), fc.boolean(), async (text, math, hasFile) => {
      const both = await renderBoth(text, math, hasFile ? fileURL : undefined);
      expect(both.own).toEqual(both.reference);
    }),
    { numRuns: 300 },
  );
});
