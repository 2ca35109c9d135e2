import { isMap } from '../../schema/describe.ts';
import { omitKeys, readText } from '../convert/converted-page.ts';
import { toTexts } from '../old-site/generator-settings.ts';

/** Keys that only configure Quarto or Pandoc. */
const quartoKeys = new Set([
  ...['smooth-scroll', 'noindex', 'grid', 'highlight-style', 'fontsize', 'mainfont', 'df-print'],
  ...[
    'format',
    'execute',
    'editor',
    'engine',
    'jupyter',
    'knitr',
    'listing',
    'about',
    'aliases',
    'toc',
  ],
  ...[
    'author',
    'categories',
    'image',
    'bibliography',
    'csl',
    'nocite',
    'date-modified',
    'date-format',
  ],
  ...[
    'toc-title',
    'toc-depth',
    'toc-location',
    'number-sections',
    'page-layout',
    'sidebar',
    'comments',
  ],
  ...[
    'code-fold',
    'code-tools',
    'code-link',
    'code-annotations',
    'title-block-banner',
    'title-block-style',
  ],
  ...[
    'css',
    'theme',
    'filters',
    'freeze',
    'params',
    'image-alt',
    'image-height',
    'image-width',
    'citation',
  ],
  ...[
    'google-scholar',
    'link-citations',
    'reference-location',
    'citation-location',
    'crossref',
    'search',
  ],
  ...[
    'website',
    'resources',
    'order',
    'pagetitle',
    'body-classes',
    'include-in-header',
    'revealjs-plugins',
  ],
  ...[
    'include-before-body',
    'include-after-body',
    'header-includes',
    'lightbox',
    'fig-cap-location',
  ],
  ...[
    'appendix-style',
    'license',
    'copyright',
    'funding',
    'affiliations',
    'editor_options',
    'output',
  ],
  ...[
    'slide-level',
    'open-graph',
    'twitter-card',
    'description-meta',
    'format-links',
    'anchor-sections',
  ],
  ...[
    'section-divs',
    'html-math-method',
    'webr',
    'back-to-top-navigation',
    'page-navigation',
    'from',
  ],
  ...[
    'pub-info',
    'bread-crumbs',
    'repo-actions',
    'hide-description',
    'date-meta',
    'draft-mode',
    'institute',
  ],
]);

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Converts the front matter of a document of Quarto.
 * @param findFile Returns the address of a file for its path from the page.
 */
export function convertQuartoKeys(
  data: Readonly<Record<string, unknown>>,
  findFile: (name: string) => string,
): Record<string, unknown> {
  const authors = readAuthors(data['author']);
  const image = readText(data['image']);
  const citation = isMap(data['citation']) ? data['citation'] : {};
  const journal = readText(citation['container-title']);
  const links = ['url', 'pdf-url'].flatMap((key) => readText(citation[key]) ?? []);
  const modified = readText(data['date-modified']);
  const date = toDate(readText(data['date']));
  return {
    ...omitKeys(data, quartoKeys),
    ...(readText(data['date']) !== undefined && { date }),
    ...(data['noindex'] === true && { private: true }),
    ...(authors.length > 0 && { authors }),
    ...(data['categories'] !== undefined && { tags: toTexts(data['categories']) }),
    ...(image !== undefined &&
      !/^([a-z]+:)?\/\//i.test(image) && {
        image: { filename: findFile(image), alt_text: readText(data['image-alt']) },
      }),
    ...(modified !== undefined && /^\d{4}-\d\d-\d\d/.test(modified) && { lastmod: modified }),
    ...(journal !== undefined && { publication: `*${journal}*` }),
    ...(readText(citation['doi']) &&
      data['doi'] === undefined && { doi: readText(citation['doi']) }),
    ...(links.length > 0 && {
      links: links.map((url) => ({ name: url === links[0] ? 'Paper' : 'PDF', url })),
    }),
  };
}

function readAuthors(author: unknown): string[] {
  const items = Array.isArray(author) ? (author as unknown[]) : [author];
  return items.flatMap((one) => {
    if (!isMap(one)) return readText(one) ?? [];
    const { name } = one;
    if (!isMap(name)) return readText(name) ?? [];
    return [readText(name['given']), readText(name['family'])].filter(Boolean).join(' ') || [];
  });
}

/** Returns a date with the year first: `March 5, 2023`, `3/5/2023` and `5 March 2023` are read as Quarto does. */
export function toDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const join = (year: string, month: number, day: string) =>
    `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [, month, day, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  if (year !== undefined && Number(month) <= 12) return join(year, Number(month), day!);
  const [, slashYear, slashMonth, slashDay] = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
  if (slashYear !== undefined) return join(slashYear, Number(slashMonth), slashDay!);
  const [, a, b, named] =
    /^([A-Za-z]{3,}|\d{1,2})\.? +([A-Za-z]{3,}|\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/.exec(text) ??
    [];
  if (named !== undefined) {
    const [word, number] = /^\d/.test(a!) ? [b!, a!] : [a!, b!];
    const index = months.indexOf(word.slice(0, 3).toLowerCase());
    if (index >= 0 && /^\d+$/.test(number)) return join(named, index + 1, number);
  }
  return /^(today|now|last-modified)$/.test(text) ? undefined : text;
}
