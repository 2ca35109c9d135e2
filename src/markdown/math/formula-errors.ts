import type { Element, ElementContent, Properties, Text } from 'hast';
import katex, { type KatexOptions } from 'katex';

/** The options with which all formulas are parsed and typeset. */
export const katexOptions: KatexOptions = { strict: 'ignore' };

/** An element that KaTeX has built. */
interface KatexNode {
  classes: string[];
  attributes: Record<string, string>;
  children: KatexNode[];
}

/** Functions of KaTeX that its types lack. */
interface KatexInternals {
  /** Throws most errors that `renderToString` throws, in a quarter of the time. */
  __parse(tex: string, options: KatexOptions): unknown;
  __renderToDomTree(tex: string, options: KatexOptions): KatexNode;
}
const { __parse: parseTex, __renderToDomTree: buildTree } = katex as unknown as KatexInternals;

/** Mathematical letters, for which KaTeX may have no font, and formulas that may have too many levels. */
const mayFailToBuild = /[\uD800-\uDFFF]|^[^]{2000}/;
/** Types of parsed nodes that KaTeX cannot build, such as the `\relax` in `\sqrt\relax`. */
const unbuildableTypes: ReadonlySet<unknown> = new Set([
  ...['internal', 'infix', 'environment', 'leftright-right', 'tag', 'accent-token', 'op-token'],
  ...['color-token', 'raw', 'size', 'url'],
]);

/** Why KaTeX rejects a formula. */
export interface FormulaError {
  cause: unknown;
  /** The source text in red, if no part of the formula can be typeset. */
  element?: Element;
}

/** By mode and TeX: the same formulas occur many times on a site. Emptied when it is full. */
const knownErrors = new Map<string, FormulaError | undefined>();
const maxKnown = 5000;

/** Returns why KaTeX rejects a formula; undefined for a valid formula. */
export function findFormulaError(tex: string, display: boolean): FormulaError | undefined {
  const key = `${display} ${tex}`;
  if (knownErrors.has(key)) return knownErrors.get(key);
  if (knownErrors.size >= maxKnown) knownErrors.clear();
  const error = findError(tex, { ...katexOptions, displayMode: display });
  knownErrors.set(key, error);
  return error;
}

function findError(tex: string, options: KatexOptions): FormulaError | undefined {
  try {
    if (mayFailToBuild.test(tex) || hasUnbuildable(parseTex(tex, options)))
      buildTree(tex, { ...options, throwOnError: true });
    return undefined;
  } catch (cause) {
    const element = findErrorElement(tex, options, cause);
    return { cause, ...(element && { element }) };
  }
}

function hasUnbuildable(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasUnbuildable);
  if (typeof node !== 'object' || node === null) return false;
  return Object.entries(node).some(([key, value]) =>
    // The location contains the parser.
    key === 'type' ? unbuildableTypes.has(value) : key !== 'loc' && hasUnbuildable(value),
  );
}

/** Returns undefined if KaTeX typesets the formula with its unknown commands in red. */
function findErrorElement(tex: string, options: KatexOptions, cause: unknown) {
  const className = ['katex-error'];
  const text: Text = { type: 'text', value: tex };
  try {
    const { classes, attributes, children } = buildTree(tex, { ...options, throwOnError: false });
    if (!classes.includes('katex-error')) return undefined;
    // KaTeX marks the script of the first character, such as Chinese.
    const script = children[0]?.classes ?? [];
    const content = script.length > 0 ? createSpan({ className: script }, text) : text;
    return createSpan({ className, ...attributes }, content);
  } catch {
    return createSpan({ className, style: 'color:#cc0000', title: String(cause) }, text);
  }
}

function createSpan(properties: Properties, child: ElementContent): Element {
  return { type: 'element', tagName: 'span', properties, children: [child] };
}
