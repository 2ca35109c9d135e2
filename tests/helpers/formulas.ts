import { getAttribute, parsePage, getText } from './html.ts';

/** Returns the TeX of each typeset formula of a page, in order. */
export function listFormulas(html: string): string[] {
  return parsePage(html)
    .all('annotation')
    .filter((element) => getAttribute(element, 'encoding') === 'application/x-tex')
    .map(getText);
}

/** Returns the TeX of the display formulas of a page. */
export function listDisplayFormulas(html: string): string[] {
  return parsePage(html).all('.katex-display annotation').map(getText);
}
