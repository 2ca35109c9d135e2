import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type PluggableList } from 'unified';
import { VFile } from 'vfile';
import type { BlockProcessor } from './block-processor.ts';
import { createInlineRenderer } from './inline-renderer.ts';
import { createMarkdownPlugins } from './plugins.ts';
import { remarkOnlyFindable } from './remark-only-findable.ts';
import {
  catchRenderErrors,
  emptyText,
  createProcessorRenderer,
  type TextRenderer,
} from './text-renderer.ts';
import { parseHtmlText } from '../source/html-text.ts';
import { rejectDeepTrees } from '../source/tree-depth.ts';
import { remarkLocalImages } from '../html/remark-local-images.ts';

/**
 * Creates a renderer that returns the findings of `createTextRenderer` and no HTML, several times
 * as fast: it runs the same plugins in the same order, without those that report nothing.
 */
export function createTextChecker(
  base: string,
  origin?: string,
  macros: readonly string[] = [],
): TextRenderer {
  const { inline, block, createMacros } = createProcessorRenderer(
    createCheckingProcessor(base, origin),
    createInlineRenderer(base, { typeset: false, origin }),
    macros,
  );
  return catchRenderErrors({
    createMacros,
    inline: (source, options) =>
      mayHaveFinding(source) ? inline(source, options) : { html: '', text: '', findings: [] },
    block: async (source, options) => (mayHaveFinding(source) ? block(source, options) : emptyText),
  });
}

function createCheckingProcessor(base: string, origin?: string): BlockProcessor {
  const { remarkPlugins, rehypePlugins } = createMarkdownPlugins(base, { typeset: false, origin });
  const toHtml = [remarkRehype, { allowDangerousHtml: true, passThrough: [] }];
  const plugins = [
    ...[rejectDeepTrees, remarkOnlyFindable, ...remarkPlugins, remarkLocalImages],
    toHtml,
    ...rehypePlugins,
  ] as PluggableList;
  const markdown = unified().use(remarkParse).use(plugins).freeze();
  const githubMarkdown = unified().use(remarkParse).use(remarkGfm).use(plugins).freeze();
  return {
    async render(text, context, { fileURL } = {}) {
      const data = { astro: { frontmatter: context } };
      const file = new VFile({ value: text, data, ...(fileURL && { path: fileURL }) });
      const processor = !context.html && needsGfm(text) ? githubMarkdown : markdown;
      const tree = context.html ? parseHtmlText(text, context.html) : processor.parse(file);
      await processor.run(tree, file);
      return { html: '', headings: [], imagePaths: [] };
    },
  };
}

/**
 * Returns whether a text may have findings. Formulas, links, images, shortcodes and HTML each start with one of these
 * characters, diagrams with a fence, and a text with many marks may be nested too deeply.
 */
function mayHaveFinding(text: string): boolean {
  return /[$\\[<{&]|```|~~~/.test(text) || hasManyMarks(text);
}

/** With more marks, emphasis may have too many levels. */
const maxPlainMarks = 250;

function hasManyMarks(text: string): boolean {
  return text.length > maxPlainMarks && (text.match(/[*_~]/g)?.length ?? 0) > maxPlainMarks;
}

/**
 * Returns whether GitHub's syntax may change the findings. It makes parsing three times as slow,
 * and matters only in tables, in footnotes without a reference, and in bare addresses.
 */
function needsGfm(text: string): boolean {
  const table = /^(?=.*-)(?=.*[|:])[\s>*+|:\d.)-]+$/m;
  const address = /(?:https?:\/\/|www\.)\S*[$\\[\]<{`]/i;
  const isStruck = text.includes('~~') && hasManyMarks(text);
  return isStruck || text.includes('[^') || table.test(text) || address.test(text);
}
