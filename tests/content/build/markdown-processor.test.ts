import { unified } from '@astrojs/markdown-remark';
import { expect, test } from 'vitest';
import { createMarkdownProcessor } from '../../../src/content/build/markdown-processor.ts';
import { createMarkdownPlugins } from '../../../src/markdown/render/plugins.ts';
import { smartPunctuation } from '../../../src/markdown/source/punctuation-options.ts';

const plugins = createMarkdownPlugins('/');
/** What the processor of the package needs for our dashes. */
const options = { ...plugins, smartypants: smartPunctuation };
const shared = { syntaxHighlight: false } as const;
const text = '# Title\n\nA "word" -- or two --- and $x^2$.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n';

test('renders Markdown as the processor of the package does', async () => {
  const [ours, theirs] = [createMarkdownProcessor(plugins), unified(options)];
  expect(ours.name).toBe(theirs.name);
  expect(ours.options).toEqual(theirs.options);
  const [html, expected] = await Promise.all(
    [ours, theirs].map(async ({ createRenderer }) =>
      (await createRenderer(shared)).render(text, { frontmatter: {} }),
    ),
  );
  expect(html).toEqual(expected);
  expect(html?.code).toContain('<table>');
});

test('renders MDX as the processor of the package does', async () => {
  const processors = [createMarkdownProcessor(plugins), unified(options)];
  const [code, expected] = await Promise.all(
    processors.map(async ({ createMdxRenderer }) => {
      const renderer = await createMdxRenderer!(shared, { optimize: false });
      return renderer.process(`${text}\n{1 + 1}\n`, 'talk.mdx', {});
    }),
  );
  expect(code).toEqual(expected);
});
