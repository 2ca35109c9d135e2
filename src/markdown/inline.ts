import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkSmartypants from 'remark-smartypants';
import { unified, type PluggableList, type Plugin } from 'unified';
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
  const processors = {
    title: processor(base, [...blocks, ...markup]),
    line: processor(base, blocks, [remarkSmartypants]),
  };
  return (written, { kind, math }) => {
    const environment: Environment = { math };
    const data = { astro: { frontmatter: environment } };
    const file = new VFile({ value: written, data });
    const tree = processors[kind].parse(file);
    const text = plainText(tree, { math });
    const html = processors[kind].stringify(processors[kind].runSync(tree, file), file);
    return {
      html: html.replace(/^<p>([\s\S]*)<\/p>\n*$/, '$1').replace(/<\/p>\s*<p>/g, '<br>'),
      text,
      findings: environment.findings ?? [],
    };
  };
}

function processor(base: string, disabled: string[], more: PluggableList = []) {
  const { remarkPlugins, rehypePlugins } = markdownPlugins(base);
  return unified()
    .use(remarkParse)
    .use(disableConstructs, disabled)
    .use([...more, ...remarkPlugins] as PluggableList)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypePlugins as PluggableList)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();
}

const disableConstructs: Plugin<[string[]], Root> = function (names) {
  (this.data().micromarkExtensions ??= []).push({ disable: { null: names } });
};
