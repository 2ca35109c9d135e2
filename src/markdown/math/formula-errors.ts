import type { Element, ElementContent, Properties, Text } from 'hast';
import type { KatexOptions } from 'katex';
import { buildFormula, parseFormula } from './extended-katex.ts';
import { toKatexMacros } from './macro-scope.ts';

/** The options with which all formulas are parsed and typeset. */
const katexOptions = { strict: 'ignore' } as const satisfies KatexOptions;

/** Returns the options for a formula with the author's macros. KaTeX adds macros to them. */
export function toKatexOptions(displayMode: boolean, definitions: string) {
  const macros = toKatexMacros(definitions);
  return { ...katexOptions, displayMode, ...(macros && { macros }) };
}

type Options = ReturnType<typeof toKatexOptions>;

/** Mathematical letters, for which KaTeX may have no font. */
const mayFailToBuild = /[\uD800-\uDFFF]/;
/** Types of parsed nodes that KaTeX cannot build, such as the `\relax` in `\sqrt\relax`. */
const unbuildableTypes: ReadonlySet<unknown> = new Set([
  ...['internal', 'infix', 'environment', 'leftright-right', 'tag', 'accent-token', 'op-token'],
  ...['color-token', 'raw', 'size', 'url'],
]);

/**
 * The most levels of parsed nodes. KaTeX recurses until the stack is full, and the stack of a worker thread is larger than
 * that of the main thread, so that only some threads could typeset a formula with a thousand levels.
 */
const maxLevels = 200;

/** The cause of a `FormulaError` if a formula has too many levels of groups. */
export class TooDeepError extends Error {}

/** Why KaTeX rejects a formula. */
export interface FormulaError {
  cause: unknown;
  /** The source text in red, if no part of the formula can be typeset. */
  element?: Element;
}

/** By mode and TeX: the same formulas occur many times on a site. Emptied when it is full. */
const knownErrors = new Map<string, FormulaError | undefined>();
const maxKnown = 5000;

/**
 * Returns why KaTeX rejects a formula; undefined for a valid formula.
 * @param definitions The definitions of the author's macros in it.
 */
export function findFormulaError(
  tex: string,
  display: boolean,
  definitions = '',
): FormulaError | undefined {
  const key = `${display} ${definitions} ${tex}`;
  if (knownErrors.has(key)) return knownErrors.get(key);
  if (knownErrors.size >= maxKnown) knownErrors.clear();
  const error = findError(tex, () => toKatexOptions(display, definitions));
  knownErrors.set(key, error);
  return error;
}

function findError(tex: string, createOptions: () => Options): FormulaError | undefined {
  try {
    const mayFail = hasUnbuildable(parseFormula(tex, createOptions())) || mayFailToBuild.test(tex);
    if (mayFail) buildFormula(tex, { ...createOptions(), throwOnError: true });
    return undefined;
  } catch (cause) {
    if (cause instanceof RangeError) return { cause: new TooDeepError() };
    if (cause instanceof TooDeepError) return { cause };
    const element = findErrorElement(tex, createOptions(), cause);
    return { cause, ...(element && { element }) };
  }
}

/**
 * Returns whether a parsed formula has a node that KaTeX cannot build.
 * @throws TooDeepError if it has more than this number of levels.
 */
function hasUnbuildable(node: unknown, levels = maxLevels): boolean {
  if (Array.isArray(node)) return node.some((item) => hasUnbuildable(item, levels));
  if (typeof node !== 'object' || node === null) return false;
  if (levels === 0) throw new TooDeepError();
  return Object.entries(node).some(([key, value]) =>
    // The location contains the parser.
    key === 'type'
      ? unbuildableTypes.has(value)
      : key !== 'loc' && hasUnbuildable(value, levels - 1),
  );
}

/** Returns undefined if KaTeX typesets the formula with its unknown commands in red. */
function findErrorElement(tex: string, options: Options, cause: unknown) {
  const className = ['katex-error'];
  const text: Text = { type: 'text', value: tex };
  try {
    const { classes, attributes, children } = buildFormula(tex, {
      ...options,
      throwOnError: false,
    });
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
