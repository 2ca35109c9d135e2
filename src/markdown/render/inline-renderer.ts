import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type PluggableList, type Plugin } from 'unified';
import { VFile } from 'vfile';
import type { RichText } from '../../model/page/page-texts.ts';
import { simplifyTitle } from '../../model/page/title-markup.ts';
import type { ShortcodeSite } from '../shortcodes/expand-shortcodes.ts';
import { rejectDeepTrees } from '../source/tree-depth.ts';
import { remarkSmartPunctuation } from '../source/smart-punctuation.ts';
import type {
  MacroScope,
  MarkdownContext,
  FindNamedFile,
  TextFinding,
  TextLink,
} from '../source/markdown-context.ts';
import { treeToPlainText } from './plain-text.ts';
import { isPlainLine, type InlineKind } from './plain-line.ts';
import { createMarkdownPlugins } from './plugins.ts';
import { prepareText } from './prepare-text.ts';
import { remarkOnlyFindable } from './remark-only-findable.ts';

/** Renders one line of text. */
export type RenderInline = (
  source: string,
  options: {
    kind: InlineKind;
    math: boolean;
    /** The macros of the page. */
    macros?: MacroScope;
    shortcodes?: ShortcodeSite;
    findFile?: FindNamedFile;
  },
) => RichText & {
  findings: TextFinding[];
  /** The links of the text; only a check lists them. */
  links?: TextLink[];
};

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
const markup = ['autolink', 'codeText', 'htmlText', 'labelEnd'];
/** The HTML elements that a title may contain: a link may contain them too. */
const allowedElement = /(?:&#x3C;|<)(sub|sup|em|i)>([^]*?)(?:&#x3C;|<)\/\1>/g;

/**
 * Creates a renderer for single lines of text. Without `typeset` it only returns findings, with
 * empty texts.
 */
export function createInlineRenderer(
  base: string,
  { typeset = true, origin }: { typeset?: boolean; origin?: string | undefined } = {},
): RenderInline {
  const plugins = createMarkdownPlugins(base, { typeset, origin });
  const processors = {
    title: createProcessor(plugins, [...blocks, ...markup]),
    line: createProcessor(plugins, blocks, [typeset ? remarkSmartPunctuation : remarkOnlyFindable]),
  };
  return (source, { kind, math, macros, shortcodes, findFile }) => {
    if (isPlainLine(source, kind)) {
      const text = typeset ? source : '';
      return { html: text, text, findings: [] };
    }
    const shortcodeOptions = kind === 'line' && shortcodes ? { shortcodes } : {};
    const isTitle = kind === 'title';
    const prepared = prepareText(isTitle ? simplifyTitle(source) : source, {
      ...shortcodeOptions,
      ...{ math, isLine: true, marks: true },
    });
    const context: MarkdownContext = {
      math,
      ...(macros && { macroScope: macros }),
      ...(findFile && { findFile }),
    };
    const data = { astro: { frontmatter: context } };
    const file = new VFile({ value: prepared.text, data });
    const tree = processors[kind].parse(file);
    const htmlTree = processors[kind].runSync(tree, file);
    // The plugins have replaced quotation marks and dashes in the tree.
    const text = typeset ? treeToPlainText(tree, { math, ...(macros && { macros }) }) : '';
    const html = typeset ? processors[kind].stringify(htmlTree, file) : '';
    const inlineHtml = html.replace(/^<p>([\s\S]*)<\/p>\n*$/, '$1').replace(/<\/p>\s*<p>/g, '<br>');
    return {
      html: isTitle ? inlineHtml.replace(allowedElement, '<$1>$2</$1>') : inlineHtml,
      text: isTitle ? text.replace(allowedElement, '$2') : text,
      ...(context.hasMath && { hasMath: true }),
      ...(context.links && { links: context.links }),
      findings: [...prepared.findings, ...(context.findings ?? [])],
    };
  };
}

function createProcessor(
  { remarkPlugins, rehypePlugins }: ReturnType<typeof createMarkdownPlugins>,
  disabledConstructs: string[],
  extraPlugins: PluggableList = [],
) {
  return unified()
    .use(remarkParse)
    .use(disableConstructs, disabledConstructs)
    .use([rejectDeepTrees, ...extraPlugins, ...remarkPlugins] as PluggableList)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypePlugins as PluggableList)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();
}

const disableConstructs: Plugin<[string[]], Root> = function (names) {
  (this.data().micromarkExtensions ??= []).push({ disable: { null: names } });
};
