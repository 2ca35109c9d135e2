import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkSmartypants from 'remark-smartypants';
import { unified, type Plugin } from 'unified';
import type { Root } from 'mdast';
import { VFile } from 'vfile';
import type { Environment, TextFinding } from './environment.ts';
import { plainText } from './plain-text.ts';
import { markdownPlugins } from './plugins.ts';

/** One line of text from front matter, for a page (`html`) and for everything else (`text`). */
export interface InlineText {
  html: string;
  text: string;
}

/**
 * How much Markdown is understood in a line. A title is text with formulas, as Hugo Academic had
 * it; a caption, an event or a summary may hold emphasis and links too, but never a heading or list.
 */
export type InlineKind = 'title' | 'line';

export type RenderInline = (
  written: string,
  options: { kind: InlineKind; math: boolean },
) => InlineText & { findings: TextFinding[] };

const blocks = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'mathFlow',
  'setextUnderline',
  'thematicBreak',
];
const markup = ['attention', 'autolink', 'codeText', 'htmlText', 'labelEnd'];

export function createInlineRenderer(base: string): RenderInline {
  const processors = { title: processor([...blocks, ...markup]), line: processor(blocks) };
  const { rehypePlugins } = markdownPlugins(base);
  const stringifiers = {
    title: processors.title().use(remarkRehype).use(rehypeKatex),
    line: processors.line().use(remarkSmartypants).use(remarkRehype, { allowDangerousHtml: true }),
  };
  stringifiers.title.use(rehypePlugins.slice(1) as never);
  stringifiers.line.use(rehypePlugins as never);

  return (written, { kind, math }) => {
    const environment: Environment = { math };
    const data = { astro: { frontmatter: environment } };
    const file = new VFile({ value: written, data });
    const stringifier = stringifiers[kind]().use(rehypeStringify, { allowDangerousHtml: true });
    const html = String(stringifier.processSync(file));
    return {
      html: html.replace(/^<p>([\s\S]*)<\/p>\n*$/, '$1').replace(/<\/p>\s*<p>/g, '<br>'),
      text: plainText(processors[kind]().parse(written), { math }),
      findings: environment.findings ?? [],
    };
  };
}

function processor(disabled: string[]) {
  const { remarkPlugins } = markdownPlugins('/');
  return unified()
    .use(remarkParse)
    .use(disableConstructs, disabled)
    .use(remarkPlugins as never);
}

const disableConstructs: Plugin<[string[]], Root> = function (names) {
  (this.data().micromarkExtensions ??= []).push({ disable: { null: names } });
};
