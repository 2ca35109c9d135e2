import type { unified } from '@astrojs/markdown-remark';
import { smartPunctuation } from '../../markdown/source/punctuation-options.ts';

type Options = NonNullable<Parameters<typeof unified>[0]>;
type Processor = ReturnType<typeof unified>;

/**
 * Returns the processor that `unified` of @astrojs/markdown-remark returns, but loads that package, 145 modules, only when
 * Astro renders a text with it: an MDX file, or Markdown that a page imports.
 */
export function createMarkdownProcessor({
  remarkPlugins = [],
  rehypePlugins = [],
}: Pick<Options, 'remarkPlugins' | 'rehypePlugins'>): Processor {
  const options: Processor['options'] = {
    remarkPlugins: [...remarkPlugins],
    rehypePlugins: [...rehypePlugins],
    remarkRehype: {},
    recmaPlugins: [],
    smartypants: smartPunctuation,
  };
  const load = async () => (await import('@astrojs/markdown-remark')).unified(options);
  return {
    name: 'unified',
    options,
    createRenderer: async (shared) => (await load()).createRenderer(shared),
    createMdxRenderer: async (shared, mdx) => (await load()).createMdxRenderer!(shared, mdx),
  };
}
