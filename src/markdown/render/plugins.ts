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
import { rehypeLocalFiles, rehypeSrcset } from '../html/rehype-files.ts';
import { rehypeImages } from '../html/rehype-images.ts';
import { rehypeEmbeddedHtml, rehypeJsxElements } from '../html/rehype-raw-html.ts';
import { rehypeBindFormulas } from '../math/rehype-bind-formulas.ts';
import { rehypeFormulas } from '../math/rehype-formulas.ts';
import { remarkMathOff } from '../math/remark-math-off.ts';
import { remarkRepairFormulas } from '../math/repair-formula.ts';
import { rehypeSlides } from '../slides/rehype-slides.ts';
import { remarkPandocMath } from '../source/pandoc-math.ts';
import { remarkAlerts } from '../source/remark-alerts.ts';

interface PluginOptions {
  /** Where the site is published: scheme and host. */
  origin?: string | undefined;
  /** Without it, plugins that only change the look of a text are left out. */
  typeset?: boolean;
  /** Reads an image by its path, for texts that Astro renders itself: those in MDX. */
  readImageFile?: (file: string) => Promise<ImageProperties>;
  /** Returns whether code is highlighted in a file that Astro renders itself. */
  isHighlightedFile?: (file: string) => boolean;
}

/** Returns the plugins for `.md`, `.mdx` and Markdown in front matter, in their order. */
export function createMarkdownPlugins(
  base: string,
  { origin, typeset = true, readImageFile, isHighlightedFile }: PluginOptions = {},
): { remarkPlugins: RemarkPlugins; rehypePlugins: RehypePlugins } {
  return {
    remarkPlugins: [
      remarkPandocMath,
      remarkMathOff,
      remarkRepairFormulas,
      remarkWellFormedAddresses,
      remarkAlerts,
      remarkDiagrams,
      remarkCodeLines,
    ],
    rehypePlugins: [
      rehypeEmbeddedHtml,
      rehypeJsxElements,
      [rehypeSlides, { base }],
      rehypeSafeLinks,
      [rehypeSiteHost, { base, origin }],
      rehypeNoEmbeds,
      rehypePlayers,
      [rehypeImages, { readImageFile }],
      rehypeLocalFiles,
      rehypeSrcset,
      [rehypeBasePath, { base }],
      rehypeBareLinks,
      rehypeHeadingLevels,
      rehypeScrollers,
      rehypeTaskLists,
      ...(typeset
        ? ([[rehypeHighlight, { isHighlightedFile }], rehypeBindFormulas] satisfies RehypePlugins)
        : []),
      rehypeCodeLines,
      rehypeFormulas,
    ],
  };
}
