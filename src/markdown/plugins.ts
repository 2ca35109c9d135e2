import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import { rehypeBareLinks } from './rehype-bare-links.ts';
import { rehypeBasePath } from './rehype-base-path.ts';
import { rehypeEmbeddedHtml } from './rehype-embedded-html.ts';
import { rehypeFormulaFindings } from './rehype-formula-findings.ts';
import { rehypeHeadingLevels } from './rehype-heading-levels.ts';
import { rehypeLocalFiles } from './rehype-local-files.ts';
import { rehypeMdxFrames } from './rehype-mdx-frames.ts';
import { rehypeNoEmbeds } from './rehype-no-embeds.ts';
import { rehypePlayers } from './rehype-players.ts';
import { rehypeSafeLinks } from './rehype-safe-links.ts';
import { rehypeScrollers } from './rehype-scrollers.ts';
import { rehypeTryFormulas } from './rehype-try-formulas.ts';
import { remarkMathOff } from './remark-math-off.ts';
import { remarkMendFormulas } from './remark-mend-formulas.ts';
import { remarkPandocMath } from './remark-pandoc-math.ts';
import { remarkWellFormedAddresses } from './remark-well-formed-addresses.ts';

/**
 * The one list of plugins, for `.md`, `.mdx` and Markdown inside front matter alike. Without
 * `typeset` formulas are tried and left as they are.
 */
export function markdownPlugins(
  base: string,
  { typeset } = { typeset: true },
): { remarkPlugins: RemarkPlugins; rehypePlugins: RehypePlugins } {
  return {
    remarkPlugins: [remarkPandocMath, remarkMathOff, remarkMendFormulas, remarkWellFormedAddresses],
    rehypePlugins: [
      rehypeEmbeddedHtml,
      rehypeMdxFrames,
      rehypeSafeLinks,
      rehypeNoEmbeds,
      rehypePlayers,
      rehypeLocalFiles,
      [rehypeBasePath, { base }],
      rehypeBareLinks,
      rehypeHeadingLevels,
      rehypeScrollers,
      // Last: a typeset formula is hundreds of elements that the others need not visit.
      [typeset ? rehypeKatex : rehypeTryFormulas, { strict: 'ignore' }],
      rehypeFormulaFindings,
    ],
  };
}
