import { replacePlaceholders } from '../../model/page/formula-placeholder.ts';
import { typesetFormula } from './typeset-formula.ts';

/** Typesets the formulas of a page. @param html The finished page, with placeholders for formulas. */
export function typesetFormulas(html: string): string {
  return replacePlaceholders(html, typesetFormula);
}
