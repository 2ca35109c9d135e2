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
    if (mayFailToBuild.test(tex) || hasUnbuildable(parseFormula(tex, createOptions())))
      buildFormula(tex, { ...createOptions(), throwOnError: true });
    return undefined;
  } catch (cause) {
    const element = findErrorElement(tex, createOptions(), cause);
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
