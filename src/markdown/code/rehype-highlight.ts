import type { Element, ElementContent, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import {
  bundledLanguages,
  createHighlighter,
  type BundledLanguage,
  type ThemeRegistrationRaw,
} from 'shiki';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { getMarkdownContext } from '../source/markdown-context.ts';
import { visit } from '../source/visit.ts';

/**
 * The colours of the theme below. Shiki returns colours only; they identify classes and are never
 * shown.
 */
const textColor = '#000000';
const commentColor = '#000001';
const keywordColor = '#000002';
const stringColor = '#000003';
const valueColor = '#000004';

/**
 * The class in `styles/code.css` for each colour. Other tokens keep the colour of the text around
 * them.
 */
export const codeClasses: Readonly<Record<string, string>> = {
  [commentColor]: 'code-remark',
  [keywordColor]: 'code-word',
  [stringColor]: 'code-text',
  [valueColor]: 'code-value',
};

interface HighlightOptions {
  /** Whether to highlight a file whose context does not say so: one in MDX. */
  isHighlightedFile?: ((file: string) => boolean) | undefined;
}

/**
 * Highlights code blocks whose language Shiki knows. Writes classes and no inline styles, so that
 * pages share one style sheet and need no exception in the Content-Security-Policy.
 */
export const rehypeHighlight: Plugin<[HighlightOptions?], Root> = function ({
  isHighlightedFile,
} = {}) {
  return (tree, file) => {
    if (!isHighlighted(file, isHighlightedFile)) return undefined;
    const blocks: { code: Element; language: BundledLanguage }[] = [];
    visit(tree, 'element', (pre) => {
      const [code] = pre.children;
      if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return;
      const language = findLanguage(code);
      if (language) blocks.push({ code, language });
    });
    if (blocks.length === 0) return undefined;
    return Promise.all(
      blocks.map(async ({ code, language }) => {
        code.children = await highlight(toText(code, { whitespace: 'pre' }), language);
      }),
    ).then(() => undefined);
  };
};

function isHighlighted(
  file: VFile,
  isHighlightedFile: HighlightOptions['isHighlightedFile'],
): boolean {
  const { highlight } = getMarkdownContext(file);
  return isHighlightedFile
    ? highlight !== false && isHighlightedFile(file.path)
    : highlight === true;
}

function findLanguage({ properties }: Element): BundledLanguage | undefined {
  const names = Array.isArray(properties['className']) ? properties['className'] : [];
  const languageClass = names.find((name) => String(name).startsWith('language-'));
  const language = String(languageClass ?? '')
    .slice('language-'.length)
    .toLowerCase();
  return Object.hasOwn(bundledLanguages, language) ? (language as BundledLanguage) : undefined;
}

/** Created for the first code block; loads each grammar when a block needs it. */
let highlighter: ReturnType<typeof createHighlighter> | undefined;

async function highlight(code: string, lang: BundledLanguage): Promise<ElementContent[]> {
  const { loadLanguage, codeToTokensBase } = await (highlighter ??= createHighlighter({
    themes: [codeTheme],
    langs: [],
  }));
  await loadLanguage(lang);
  const theme = codeTheme.name as never;
  // By default, Shiki leaves long lines partly without colours on a slow machine.
  const lines = codeToTokensBase(code.replace(/\n$/, ''), { lang, theme, tokenizeTimeLimit: 0 });
  return lines.flatMap((line, i) => [
    ...(i > 0 ? [createText('\n')] : []),
    ...line.map((token) => toNode(token.content, codeClasses[(token.color ?? '').toLowerCase()])),
  ]);
}

function toNode(content: string, className: string | undefined): ElementContent {
  if (className === undefined || content.trim() === '') return createText(content);
  const properties = { className: [className] };
  return { type: 'element', tagName: 'span', properties, children: [createText(content)] };
}

function createText(content: string): { type: 'text'; value: string } {
  return { type: 'text', value: content };
}

/** A theme of four colours, by the scopes of TextMate grammars. */
const codeTheme: ThemeRegistrationRaw = {
  name: 'lectern',
  type: 'light',
  fg: textColor,
  bg: '#ffffff',
  settings: [
    { settings: { foreground: textColor, background: '#ffffff' } },
    toThemeSetting(commentColor, 'comment', 'punctuation.definition.comment', 'markup.deleted'),
    toThemeSetting(
      keywordColor,
      ...['keyword', 'storage', 'entity.name.tag', 'markup.heading', 'support.type.property-name'],
      ...['variable.language', 'support.function', 'entity.name.section'],
    ),
    toThemeSetting(textColor, 'keyword.operator', 'storage.type.function.arrow'),
    toThemeSetting(
      keywordColor,
      'keyword.operator.logical.python',
      'keyword.operator.expression',
      'keyword.operator.new',
    ),
    toThemeSetting(
      stringColor,
      'string',
      'punctuation.definition.string',
      'markup.inserted',
      'markup.raw',
    ),
    toThemeSetting(
      valueColor,
      'constant',
      'entity.name.function',
      'entity.name.type',
      'entity.name.class',
    ),
    toThemeSetting(
      textColor,
      'string meta.interpolation',
      'string source',
      'meta.template.expression',
    ),
  ],
};

function toThemeSetting(foreground: string, ...scope: string[]) {
  return { scope, settings: { foreground } };
}
