import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import { rehypeBareLinks } from './rehype-bare-links.ts';
import { rehypeBasePath } from './rehype-base-path.ts';
import { rehypeEmbeddedHtml } from './rehype-embedded-html.ts';
import { rehypeFormulaFindings } from './rehype-formula-findings.ts';
import { rehypeHeadingLevels } from './rehype-heading-levels.ts';
import { rehypeLocalFiles } from './rehype-local-files.ts';
import { rehypeNoEmbeds } from './rehype-no-embeds.ts';
import { rehypeSafeLinks } from './rehype-safe-links.ts';
import { rehypeTables } from './rehype-tables.ts';
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
      rehypeSafeLinks,
      rehypeNoEmbeds,
      rehypeLocalFiles,
      [rehypeBasePath, { base }],
      rehypeBareLinks,
      rehypeHeadingLevels,
      rehypeTables,
      // Last: a typeset formula is hundreds of elements that the others need not visit.
      [typeset ? rehypeKatex : rehypeTryFormulas, { strict: 'ignore' }],
      rehypeFormulaFindings,
    ],
  };
}
