import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unified as createMarkdown } from '@astrojs/markdown-remark';
import { renderJSX } from 'astro/runtime/server/jsx.js';
import type { Element, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import rehypeKatex from 'rehype-katex';
import { unified, type Pluggable } from 'unified';
import { VFile } from 'vfile';
import { root } from '../../../scripts/project-node.mjs';
import type { MarkdownContext } from '../../../src/markdown/source/markdown-context.ts';
import { rehypeFormulas } from '../../../src/markdown/math/rehype-formulas.ts';
import { typesetFormulas } from '../../../src/markdown/math/typeset-page.ts';

/** A formula as an author writes it. */
export interface TestFormula {
  tex: string;
  display: boolean;
}

/** Returns the formulas inline and displayed. */
export function inBothModes(formulas: readonly string[]): TestFormula[] {
  return formulas.flatMap((tex) => [false, true].map((display) => ({ tex, display })));
}

/** A paragraph with a formula as HTML: as the renderer of lines and as that of blocks prints it. */
interface Typeset {
  line: string;
  block: string;
  isRejected: boolean;
}

/** Typesets a formula with rehype-katex, the reference. */
export function typesetByRehype(formula: TestFormula): Typeset {
  const { file, ...printed } = print(formula, [rehypeKatex, { strict: 'ignore' }]);
  return { ...printed, isRejected: file.messages.length > 0 };
}

/**
 * Typesets a formula as the pages of a site do, without the mark of a rejected one.
 * @throws Error if a rejected formula has no mark, or another one has.
 */
export function typesetLate(formula: TestFormula): Typeset {
  const { file, line, block } = print(formula, rehypeFormulas);
  const { frontmatter: { findings = [] } = {} } = file.data['astro'] as {
    frontmatter?: MarkdownContext;
  };
  const isRejected = findings.length > 0;
  const [markedLine, markedBlock] = [typesetFormulas(line), typesetFormulas(block)];
  for (const html of [markedLine, markedBlock]) {
    if (html.includes('data-problem="text/formula"') !== isRejected)
      throw new Error(
        `${formula.tex} is ${isRejected ? 'rejected without' : 'typeset with'} a mark`,
      );
  }
  return { line: removeMark(markedLine), block: removeMark(markedBlock), isRejected };
}

/** Removes the mark of the formula of a paragraph: an attribute, or an element around it. */
function removeMark(paragraph: string): string {
  return paragraph
    .replace(/<span data-problem="text\/formula">([^]*)<\/span>(?=<\/p>)/, '$1')
    .replace(' data-problem="text/formula"', '');
}

function print(formula: TestFormula, plugin: Pluggable) {
  const file = new VFile({ data: { astro: {} } });
  const processor = unified().use([plugin]);
  const tree = processor.runSync(toRoot([formula]), file) as Root;
  // The processor of Astro parses its elements again, which the renderer of lines does not.
  return { file, line: toHtml(tree), block: toHtml(raw(tree)) };
}

/** Returns the paragraphs of an MDX page, one for each formula. */
export async function printMdxByRehype(formulas: readonly TestFormula[]): Promise<string[]> {
  return splitParagraphs(await printMdx(formulas, [rehypeKatex, { strict: 'ignore' }]));
}

/** Returns the paragraphs of an MDX page, typeset as the pages of a site are. */
export async function printMdxLate(formulas: readonly TestFormula[]): Promise<string[]> {
  const paragraphs = splitParagraphs(typesetFormulas(await printMdx(formulas, rehypeFormulas)));
  return paragraphs.map(removeMark);
}

async function printMdx(formulas: readonly TestFormula[], plugin: Pluggable): Promise<string> {
  const insertFormulas = () => () => toRoot(formulas);
  const plugins = [insertFormulas, plugin] as never[];
  const markdown = createMarkdown({ rehypePlugins: plugins, gfm: false, smartypants: false });
  const compiler = await markdown.createMdxRenderer?.({ syntaxHighlight: false } as never, {
    ...{ optimize: false, sourcemap: false, srcDir: pathToFileURL(join(root, 'src/')) },
  });
  const { code } = await compiler!.process('', join(root, 'formulas.mdx'), {});
  // In the project, where the code finds Astro.
  const folder = mkdtempSync(join(root, 'node_modules/.formulas-'));
  try {
    const path = join(folder, 'formulas.mjs');
    writeFileSync(path, code);
    const { default: Content } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as {
      default: (props: object) => unknown;
    };
    return String(await renderJSX({} as never, Content({})));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function splitParagraphs(html: string): string[] {
  return html.split(/(?<=<\/p>)(?=<p>)/);
}

function toRoot(formulas: readonly TestFormula[]): Root {
  const children = formulas.map(({ tex, display }): Element => {
    const className = ['language-math', display ? 'math-display' : 'math-inline'];
    const code = createElement('code', { className }, { type: 'text', value: tex });
    return createElement('p', {}, code);
  });
  return { type: 'root', children };
}

function createElement(
  tagName: string,
  properties: Element['properties'],
  child: Element['children'][number],
): Element {
  return { type: 'element', tagName, properties, children: [child] };
}
