import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import { rehypeBareLinks } from './html/rehype-bare-links.ts';
import { rehypeBindFormulas } from './math/rehype-bind-formulas.ts';
import type { PictureReading } from '../model/picture.ts';
import { rehypeBasePath } from './html/rehype-base-path.ts';
import { rehypeCodeLines } from './code/rehype-code-lines.ts';
import { rehypeEmbeddedHtml } from './html/rehype-embedded-html.ts';
import { rehypeFormulas } from './math/rehype-formulas.ts';
import { rehypeHighlight } from './code/rehype-highlight.ts';
import { rehypeHeadingLevels } from './html/rehype-heading-levels.ts';
import { rehypeJsxElements } from './html/rehype-jsx-elements.ts';
import { rehypeLocalFiles } from './html/rehype-local-files.ts';
import { rehypeNoEmbeds } from './html/rehype-no-embeds.ts';
import { rehypeOwnHost } from './html/rehype-own-host.ts';
import { rehypePictures } from './html/rehype-pictures.ts';
import { rehypePlayers } from './html/rehype-players.ts';
import { rehypeSafeLinks } from './html/rehype-safe-links.ts';
import { rehypeScrollers } from './html/rehype-scrollers.ts';
import { rehypeSlides } from './slides/rehype-slides.ts';
import { rehypeSrcset } from './html/rehype-srcset.ts';
import { rehypeTaskLists } from './html/rehype-task-lists.ts';
import { remarkAlerts } from './source/remark-alerts.ts';
import { remarkCodeLines } from './code/remark-code-lines.ts';
import { remarkDiagrams } from './source/remark-diagrams.ts';
import { remarkMathOff } from './math/remark-math-off.ts';
import { remarkMendFormulas } from './math/remark-mend-formulas.ts';
import { remarkPandocMath } from './math/remark-pandoc-math.ts';
import { remarkWellFormedAddresses } from './source/remark-well-formed-addresses.ts';

interface PluginOptions {
  /** Where the site is published: scheme and host. */
  origin?: string | undefined;
  /** Without it, formulas are tried and left as they are. */
  typeset?: boolean;
  /** Reads a picture by its path, for texts that Astro renders itself: those in MDX. */
  readBeside?: (file: string) => Promise<PictureReading>;
  /** Whether code is coloured in a file that Astro renders itself. */
  highlightsIn?: (file: string) => boolean;
}

/** The one list of plugins, for `.md`, `.mdx` and Markdown inside front matter alike. */
export function markdownPlugins(
  base: string,
  { origin, typeset = true, readBeside, highlightsIn }: PluginOptions = {},
): { remarkPlugins: RemarkPlugins; rehypePlugins: RehypePlugins } {
  return {
    remarkPlugins: [
      remarkPandocMath,
      remarkMathOff,
      remarkMendFormulas,
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
      [rehypeOwnHost, { base, origin }],
      rehypeNoEmbeds,
      rehypePlayers,
      [rehypePictures, { readBeside }],
      rehypeLocalFiles,
      rehypeSrcset,
      [rehypeBasePath, { base }],
      rehypeBareLinks,
      rehypeHeadingLevels,
      rehypeScrollers,
      rehypeTaskLists,
      ...(typeset
        ? ([[rehypeHighlight, { highlightsIn }], rehypeBindFormulas] satisfies RehypePlugins)
        : []),
      rehypeCodeLines,
      // Last: a typeset formula is hundreds of elements that the others need not visit.
      [rehypeFormulas, { typeset }],
    ],
  };
}
