/** What a pattern of Jekyll is filled with. */
export interface JekyllParts {
  collection: string;
  /** Below the folder of the collection or of the site, without its end. */
  path: string;
  /** The last part of it, without the day of a post. */
  name: string;
  slug?: string | undefined;
  categories: readonly string[];
  date?: { year: string; month: string; day: string } | undefined;
  /** The end of the file that is made, with its dot: `.html`. */
  end: string;
}

const named: Record<string, string> = {
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
};

/** The pattern of posts. */
export function postPattern(permalink: string): string {
  return named[permalink] ?? permalink;
}

/** The pattern of pages and collections that have none of their own, as that of posts ends. */
export function otherPattern(stem: string, permalink: string): string {
  if (permalink === 'pretty') return `${stem}/`;
  if (permalink in named) return `${stem}:output_ext`;
  if (permalink.endsWith('/')) return `${stem}/`;
  return permalink.endsWith(':output_ext') ? `${stem}:output_ext` : stem;
}

/**
 * The address by a pattern, not encoded.
 * @see https://jekyllrb.com/docs/permalinks/
 */
export function expandPattern(pattern: string, parts: JekyllParts): string {
  const filled = pattern.replace(/:([a-z_]+)/g, (whole, word: string) => {
    // A word may run into the next one: `:title:output_ext` and `:titles`.
    return valueOf(word, parts) ?? whole;
  });
  return `/${filled.replace(/^\/+/, '')}`.replace(/\/{2,}/g, '/');
}

function valueOf(word: string, parts: JekyllParts): string | undefined {
  const { collection, path, name, slug = name, categories, date, end } = parts;
  const unpadded = (digits: string | undefined) => digits && String(Number(digits));
  const values: Record<string, string | undefined> = {
    ...{ collection, path, output_ext: end, basename: name },
    name: plainSlug(name),
    title: prettySlug(slug),
    slug: plainSlug(slug),
    categories: categories.map((one) => one.toLowerCase()).join('/'),
    slugified_categories: categories.map(plainSlug).join('/'),
    ...{ year: date?.year, month: date?.month, day: date?.day },
    short_year: date?.year.slice(2),
    ...{ i_month: unpadded(date?.month), i_day: unpadded(date?.day) },
    y_day: date && dayOfYear(date),
  };
  return values[word];
}

function dayOfYear({ year, month, day }: { year: string; month: string; day: string }): string {
  const days = (Date.UTC(+year, +month - 1, +day) - Date.UTC(+year, 0, 1)) / 86_400_000 + 1;
  return String(days).padStart(3, '0');
}

function prettySlug(text: string): string {
  return text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-+|-+$/g, '');
}

function plainSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
