import type { Formula } from '../../model/page/formula-placeholder.ts';
import { renderFormula } from './extended-katex.ts';
import { toKatexOptions } from './formula-errors.ts';
import { printKatex, toKatexText } from './print-katex.ts';
import { createTextCache } from './text-cache.ts';

/**
 * About 2,000 formulas, in 8 MB: KaTeX's HTML has characters of two bytes. Most formulas of a site are
 * on few pages.
 */
const typeset = createTextCache(4_000_000);

/** Matches a formula that defines a macro. Its HTML is not reused. */
const definition =
  /\\(?:[egx]?def|(?:future)?let|global|long|(?:provide|(?:re)?new)command)(?![a-zA-Z@])/;

/**
 * Typesets a formula: HTML and MathML, as its printer writes them. Typesets each formula once, unless
 * it was dropped from the cache.
 */
export function typesetFormula({ tex, display, printer, definitions = '' }: Formula): string {
  if (definition.test(tex)) return printKatex(renderKatex(tex, display, definitions), printer);
  const key = `${printer} ${display ? 'display' : 'inline'} ${definitions} ${tex}`;
  const cached = typeset.get(key);
  if (cached !== undefined) return cached;
  const html = printKatex(renderKatex(tex, display, definitions), printer);
  typeset.set(key, html);
  return html;
}

/** Returns the text of a typeset formula, of the MathML and of the visible form. */
export function toTypesetText(tex: string, display: boolean, definitions = ''): string {
  return toKatexText(renderKatex(tex, display, definitions));
}

/** Returns KaTeX's HTML. Unknown commands are red in it. */
function renderKatex(tex: string, display: boolean, definitions: string): string {
  try {
    return renderFormula(tex, { ...toKatexOptions(display, definitions), throwOnError: true });
  } catch {
    return renderFormula(tex, { ...toKatexOptions(display, definitions), throwOnError: false });
  }
}
