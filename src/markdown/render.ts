import { createMarkdownProcessor, type MarkdownHeading } from '@astrojs/markdown-remark';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { takeFindings, type TextFinding } from './environment.ts';
import { createInlineRenderer, type RenderInline } from './inline.ts';
import { plainText } from './plain-text.ts';
import { markdownPlugins } from './plugins.ts';
import { remarkPandocMath } from './remark-pandoc-math.ts';

export interface RenderedText {
  html: string;
  headings: MarkdownHeading[];
  /** Pictures named relative to the file, for Astro to import. */
  imagePaths: string[];
  findings: TextFinding[];
}

export interface TextRenderer {
  /** Paragraphs, lists, figures: a body or an abstract. */
  block(written: string, options: { math: boolean; fileURL?: URL }): Promise<RenderedText>;
  inline: RenderInline;
}

/** Renders Markdown with formulas to HTML. `base` is the site's base path. */
export async function createTextRenderer(base: string): Promise<TextRenderer> {
  const processor = await createMarkdownProcessor(markdownPlugins(base));
  return {
    inline: createInlineRenderer(base),
    async block(written, { math, fileURL }) {
      const frontmatter: Record<string, unknown> = { math };
      const { code, metadata } = await processor.render(written, {
        frontmatter,
        ...(fileURL && { fileURL }),
      });
      return {
        html: code,
        headings: metadata.headings,
        imagePaths: [...metadata.localImagePaths, ...metadata.remoteImagePaths],
        findings: takeFindings(frontmatter),
      };
    },
  };
}

const parser = unified().use(remarkParse).use(remarkPandocMath);

/** Block text as plain text, paragraphs parted by a blank line. */
export function toPlainText(written: string, options: { math: boolean }): string {
  return plainText(parser.parse(written), options);
}
