import { createMarkdownProcessor, type MarkdownHeading } from '@astrojs/markdown-remark';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Environment, NamedFile, TextFinding } from './environment.ts';
import { createInlineRenderer, type RenderInline } from './inline.ts';
import { plainText } from './plain-text.ts';
import { markdownPlugins } from './plugins.ts';
import { remarkPandocMath } from './remark-pandoc-math.ts';

export interface RenderedText {
  html: string;
  headings: MarkdownHeading[];
  /** Pictures named relative to the file, for Astro to import. */
  imagePaths: string[];
  /** Files of the bundle that the text names. */
  usedFiles: string[];
  /** Every file name looked for, with what was found; empty for nothing. */
  lookedUp: Record<string, string>;
  findings: TextFinding[];
}

export interface BlockOptions {
  math: boolean;
  /** The file the text stands in, which its pictures are relative to. */
  fileURL?: URL;
  findFile?: (written: string) => NamedFile | undefined;
}

export interface TextRenderer {
  /** Paragraphs, lists, figures: a body or an abstract. */
  block(written: string, options: BlockOptions): Promise<RenderedText>;
  inline: RenderInline;
}

/** Renders Markdown with formulas to HTML. `base` is the site's base path. */
export async function createTextRenderer(base: string): Promise<TextRenderer> {
  const processor = await createMarkdownProcessor(markdownPlugins(base));
  return {
    inline: createInlineRenderer(base),
    async block(written, { math, fileURL, findFile }) {
      const environment: Environment = { math, ...(findFile && { findFile }) };
      const { code, metadata } = await processor.render(written, {
        frontmatter: environment as Record<string, unknown>,
        ...(fileURL && { fileURL }),
      });
      const pictures = [...metadata.localImagePaths, ...metadata.remoteImagePaths];
      return {
        html: code,
        headings: metadata.headings,
        imagePaths: pictures.filter((path) => !findFile || findFile(path)?.place === 'bundle'),
        usedFiles: environment.usedFiles ?? [],
        lookedUp: environment.lookedUp ?? {},
        findings: environment.findings ?? [],
      };
    },
  };
}

const parser = unified().use(remarkParse).use(remarkPandocMath);

/** Block text as plain text, paragraphs parted by a blank line. */
export function toPlainText(written: string, options: { math: boolean }): string {
  return plainText(parser.parse(written), options);
}
