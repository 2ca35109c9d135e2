/** What somebody searches for. What is empty is not asked for. */
export interface SearchQuery {
  words: string;
  year: string;
  /** The address of a tag: `deep-learning`. */
  tag: string;
  /** The section, by its folder: `posts`. */
  section: string;
}

/** @param parameters What stands behind the question mark of an address, or the data of a form. */
export function toQuery(parameters: { get(name: string): unknown }): SearchQuery {
  const read = (name: string) => String(parameters.get(name) ?? '').trim();
  return { words: read('q'), year: read('year'), tag: read('tag'), section: read('in') };
}

export function isEmptyQuery({ words, year, tag, section }: SearchQuery): boolean {
  return !words && !year && !tag && !section;
}

/** The address of a search, to be kept and passed on: `/search/?q=knots&year=2021`. */
export function queryAddress(page: string, { words, year, tag, section }: SearchQuery): string {
  const parameters = new URLSearchParams({
    ...(words && { q: words }),
    ...(section && { in: section }),
    ...(year && { year }),
    ...(tag && { tag }),
  });
  return parameters.size > 0 ? `${page}?${parameters}` : page;
}
