import type { Element, ElementContent, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { bundledLanguages, createHighlighter, type BundledLanguage } from 'shiki';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { codeTheme, inks } from './code-theme.ts';
import { environmentOf } from '../environment.ts';
import { visit } from 'unist-util-visit';

interface Options {
  /** Whether code is coloured in a file whose environment does not say so: in MDX. */
  highlightsIn?: ((file: string) => boolean) | undefined;
}

/**
 * Colours code whose language is named and known, by classes: no style stands in the page, so that the
 * strictest policy for style sheets allows it.
 */
export const rehypeHighlight: Plugin<[Options?], Root> = function ({ highlightsIn } = {}) {
  return (tree, file) => {
    if (!isWanted(file, highlightsIn)) return undefined;
    const blocks: { code: Element; language: BundledLanguage }[] = [];
    visit(tree, 'element', (pre) => {
      const [code] = pre.children;
      if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return;
      const language = languageOf(code);
      if (language) blocks.push({ code, language });
    });
    if (blocks.length === 0) return undefined;
    return Promise.all(
      blocks.map(async ({ code, language }) => {
        code.children = await colour(toText(code, { whitespace: 'pre' }), language);
      }),
    ).then(() => undefined);
  };
};

function isWanted(file: VFile, highlightsIn: Options['highlightsIn']): boolean {
  const { highlight } = environmentOf(file);
  return highlightsIn ? highlight !== false && highlightsIn(file.path) : highlight === true;
}

function languageOf({ properties }: Element): BundledLanguage | undefined {
  const names = Array.isArray(properties['className']) ? properties['className'] : [];
  const named = names.find((name) => String(name).startsWith('language-'));
  const language = String(named ?? '')
    .slice('language-'.length)
    .toLowerCase();
  return Object.hasOwn(bundledLanguages, language) ? (language as BundledLanguage) : undefined;
}

/** Made when the first code comes along: its grammars are read one by one. */
let highlighter: ReturnType<typeof createHighlighter> | undefined;

async function colour(code: string, lang: BundledLanguage): Promise<ElementContent[]> {
  const { loadLanguage, codeToTokensBase } = await (highlighter ??= createHighlighter({
    themes: [codeTheme],
    langs: [],
  }));
  await loadLanguage(lang);
  const theme = codeTheme.name as never;
  // No line is left half coloured because the machine was busy.
  const lines = codeToTokensBase(code.replace(/\n$/, ''), { lang, theme, tokenizeTimeLimit: 0 });
  return lines.flatMap((line, i) => [
    ...(i > 0 ? [plain('\n')] : []),
    ...line.map(({ content, color = '' }) => set(content, inks[color.toLowerCase()])),
  ]);
}

function set(content: string, className: string | undefined): ElementContent {
  if (className === undefined || content.trim() === '') return plain(content);
  const properties = { className: [className] };
  return { type: 'element', tagName: 'span', properties, children: [plain(content)] };
}

function plain(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}
