import type { MarkdownHeading, MarkdownRenderer } from '@astrojs/markdown-remark';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { unedited } from './source/edits.ts';
import type { Environment, NamedFile, ReadPicture, TextFinding } from './environment.ts';
import type { ShortcodeSite } from './shortcodes/expand-shortcodes.ts';
import { guarded } from './source/guarded.ts';
import { createInlineRenderer, type RenderInline } from './inline.ts';
import { plainText } from './plain-text.ts';
import { markdownPlugins } from './plugins.ts';
import { prepareText } from './prepare.ts';
import { remarkPandocMath } from './math/remark-pandoc-math.ts';

export interface RenderedText {
  html: string;
  hasMath: boolean;
  headings: MarkdownHeading[];
  /** Pictures named relative to the file, for Astro to import. */
  imagePaths: string[];
  /** Files of the bundle that the text names. */
  usedFiles: string[];
  findings: TextFinding[];
}

export interface BlockOptions {
  math: boolean;
  /** Code is coloured where its language is named. */
  highlight?: boolean;
  /** The text is a deck of slides: see `rehypeSlides`. */
  slides?: boolean;
  /** The file the text stands in, which its pictures are relative to. */
  fileURL?: URL;
  findFile?: (written: string) => NamedFile | undefined;
  /** Reads a picture that the text shows, by its name there. */
  readPicture?: ReadPicture;
  /** The address below the base path of the talk that a shortcode names. */
  findTalk?: (written: string) => string | undefined;
  /** MDX has no shortcodes: what looks like one is JavaScript. */
  isMdx?: boolean;
}

export interface TextRenderer {
  /** Paragraphs, lists, figures: a body or an abstract. */
  block(written: string, options: BlockOptions): Promise<RenderedText>;
  inline: RenderInline;
  /** Block text as plain text, paragraphs parted by a blank line. */
  plain(written: string, options: PlainOptions): string;
}

export interface PlainOptions {
  math: boolean;
  shortcodes?: ShortcodeSite;
}

/** Renders Markdown with formulas to HTML. `base` is the site's base path. */
export async function createTextRenderer(base: string, origin?: string): Promise<TextRenderer> {
  const { createMarkdownProcessor } = await import('@astrojs/markdown-remark');
  const processor = await createMarkdownProcessor({
    ...markdownPlugins(base, { origin }),
    syntaxHighlight: false,
  });
  return guarded(withProcessor(processor, createInlineRenderer(base, { origin })));
}

/** What comes before and after the Markdown of a text, whoever processes that. */
export function withProcessor(
  processor: Pick<MarkdownRenderer, 'render'>,
  inline: RenderInline,
): TextRenderer {
  return {
    inline,
    plain: toPlainText,
    async block(written, options) {
      const { math, fileURL, findFile, readPicture, findTalk, isMdx } = options;
      const { highlight = false, slides = false } = options;
      const environment: Environment = {
        ...{ math, highlight, slides },
        ...(findFile && { findFile }),
        ...(readPicture && { readPicture }),
      };
      const shortcodes = {
        hasFile: (name: string) => findFile?.(name) !== undefined,
        findTalk: (name: string) => findTalk?.(name),
      };
      const { text, findings, toSource } = isMdx
        ? { ...unedited(written), findings: [] }
        : prepareText(written, { shortcodes, math, slides, lines: false });
      const { code, metadata } = await processor.render(text, {
        frontmatter: environment as Record<string, unknown>,
        ...(fileURL && { fileURL }),
      });
      const pictures = [...metadata.localImagePaths, ...metadata.remoteImagePaths];
      return {
        html: code,
        hasMath: environment.hasMath ?? false,
        headings: metadata.headings,
        imagePaths: pictures.filter((path) => !findFile || findFile(path)?.place === 'bundle'),
        usedFiles: environment.usedFiles ?? [],
        findings: [
          ...findings,
          ...(environment.findings ?? []).map((found) => ({
            ...found,
            position: toSource(found.position),
          })),
        ],
      };
    },
  };
}

const parser = unified().use(remarkParse).use(remarkPandocMath);

export function toPlainText(written: string, options: PlainOptions): string {
  const { text } = prepareText(written, { ...options, lines: false });
  return plainText(parser.parse(text), options);
}
