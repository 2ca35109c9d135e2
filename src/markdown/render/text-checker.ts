import type { MarkdownRenderer } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type PluggableList } from 'unified';
import { VFile } from 'vfile';
import { createInlineRenderer } from './inline-renderer.ts';
import { markdownPlugins } from './plugins.ts';
import { remarkOnlyFindable } from './remark-only-findable.ts';
import { catchRenderErrors, emptyText, withProcessor, type TextRenderer } from './text-renderer.ts';
import { remarkLocalImages } from '../html/remark-local-images.ts';

/**
 * Creates a renderer that returns the findings of `createTextRenderer` and no HTML, several times
 * as fast: it runs the same plugins in the same order, without those that report nothing.
 */
export function createTextChecker(base: string, origin?: string): TextRenderer {
  const { inline, block } = withProcessor(
    checkingProcessor(base, origin),
    createInlineRenderer(base, { typeset: false, origin }),
  );
  return catchRenderErrors({
    inline: (written, options) =>
      mayHoldFinding(written) ? inline(written, options) : { html: '', text: '', findings: [] },
    plain: () => '',
    block: async (written, options) =>
      mayHoldFinding(written) ? block(written, options) : emptyText,
  });
}

function checkingProcessor(base: string, origin?: string): Pick<MarkdownRenderer, 'render'> {
  const { remarkPlugins, rehypePlugins } = markdownPlugins(base, { typeset: false, origin });
  const toHtml = [remarkRehype, { allowDangerousHtml: true, passThrough: [] }];
  const remark = [remarkOnlyFindable, ...remarkPlugins, remarkLocalImages];
  const plugins = [...remark, toHtml, ...rehypePlugins] as PluggableList;
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

/**
 * Formulas, links, images, shortcodes and HTML each start with one of these characters, diagrams
 * with a fence.
 */
function mayHoldFinding(text: string): boolean {
  return /[$\\[<{&]|```|~~~/.test(text);
}

/**
 * Returns true if GitHub's syntax may change what is found. It makes parsing three times as slow,
 * and matters only in tables, in footnotes without a reference, and in bare addresses.
 */
function needsGfm(text: string): boolean {
  const table = /^(?=.*-)(?=.*[|:])[\s>*+|:\d.)-]+$/m;
  const address = /(?:https?:\/\/|www\.)\S*[$\\[\]<{`]/i;
  return text.includes('[^') || table.test(text) || address.test(text);
}
