import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import { rehypeBasePath } from './rehype-base-path.ts';
import { rehypeEmbeddedHtml } from './rehype-embedded-html.ts';
import { rehypeFormulaFindings } from './rehype-formula-findings.ts';
import { rehypeHeadingLevels } from './rehype-heading-levels.ts';
import { rehypeLocalFiles } from './rehype-local-files.ts';
import { rehypeNoEmbeds } from './rehype-no-embeds.ts';
import { rehypeSafeLinks } from './rehype-safe-links.ts';
import { remarkMathOff } from './remark-math-off.ts';
import { remarkPandocMath } from './remark-pandoc-math.ts';

/** The one list of plugins, for `.md`, `.mdx` and Markdown inside front matter alike. */
export function markdownPlugins(base: string): {
  remarkPlugins: RemarkPlugins;
  rehypePlugins: RehypePlugins;
} {
  return {
    remarkPlugins: [remarkPandocMath, remarkMathOff],
    rehypePlugins: [
      rehypeEmbeddedHtml,
      rehypeSafeLinks,
      rehypeNoEmbeds,
      rehypeLocalFiles,
      [rehypeBasePath, { base }],
      rehypeHeadingLevels,
      // Last: a typeset formula is hundreds of elements that the others need not visit.
      [rehypeKatex, { strict: 'ignore' }],
      rehypeFormulaFindings,
    ],
  };
}
