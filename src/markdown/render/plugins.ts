import type { Root as HtmlRoot } from 'hast';
import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import type { ImageProperties } from '../../model/page/image-errors.ts';
import { rehypeCodeLines, remarkCodeLines } from '../code/code-lines.ts';
import { rehypeHighlight } from '../code/rehype-highlight.ts';
import { remarkDiagrams } from '../code/remark-diagrams.ts';
import {
  rehypeHeadingLevels,
  rehypeScrollers,
  rehypeTaskLists,
} from '../html/rehype-accessibility.ts';
import {
  rehypeBareLinks,
  rehypeBasePath,
  rehypeSiteHost,
  rehypeSafeLinks,
  remarkWellFormedAddresses,
} from '../html/addresses.ts';
import { rehypeNoEmbeds, rehypePlayers } from '../html/rehype-embeds.ts';
import { rehypeFrames } from '../html/rehype-frames.ts';
import { rehypeListLinks, remarkListLinks } from '../html/link-list.ts';
import { rehypeLocalFiles, rehypeSrcset } from '../html/rehype-files.ts';
import { rehypeImages } from '../html/rehype-images.ts';
import { rehypeDroppedTags, rehypeUnsupportedHtml } from '../html/rehype-unsupported-html.ts';
import { rehypeEmbeddedHtml, rehypeHtmlText, rehypeJsxElements } from '../html/rehype-raw-html.ts';
import { rehypeBindFormulas } from '../math/rehype-bind-formulas.ts';
import { rehypeFormulas } from '../math/rehype-formulas.ts';
import { remarkMathOff } from '../math/remark-math-off.ts';
import { remarkFormulas } from '../math/remark-formulas.ts';
import { rehypeSlides } from '../slides/rehype-slides.ts';
import { remarkHeadingAttributes } from '../source/attribute-lists.ts';
import { remarkDefinitionLists } from '../source/definition-lists.ts';
import { jsxElements } from '../source/jsx-elements.ts';
import { onlyFor, rehypeListKinds, remarkListKinds } from '../source/node-kinds.ts';
import { remarkPandocMath } from '../source/pandoc-math.ts';
import { remarkAlerts } from '../source/remark-alerts.ts';
import { rejectDeepTrees } from '../source/tree-depth.ts';

interface PluginOptions {
  /** Where the site is published: scheme and host. */
  origin?: string | undefined;
  /** Definitions of TeX that hold in all texts. */
  macros?: readonly string[];
  /** Without it, plugins that only change the look of a text are left out, and links are listed. */
  typeset?: boolean;
  /** Reads an image by its path, for texts that Astro renders itself: those in MDX. */
  readImageFile?: (file: string) => Promise<ImageProperties>;
  /** Returns whether code is highlighted in a file that Astro renders itself. */
  isHighlightedFile?: (file: string) => boolean;
}

/** For plugins that find elements and attributes which only HTML in a text can have. */
const htmlOnly: string[] = [];

/** Returns the plugins for `.md`, `.mdx` and Markdown in front matter, in their order. */
export function createMarkdownPlugins(
  base: string,
  { origin, macros = [], typeset = true, readImageFile, isHighlightedFile }: PluginOptions = {},
): { remarkPlugins: RemarkPlugins; rehypePlugins: RehypePlugins } {
  return {
    remarkPlugins: [
      rejectDeepTrees,
      remarkListKinds,
      ...(typeset ? [] : [remarkListLinks]),
      onlyFor(['inlineMath', 'math'], remarkPandocMath),
      onlyFor(['inlineMath', 'math'], remarkMathOff),
      [onlyFor(['inlineMath', 'math', 'code'], remarkFormulas), { macros }],
      onlyFor(['image', 'definition'], remarkWellFormedAddresses),
      onlyFor(['heading'], remarkHeadingAttributes),
      onlyFor(['paragraph'], remarkDefinitionLists),
      onlyFor(['blockquote'], remarkAlerts),
      onlyFor(['code'], remarkDiagrams),
      onlyFor(['code'], remarkCodeLines),
    ],
    rehypePlugins: [
      onlyFor(['html'], rehypeHtmlText),
      onlyFor(['html'], rehypeDroppedTags),
      onlyFor(['html'], rehypeEmbeddedHtml),
      onlyFor(jsxElements, rehypeJsxElements),
      onlyFor<[], HtmlRoot>(['html'], rejectDeepTrees),
      onlyFor(['html', ...jsxElements], rehypeUnsupportedHtml),
      rehypeListKinds,
      ...(typeset ? [] : [onlyFor(['a', 'area'], rehypeListLinks)]),
      [rehypeSlides, { base }],
      onlyFor(['a', 'img'], rehypeSafeLinks),
      [onlyFor(['a', 'img'], rehypeSiteHost), { base, origin }],
      onlyFor(['img'], rehypeNoEmbeds),
      onlyFor(htmlOnly, rehypePlayers),
      [onlyFor(['img'], rehypeImages), { readImageFile }],
      onlyFor(htmlOnly, rehypeFrames),
      onlyFor(['a', 'img'], rehypeLocalFiles),
      onlyFor(htmlOnly, rehypeSrcset),
      [onlyFor(['a', 'img'], rehypeBasePath), { base }],
      onlyFor(['a', 'img'], rehypeBareLinks),
      onlyFor(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], rehypeHeadingLevels),
      onlyFor(['pre', 'table'], rehypeScrollers),
      onlyFor(['input'], rehypeTaskLists),
      ...(typeset
        ? ([
            [onlyFor(['pre'], rehypeHighlight), { isHighlightedFile }],
            onlyFor(['code'], rehypeBindFormulas),
          ] satisfies RehypePlugins)
        : []),
      onlyFor(['pre'], rehypeCodeLines),
      onlyFor(['code'], rehypeFormulas),
    ],
  };
}
