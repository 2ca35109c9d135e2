import type { Root as HtmlRoot } from 'hast';
import { raw } from 'hast-util-raw';
import { toString } from 'hast-util-to-string';
import type { MarkdownHeading } from '@astrojs/markdown-remark';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified, type PluggableList } from 'unified';
import { VFile } from 'vfile';
import { rehypeAstroImages } from '../html/rehype-astro-images.ts';
import { getHeadings, rehypeHeadings } from '../html/rehype-headings.ts';
import { getLocalImages, remarkLocalImages } from '../html/remark-local-images.ts';
import type { MarkdownContext } from '../source/markdown-context.ts';
import { parseHtmlText } from '../source/html-text.ts';
import { hasKinds } from '../source/node-kinds.ts';
import { remarkSmartPunctuation } from '../source/smart-punctuation.ts';
import { visit } from '../source/visit.ts';
import { parseGithubMarkdown, type ParsedText } from './github-markdown.ts';
import { createMarkdownPlugins } from './plugins.ts';

/** Converts Markdown to HTML. */
export interface BlockProcessor {
  /**
   * @param context Collects what the plugins find.
   * @param options.onParse Is called with the tree before plugins change it.
   */
  render(
    text: string,
    context: MarkdownContext,
    options?: { fileURL?: URL | undefined; onParse?: ((parsed: ParsedText) => void) | undefined },
  ): Promise<ProcessedText>;
}

/** The HTML of a text. */
interface ProcessedText {
  html: string;
  headings: MarkdownHeading[];
  /** Images with paths relative to the file, for Astro to import. */
  imagePaths: string[];
}

/**
 * Creates a processor that returns the HTML of Astro's `createMarkdownProcessor` with our plugins, twice as
 * fast: what a text does not need is skipped. A test compares the two.
 */
export function createBlockProcessor(base: string, origin?: string): BlockProcessor {
  const { remarkPlugins, rehypePlugins } = createMarkdownPlugins(base, { origin });
  const processor = unified()
    .use([remarkSmartPunctuation, ...remarkPlugins, remarkLocalImages] as PluggableList)
    .use(remarkRehype, { allowDangerousHtml: true, passThrough: [] })
    .use([...rehypePlugins, rehypeAstroImages, rehypeHeadings] as PluggableList)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();
  return {
    async render(text, context, { fileURL, onParse } = {}) {
      const data = { astro: { frontmatter: context } };
      const file = new VFile({ value: text, data, ...(fileURL && { path: fileURL }) });
      const parsed = context.html
        ? { tree: parseHtmlText(text, context.html), isGithub: false }
        : parseGithubMarkdown(text);
      onParse?.(parsed);
      const tree = await processor.run(parsed.tree, file);
      const isSimple = hasKinds(file) && !parsed.isGithub && !hasBlankFirstLine(text, tree);
      const printed = isSimple ? tree : (raw(tree, { file }) as HtmlRoot);
      const html = processor.stringify(printed, file);
      return { html, headings: getHeadings(file), imagePaths: getLocalImages(file) };
    },
  };
}

/**
 * Returns whether a block of code starts with a blank line, which Astro's last plugin removes: it parses HTML
 * again, to put elements where a browser would. Other texts without HTML and footnotes it leaves unchanged.
 */
function hasBlankFirstLine(text: string, tree: HtmlRoot): boolean {
  if (!/```|~~~/.test(text)) return false;
  let found = false;
  visit(tree, 'element', (element) => {
    found ||= element.tagName === 'pre' && toString(element).startsWith('\n');
  });
  return found;
}
