import {
  findDefinitions,
  listUsedDefinitions,
  toMacroMap,
  type TexMacro,
} from '../../model/page/tex-macros.ts';
import type { MacroScope } from '../source/markdown-context.ts';
import { parseFormula } from './extended-katex.ts';

/** Creates a scope. @param definitions Definitions of TeX that hold from the start. */
export function createMacroScope(definitions: readonly string[] = []): MacroScope {
  return createScope(toMacroMap(findDefinitions(definitions.join('')).macros));
}

function createScope(macros: Map<string, TexMacro>): MacroScope {
  return {
    listUsed: (tex) => listUsedDefinitions(tex, macros),
    define(tex) {
      const { macros: defined, rest } = findDefinitions(tex);
      for (const macro of defined) {
        if (macros.has(macro.name) && macro.source.startsWith('\\providecommand')) continue;
        macros.set(macro.name, macro);
      }
      return rest;
    },
    copy: () => createScope(new Map(macros)),
  };
}

/** By definitions: most pages use the same ones in many formulas. Emptied when it is full. */
const parsed = new Map<string, Record<string, unknown>>();
const maxParsed = 500;

/**
 * Returns the macros that definitions make, for the option `macros` of KaTeX, which changes them.
 * Returns undefined if there are none.
 */
export function toKatexMacros(definitions: string): Record<string, unknown> | undefined {
  if (definitions === '') return undefined;
  const known = parsed.get(definitions);
  if (known) return { ...known };
  const macros: Record<string, unknown> = {};
  try {
    parseFormula(definitions, { strict: 'ignore', globalGroup: true, macros });
  } catch {
    // A formula that uses the macro is reported.
  }
  if (parsed.size >= maxParsed) parsed.clear();
  parsed.set(definitions, macros);
  return { ...macros };
}
