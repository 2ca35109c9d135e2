import { attribute, parsePage, textOf } from './html.ts';

/** The TeX of each typeset formula of a page, in its order. */
export function formulasIn(html: string): string[] {
  return parsePage(html)
    .all('annotation')
    .filter((element) => attribute(element, 'encoding') === 'application/x-tex')
    .map(textOf);
}

/** The TeX of the formulas that stand on lines of their own. */
export function displayedIn(html: string): string[] {
  return parsePage(html).all('.katex-display annotation').map(textOf);
}
