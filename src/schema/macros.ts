import { describe, isMap, quote } from './describe.ts';
import { isEmpty, optionalField, type FieldDocs, type ReportIssue } from './field.ts';

/**
 * Reads macros: a map from names to TeX, or to lists of TeX, number of arguments and default of the
 * first one, as in settings of MathJax; or definitions in TeX. Returns definitions in TeX.
 */
export function readMacros(value: unknown, reportIssue: ReportIssue): string[] | undefined {
  const texts = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isDefinition);
  if (texts.length > 0) return texts;
  if (!isMap(value)) {
    reportIssue({
      code: 'macros',
      message: `must be a map, not ${describe(value)}`,
      remedy: "Write one macro per line, indented below the key, such as KL: 'D_{\\mathrm{KL}}'.",
    });
    return undefined;
  }
  const definitions = Object.entries(value).flatMap(([key, macro]) => {
    const definition = toDefinition(key, macro);
    if (definition !== undefined || isEmpty(macro)) return definition ?? [];
    reportIssue({
      code: 'macros',
      message: `contains ${quote(key)}, which is not a macro that TeX can read`,
      result: 'so it is ignored',
      remedy:
        "Write letters as the name, and the TeX in single quotes with all braces closed, such as KL: 'D_{\\mathrm{KL}}'.",
      path: [key],
    });
    return [];
  });
  return definitions.length === 0 ? undefined : definitions;
}

// Any value is accepted: one that is not a macro is left out with a warning.
readMacros.json = {};

/** A field that holds macros of TeX. */
const macrosField = (docs: FieldDocs) => optionalField(readMacros, docs);

/** Macros for the formulas of the whole site. */
export const siteMacrosField = macrosField({
  description:
    'Macros of TeX for all formulas: the name and its TeX, in single quotes. A list also has the number ' +
    'of arguments and the default of the first one, as in MathJax. Default: none.',
  examples: [{ KL: 'D_{\\mathrm{KL}}', norm: '\\left\\lVert#1\\right\\rVert' }],
});

/** Macros for the formulas of one page. */
export const pageMacrosField = macrosField({
  description:
    'Macros of TeX for the formulas of the page: the name and its TeX, in single quotes. Default: none.',
  examples: [{ KL: 'D_{\\mathrm{KL}}' }],
});

function toDefinition(key: string, macro: unknown): string | undefined {
  const [value, count, preset] = Array.isArray(macro) ? (macro as unknown[]) : [macro];
  const body = typeof value === 'number' ? String(value) : value;
  if (typeof body !== 'string' || !/^\\?[a-zA-Z]+$/.test(key) || !isBalanced(body))
    return undefined;
  const used = [...body.matchAll(/#([1-9])/g)].map(([, index]) => Number(index));
  const parameters = Math.max(Number(count ?? 0), ...used, 0);
  if (!Number.isInteger(parameters) || parameters > 9) return undefined;
  const defaultArgument = preset === undefined || preset === null ? '' : `[${String(preset)}]`;
  const name = key.startsWith('\\') ? key : `\\${key}`;
  return `\\newcommand{${name}}${parameters > 0 ? `[${parameters}]${defaultArgument}` : ''}{${body}}`;
}

function isDefinition(value: unknown): value is string {
  const command =
    /^\s*\\(?:(?:re|provide)?(?:new)?command|DeclareMathOperator|[gex]?def|let)(?![a-zA-Z])/;
  return typeof value === 'string' && command.test(value) && isBalanced(value);
}

/** Returns whether each brace, except those after a backslash, has its counterpart, and none is nested deeper than `maxDepth`. */
export function isBalanced(tex: string, maxDepth = Infinity): boolean {
  let depth = 0;
  for (const [brace] of tex.replace(/\\[^]/g, '').matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0 || depth > maxDepth) return false;
  }
  return depth === 0;
}
