import type { Element, Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { toText } from 'hast-util-to-text';
import katex from 'katex';
import rehypeKatex from 'rehype-katex';
import type { Plugin } from 'unified';
import type { Point, Position } from 'unist';
import { EXIT, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { quote } from '../../schema/describe.ts';
import { addFinding, getMarkdownContext } from '../source/markdown-context.ts';

interface FormulaOptions {
  /** Without it, KaTeX only parses the formulas, and the tree does not change. */
  typeset: boolean;
}

const katexOptions: katex.KatexOptions = { strict: 'ignore' };

/**
 * Typesets formulas with rehype-katex. Sets `hasMath` of the context when the text has a
 * formula, and adds an error for each formula that KaTeX rejects, which the page shows as red
 * source text.
 */
export const rehypeFormulas: Plugin<[FormulaOptions], Root> = function ({ typeset }) {
  const typesetAll = rehypeKatex.call(this as never, katexOptions);
  return (tree, file) => {
    if (!hasFormula(tree)) return;
    getMarkdownContext(file).hasMath = true;
    if (typeset) typesetAll(tree, file);
    else parseFormulas(tree, file);
    reportRejected(file);
  };
};

/** The classes by which rehype-katex finds formulas. */
const formulaClasses = ['math-inline', 'math-display', 'language-math'];

function hasFormula(tree: Root): boolean {
  let found = false;
  visit(tree, 'element', (element) => {
    if (!isFormula(element)) return undefined;
    found = true;
    return EXIT;
  });
  return found;
}

function isFormula(element: Element): boolean {
  return formulaClasses.some((name) => getClasses(element).includes(name));
}

function getClasses({ properties: { className } }: Element): (string | number)[] {
  return Array.isArray(className) ? className : [];
}

/** Adds the messages that rehype-katex would add. */
function parseFormulas(tree: Root, file: VFile): void {
  visit(tree, 'element', (element, _, parent) => {
    const cause = isFormula(element) ? findParseError(element, parent) : undefined;
    if (!cause) return;
    file.message('Could not render math with KaTeX', {
      ...{ ancestors: [...(parent ? [parent] : []), element], cause, source: 'rehype-katex' },
      ...(element.position && { place: element.position }),
    });
  });
}

function findParseError(element: Element, parent: Nodes | undefined): Error | undefined {
  const classes = getClasses(element);
  const isBlock =
    classes.includes('language-math') &&
    element.tagName === 'code' &&
    parent?.type === 'element' &&
    parent.tagName === 'pre';
  const displayMode = isBlock || classes.includes('math-display');
  const tex = toText(element, { whitespace: 'pre' });
  const key = `${displayMode} ${tex}`;
  if (!parseErrors.has(key)) parseErrors.set(key, parseTex(tex, displayMode));
  return parseErrors.get(key);
}

/** By mode and TeX: the same formulas occur many times on a site. */
const parseErrors = new Map<string, Error | undefined>();

/** Returns the error with which KaTeX rejects a formula; undefined for a valid formula. */
function parseTex(tex: string, displayMode: boolean): Error | undefined {
  try {
    katex.renderToString(tex, { ...katexOptions, displayMode, throwOnError: true });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function reportRejected(file: VFile): void {
  for (const message of file.messages) {
    if (message.source !== 'rehype-katex') continue;
    const ancestors = message.ancestors ?? [];
    // A display formula has no position; its parent has one.
    const place = toSpan(message.place) ?? ancestors.findLast(({ position }) => position)?.position;
    const formula = quote(toString(ancestors.at(-1) as Element));
    addFinding(file, {
      code: 'text/formula',
      severity: 'error',
      message: `the formula ${formula} cannot be typeset: ${toReason(message.cause)}`,
      remedy: 'Correct the TeX, or write \\$ for a dollar sign.',
      position: { line: place?.start.line ?? 1, column: place?.start.column ?? 1 },
    });
  }
}

/** KaTeX appends a position counted from the start of the formula, with an excerpt of it. */
function toReason(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text
    .replace(/^KaTeX parse error:\s*/, '')
    .replace(/ at (position \d+|end of input):[\s\S]*$/, '')
    .replace(/\.$/, '');
}

function toSpan(place: Point | Position | null | undefined): Position | undefined {
  return place && 'start' in place ? place : undefined;
}
