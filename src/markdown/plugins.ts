import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import { rehypeBareLinks } from './rehype-bare-links.ts';
import { rehypeBindFormulas } from './rehype-bind-formulas.ts';
import type { PictureReading } from '../model/picture.ts';
import { rehypeBasePath } from './rehype-base-path.ts';
import { rehypeCodeLines } from './rehype-code-lines.ts';
import { rehypeEmbeddedHtml } from './rehype-embedded-html.ts';
import { rehypeFormulaFindings } from './rehype-formula-findings.ts';
import { rehypeHighlight } from './rehype-highlight.ts';
import { rehypeHeadingLevels } from './rehype-heading-levels.ts';
import { rehypeJsxElements } from './rehype-jsx-elements.ts';
import { rehypeLocalFiles } from './rehype-local-files.ts';
import { rehypeNoEmbeds } from './rehype-no-embeds.ts';
import { rehypePictures } from './rehype-pictures.ts';
import { rehypePlayers } from './rehype-players.ts';
import { rehypeSafeLinks } from './rehype-safe-links.ts';
import { rehypeScrollers } from './rehype-scrollers.ts';
import { rehypeSlides } from './rehype-slides.ts';
import { rehypeSrcset } from './rehype-srcset.ts';
import { rehypeTryFormulas } from './rehype-try-formulas.ts';
import { remarkAlerts } from './remark-alerts.ts';
import { remarkCodeLines } from './remark-code-lines.ts';
import { remarkDiagrams } from './remark-diagrams.ts';
import { remarkMathOff } from './remark-math-off.ts';
import { remarkMendFormulas } from './remark-mend-formulas.ts';
import { remarkPandocMath } from './remark-pandoc-math.ts';
import { remarkWellFormedAddresses } from './remark-well-formed-addresses.ts';

interface PluginOptions {
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
  { typeset = true, readBeside, highlightsIn }: PluginOptions = {},
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
      rehypeNoEmbeds,
      rehypePlayers,
      [rehypePictures, { readBeside }],
      rehypeLocalFiles,
      rehypeSrcset,
      [rehypeBasePath, { base }],
      rehypeBareLinks,
      rehypeHeadingLevels,
      rehypeScrollers,
      ...(typeset
        ? ([[rehypeHighlight, { highlightsIn }], rehypeBindFormulas] satisfies RehypePlugins)
        : []),
      rehypeCodeLines,
      // Last: a typeset formula is hundreds of elements that the others need not visit.
      [typeset ? rehypeKatex : rehypeTryFormulas, { strict: 'ignore' }],
      rehypeFormulaFindings,
    ],
  };
}
