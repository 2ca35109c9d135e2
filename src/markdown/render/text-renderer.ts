import type { MarkdownHeading } from '@astrojs/markdown-remark';
import { escapeHtml } from '../../model/page/page-texts.ts';
import { createMacroScope } from '../math/macro-scope.ts';
import { withoutEdits } from '../source/edits.ts';
import type {
  HtmlNotation,
  MacroScope,
  MarkdownContext,
  FindNamedFile,
  ReadImage,
  TextFinding,
  TextLink,
} from '../source/markdown-context.ts';
import { hasShortcodes, type ShortcodeSite } from '../shortcodes/expand-shortcodes.ts';
import { createBlockProcessor, type BlockProcessor } from './block-processor.ts';
import type { ParsedText } from './github-markdown.ts';
import { createInlineRenderer, type RenderInline } from './inline-renderer.ts';
import { renderPlainText, treeToPlainText } from './plain-text.ts';
import { tooNested } from '../source/tree-depth.ts';
import { prepareHtml, prepareText } from './prepare-text.ts';
import { findExcess, limitFindings, maxShownSource } from './text-limits.ts';

/** A text as HTML, and the files and findings in it. */
export interface RenderedText {
  html: string;
  /** The text without markup, blocks separated by blank lines; empty unless asked for. */
  text: string;
  hasMath: boolean;
  headings: MarkdownHeading[];
  /** Images with paths relative to the file, for Astro to import. */
  imagePaths: string[];
  /** Files of the bundle that the text links to or shows. */
  usedFiles: string[];
  findings: TextFinding[];
  /** The links of the text; only a check lists them. */
  links?: TextLink[];
}

interface BlockOptions {
  math: boolean;
  /** The macros of the page. Default: those of the site. */
  macros?: MacroScope;
  /** Highlights code blocks with a language. */
  highlight?: boolean;
  /** The text is a deck of slides: see `rehypeSlides`. */
  slides?: boolean;
  /** The file that contains the text; its image paths are relative to it. */
  fileURL?: URL;
  findFile?: FindNamedFile;
  /** Reads an image by its name in the text. */
  readImage?: ReadImage;
  /** Returns the address, below the base path, of the talk that a shortcode names. */
  findPage?: (name: string) => string | undefined;
  /** The text is MDX, without shortcodes: what looks like one is JavaScript. */
  isMdx?: boolean;
  /** The text is HTML, not Markdown. */
  html?: HtmlNotation;
  /** Returns the plain text too, with the shortcodes of this site. */
  plainTextSite?: ShortcodeSite;
}

/** Renders the Markdown of authors. */
export interface TextRenderer {
  /** Renders paragraphs, lists and figures: a body or an abstract. */
  block(source: string, options: BlockOptions): Promise<RenderedText>;
  inline: RenderInline;
  /** Returns the macros of a page: those of the site, and definitions of its own. */
  createMacros(definitions?: readonly string[]): MacroScope;
}

/**
 * Creates a renderer for Markdown with formulas. `base` is the site's base path.
 * @param macros Definitions of TeX that hold in all texts.
 */
export function createTextRenderer(
  base: string,
  origin?: string,
  macros: readonly string[] = [],
): TextRenderer {
  return catchRenderErrors(
    createProcessorRenderer(
      createBlockProcessor(base, origin),
      createInlineRenderer(base, { origin }),
      macros,
    ),
  );
}

/**
 * Creates a renderer that prepares texts for a Markdown processor and collects the findings of its
 * plugins.
 */
export function createProcessorRenderer(
  processor: BlockProcessor,
  inline: RenderInline,
  siteMacros: readonly string[],
): TextRenderer {
  // Most texts have no definitions of their own, and those of the site are parsed once.
  const siteScope = createMacroScope(siteMacros);
  const createMacros = (definitions: readonly string[] = []) =>
    definitions.length === 0 ? siteScope.copy() : createMacroScope([...siteMacros, ...definitions]);
  return {
    inline(source, options) {
      const macros = options.macros ?? createMacros();
      const { html, text, ...rest } = inline(source, { ...options, macros });
      return { ...rest, html: replaceUnknown(html), text: replaceUnknown(text) };
    },
    createMacros,
    async block(source, options) {
      const { math, fileURL, findFile, readImage, findPage, isMdx, html, plainTextSite } = options;
      const { highlight = false, slides = false, macros: macroScope = createMacros() } = options;
      const context: MarkdownContext = {
        ...{ math, highlight, slides, macroScope, ...(html && { html }) },
        ...(findFile && { findFile }),
        ...(readImage && { readImage }),
      };
      const shortcodes: ShortcodeSite = {
        hasFile: (name: string) => findFile?.(name) !== undefined,
        findPage: (name: string) => findPage?.(name),
      };
      const { text, findings, toSource } = isMdx
        ? { ...withoutEdits(source), findings: [] }
        : html
          ? prepareHtml(source, shortcodes)
          : prepareText(source, { shortcodes, math, slides, isLine: false, marks: true });
      let plainText = '';
      const onParse = ({ tree, isGithub }: ParsedText) => {
        // A plain text keeps the syntax of GitHub, and knows the files that shortcodes name.
        plainText =
          isGithub || hasShortcodes(source)
            ? renderPlainText(source, { math, macros: macroScope, shortcodes: plainTextSite! })
            : treeToPlainText(tree, { math, macros: macroScope });
      };
      const rendered = await processor.render(text, context, {
        fileURL,
        ...(plainTextSite && { onParse }),
      });
      return {
        html: replaceUnknown(rendered.html),
        headings: rendered.headings,
        text: replaceUnknown(plainText),
        hasMath: context.hasMath ?? false,
        imagePaths: rendered.imagePaths.filter(
          (path) => !findFile || findFile(path)?.place === 'bundle',
        ),
        usedFiles: context.usedFiles ?? [],
        ...(context.links && {
          links: context.links
            .map(({ url, position }) => ({ url, position: toSource(position) }))
            .sort((a, b) => comparePositions(a.position, b.position)),
        }),
        findings: limitFindings([
          ...findings,
          ...(context.findings ?? []).map((finding) => ({
            ...finding,
            position: toSource(finding.position),
          })),
        ]),
      };
    },
  };
}

type TextPosition = TextLink['position'];

function comparePositions(a: TextPosition, b: TextPosition): number {
  return a.line - b.line || a.column - b.column;
}

/**
 * Wraps a renderer so that it never throws, and renders no text that would take too long. A text that
 * cannot be rendered is shown as its source, with a warning.
 */
export function catchRenderErrors(renderer: TextRenderer): TextRenderer {
  return {
    createMacros: renderer.createMacros,
    inline(source, options) {
      const excess = findExcess(source);
      if (excess) {
        const text = source.slice(0, maxShownSource);
        return { html: toSourceHtml(text, 'code', excess.code), text, findings: [excess] };
      }
      try {
        return renderer.inline(source, options);
      } catch (error) {
        const finding = renderError(error);
        const html = toSourceHtml(source, 'code', finding.code);
        return { html, text: source, findings: [finding] };
      }
    },
    async block(source, options) {
      const excess = findExcess(source);
      if (excess) return { ...toSourceText(source, excess.code), findings: [excess] };
      try {
        return await renderer.block(source, options);
      } catch (error) {
        const finding = renderError(error);
        return { ...toSourceText(source, finding.code), findings: [finding] };
      }
    },
  };
}

/** Replaces the characters of Markdown for `&#0;` and other characters that do not exist. */
function replaceUnknown(text: string): string {
  return text.includes('\uFFFD') ? text.replaceAll('\uFFFD', '?') : text;
}

function toSourceText(source: string, code: string): RenderedText {
  const text = source.slice(0, maxShownSource);
  return { ...emptyText, html: toSourceHtml(text, 'pre', code), text };
}

function toSourceHtml(source: string, tag: 'code' | 'pre', code: string): string {
  return `<${tag} data-problem="${code}">${escapeHtml(source)}</${tag}>`;
}

/** A text without content. */
export const emptyText: RenderedText = {
  ...{ html: '', text: '', hasMath: false },
  ...{ headings: [], imagePaths: [], usedFiles: [], findings: [] },
};

function renderError(error: unknown): TextFinding {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const isNested = error instanceof RangeError;
  return {
    code: 'text/unreadable',
    message: isNested ? tooNested : `the text cannot be parsed: ${reason}`,
    result: 'so its source is shown',
    remedy: isNested ? 'Use fewer levels.' : 'Remove unusual Markdown or HTML from the text.',
    position: { line: 1, column: 1 },
  };
}
