import type { MarkdownRenderer } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type PluggableList } from 'unified';
import { VFile } from 'vfile';
import { guarded } from './source/guarded.ts';
import { createInlineRenderer } from './inline.ts';
import { markdownPlugins } from './plugins.ts';
import { remarkOnlyFindable } from './source/remark-only-findable.ts';
import { withProcessor, type TextRenderer } from './render.ts';

/**
 * A renderer that finds what the one of `createTextRenderer` finds and makes no HTML, many times
 * as fast: the same plugins in the same order, without those that only write.
 */
export function createTextChecker(base: string, origin?: string): TextRenderer {
  const { inline, block } = withProcessor(
    checkingProcessor(base, origin),
    createInlineRenderer(base, { typeset: false, origin }),
  );
  const nothing = {
    html: '',
    text: '',
    hasMath: false,
    headings: [],
    imagePaths: [],
    usedFiles: [],
  };
  const none = { ...nothing, findings: [] };
  return guarded({
    inline: (written, options) => (mayHoldFinding(written) ? inline(written, options) : none),
    plain: () => '',
    block: async (written, options) => (mayHoldFinding(written) ? block(written, options) : none),
  });
}

function checkingProcessor(base: string, origin?: string): Pick<MarkdownRenderer, 'render'> {
  const { remarkPlugins, rehypePlugins } = markdownPlugins(base, { typeset: false, origin });
  const toHtml = [remarkRehype, { allowDangerousHtml: true, passThrough: [] }];
  const plugins = [remarkOnlyFindable, ...remarkPlugins, toHtml, ...rehypePlugins] as PluggableList;
  const plain = unified().use(remarkParse).use(plugins).freeze();
  const github = unified().use(remarkParse).use(remarkGfm).use(plugins).freeze();
  return {
    async render(text, { frontmatter = {}, fileURL } = {}) {
      const data = { astro: { frontmatter } };
      const file = new VFile({ value: text, data, ...(fileURL && { path: fileURL }) });
      const processor = needsGfm(text) ? github : plain;
      await processor.run(processor.parse(file), file);
      const metadata = { headings: [], localImagePaths: [], remoteImagePaths: [], frontmatter };
      return { code: '', metadata };
    },
  };
}

/** A formula, a link, a picture, a shortcode and HTML each begin with one of these, a diagram with a fence. */
function mayHoldFinding(text: string): boolean {
  return /[$\\[<{&]|```|~~~/.test(text);
}

/**
 * GitHub's marks make parsing three times as slow, and of themselves add no formula, file or HTML.
 * They are looked at where they decide whether another mark counts: in a table, in a footnote
 * that nobody calls, and in a bare address.
 */
function needsGfm(text: string): boolean {
  const table = /^(?=.*-)(?=.*[|:])[\s>*+|:\d.)-]+$/m;
  const address = /(?:https?:\/\/|www\.)\S*[$\\[\]<{`]/i;
  return text.includes('[^') || table.test(text) || address.test(text);
}
