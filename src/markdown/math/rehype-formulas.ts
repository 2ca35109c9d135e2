import type { Element, Parents, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { toText } from 'hast-util-to-text';
import type { Plugin } from 'unified';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import {
  formulaAttribute,
  toFormulaCode,
  type Printer,
} from '../../model/page/formula-placeholder.ts';
import { quote } from '../../schema/describe.ts';
import { addFinding, getMarkdownContext } from '../source/markdown-context.ts';
import { createMark } from '../source/problem-marks.ts';
import { findFormulaError, TooDeepError } from './formula-errors.ts';
import { definitionsAttribute } from './remark-formulas.ts';
import { toTypesetText } from './typeset-formula.ts';
import { findUnsupportedCommand, type UnsupportedCommand } from './unsupported-commands.ts';

/**
 * Replaces formulas with placeholders, which `typesetFormulas` replaces when their page is finished.
 * Sets `hasMath` of the context when the text has a formula. Adds an error for each formula that
 * KaTeX rejects, which the page shows as red source text.
 */
export const rehypeFormulas: Plugin<[], Root> = function () {
  return (tree, file) => replaceFormulas(tree, file, { inHeading: false });
};

/** What contains a formula. */
interface Surroundings {
  inHeading: boolean;
  /** The position of the innermost element that has one. */
  position?: Position | undefined;
}

/** A formula in a text, found as rehype-katex finds it. */
interface FoundFormula {
  tex: string;
  display: boolean;
  /** The element that has the class of formulas: inside the element that is replaced, or the same. */
  element: Element;
}

function replaceFormulas(parent: Parents, file: VFile, surroundings: Surroundings): void {
  for (const [i, child] of parent.children.entries()) {
    if (!('children' in child)) continue;
    const position = child.position ?? surroundings.position;
    const formula = findFormula(child);
    if (formula) {
      parent.children[i] = toElement(formula, file, { ...surroundings, position });
    } else {
      const inHeading = surroundings.inHeading || isHeading(child);
      replaceFormulas(child, file, { inHeading, position });
    }
  }
}

function findFormula(node: RootContent): FoundFormula | undefined {
  if (node.type !== 'element') return undefined;
  const classes = getClasses(node);
  if (node.tagName === 'pre') {
    // A fenced block of code with the language `math`.
    const code = node.children.find(isMathCode);
    if (code) return { tex: toTex(node), display: true, element: code };
  }
  const display = classes.includes('math-display');
  if (!display && !classes.includes('math-inline') && !classes.includes('language-math'))
    return undefined;
  return { tex: toTex(node), display, element: node };
}

function isMathCode(node: RootContent): node is Element {
  return (
    node.type === 'element' && node.tagName === 'code' && getClasses(node).includes('language-math')
  );
}

function getClasses({ properties: { className } }: Element): (string | number)[] {
  return Array.isArray(className) ? className : [];
}

function toTex(element: Element): string {
  const [child, ...others] = element.children;
  const isPlain = element.tagName === 'code' && others.length === 0 && child?.type === 'text';
  return isPlain ? child.value : toText(element, { whitespace: 'pre' });
}

function isHeading(node: RootContent): boolean {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName);
}

function toElement(
  { tex, display, element }: FoundFormula,
  file: VFile,
  { inHeading, position }: Surroundings,
): Element {
  const start = element.position ?? position;
  if (tex.length > maxFormulaLength) {
    const fault = `has ${tex.length} characters, more than ${maxFormulaLength}`;
    reportLongFormula(tex, fault, file, start);
    return toSource(tex, longFormulaCode);
  }
  getMarkdownContext(file).hasMath = true;
  const value = element.properties[definitionsAttribute];
  const definitions = typeof value === 'string' ? value : '';
  const error = findFormulaError(tex, display, definitions);
  if (error?.cause instanceof TooDeepError) {
    reportLongFormula(tex, 'has too many levels of nested groups', file, start);
    return toSource(tex, longFormulaCode);
  }
  const unsupported = error ? undefined : findUnsupportedCommand(definitions + tex);
  if (unsupported) reportUnsupported(tex, unsupported, file, start);
  if (unsupported?.shown === 'source') return toSource(tex, formulaErrorCode);
  if (error) reportError(file, element, error.cause, start);
  if (error?.element) {
    const { properties, ...shown } = structuredClone(error.element);
    return { ...shown, properties: { ...properties, dataProblem: formulaErrorCode } };
  }
  const printer: Printer = file.path?.endsWith('.mdx') ? 'jsx' : 'html';
  // Astro makes the ids of headings from their texts.
  const text = inHeading ? toTypesetText(tex, display, definitions) : '';
  const placeholder: Element = {
    ...{ type: 'element', tagName: 'span' },
    properties: { [formulaAttribute]: toFormulaCode({ tex, display, printer, definitions }) },
    children: text === '' ? [] : [{ type: 'text', value: text }],
  };
  return error || unsupported ? createMark(formulaErrorCode, [placeholder]) : placeholder;
}

const formulaErrorCode = 'text/formula';
const longFormulaCode = 'text/long-formula';

/**
 * The longest formula that is typeset, in characters. KaTeX's time grows with the square of the length:
 * it takes up to a second for one of 10,000 characters and a minute for one of 100,000.
 */
const maxFormulaLength = 10_000;

/** Returns the source of a formula that is not typeset, as code. */
function toSource(tex: string, code: string): Element {
  return {
    ...{ type: 'element', tagName: 'code', properties: { dataProblem: code } },
    children: [{ type: 'text', value: tex }],
  };
}

function reportLongFormula(
  tex: string,
  fault: string,
  file: VFile,
  position: Position | undefined,
): void {
  const { line = 1, column = 1 } = position?.start ?? {};
  addFinding(file, {
    code: 'text/long-formula',
    message: `the formula ${quote(tex)} ${fault}`,
    result: 'so its source is shown',
    remedy: 'Split it into several formulas, or use an image.',
    position: { line, column },
  });
}

function reportUnsupported(
  tex: string,
  { name, shown, remedy }: UnsupportedCommand,
  file: VFile,
  position: Position | undefined,
): void {
  const { line = 1, column = 1 } = position?.start ?? {};
  addFinding(file, {
    code: formulaErrorCode,
    message: `the formula ${quote(tex)} contains ${name}, which does not work in a formula`,
    result: shown === 'source' ? 'so its source is shown' : 'so its text is shown without a link',
    remedy,
    position: { line, column },
  });
}

function reportError(
  file: VFile,
  element: Element,
  cause: unknown,
  position: Position | undefined,
): void {
  const { line = 1, column = 1 } = position?.start ?? {};
  addFinding(file, {
    code: formulaErrorCode,
    message: `the formula ${quote(toString(element))} cannot be typeset: ${toReason(cause)}`,
    remedy: 'Correct the TeX, or write \\$ for a dollar sign.',
    position: { line, column },
  });
}

/** KaTeX appends a position counted from the start of the formula, with an excerpt of it. */
function toReason(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text
    .replace(/^KaTeX parse error:\s*/, '')
    .replace(/ at (position \d+|end of input):[\s\S]*$/, '')
    .replace(/\.$/, '');
}
