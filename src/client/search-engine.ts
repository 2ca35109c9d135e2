/** A search. An empty field does not limit it. */
export interface SearchQuery {
  words: string;
  year: string;
  /** The address of a tag: `deep-learning`. */
  tag: string;
  /** The section, by its folder: `posts`. */
  section: string;
}

/** Reads a search from the parameters of an address or from the data of a form. */
export function toQuery(parameters: { get(name: string): unknown }): SearchQuery {
  const read = (name: string) => String(parameters.get(name) ?? '').trim();
  return { words: read('q'), year: read('year'), tag: read('tag'), section: read('in') };
}

export function isEmptyQuery({ words, year, tag, section }: SearchQuery): boolean {
  return !words && !year && !tag && !section;
}

/** Returns the address of a search: `/search/?q=knots&year=2021`. */
export function queryAddress(page: string, { words, year, tag, section }: SearchQuery): string {
  const parameters = new URLSearchParams({
    ...(words && { q: words }),
    ...(section && { in: section }),
    ...(year && { year }),
    ...(tag && { tag }),
  });
  return parameters.size > 0 ? `${page}?${parameters}` : page;
}

/** As much of Pagefind's script as is used here. */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(words: string | null, options: object): Promise<PagefindResults>;
}

interface PagefindResults {
  results: { matchedMetaFields?: string[]; data(): Promise<Omit<Hit, 'matched'>> }[];
}

/** A page that was found. */
export interface Hit {
  url: string;
  /** All of its text. */
  content: string;
  /** Which words of the text were found, counted from 0. */
  locations: number[];
  /** A piece of the text, in which `<mark>` is around what was found; the same without the marks. */
  excerpt: string;
  plain_excerpt: string;
  /** Facts of the page: see feeds/search-record.ts. */
  meta: Partial<Record<string, string>>;
  /** The names of the facts in which words were found. */
  matched: string[];
}

export interface Found {
  count: number;
  /** The hits from one on, as many as are shown at once. */
  load(from: number): Promise<Hit[]>;
}

const atOnce = 10;
const none: Found = { count: 0, load: () => Promise.resolve([]) };

let engine: Promise<Pagefind> | undefined;

/** Loads the search, once. @param folder Where its index is, with a slash at its end. */
export function loadEngine(folder: string): Promise<Pagefind> {
  engine ??= load(folder).catch((error: unknown) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

/** The best first; without words, the latest first. */
export async function findTalks(folder: string, query: SearchQuery): Promise<Found> {
  const { words, year, tag, section } = query;
  const pagefind = await loadEngine(folder);
  const filters = { ...(section && { in: section }), ...(year && { year }), ...(tag && { tag }) };
  const { results } = words
    ? await pagefind.search(words, { filters })
    : await pagefind.search(null, { filters, sort: { start: 'desc' } });
  const loadHits = (from: number) =>
    Promise.all(
      results.slice(from, from + atOnce).map(async ({ matchedMetaFields, data }) => ({
        ...(await data()),
        matched: matchedMetaFields ?? [],
      })),
    );
  if (words && results.length > 0 && !(await loadHits(0)).some((hit) => isRelevant(words, hit))) {
    return none;
  }
  return { count: results.length, load: loadHits };
}

async function load(folder: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  // The addresses in the index are whole ones.
  await pagefind.options({ baseUrl: '/', excerptLength: 32 });
  await pagefind.init();
  return pagefind;
}

/**
 * Returns whether a hit matches at least half of every word of a search. Pagefind tolerates other endings
 * and typing errors, but shortens a word that no page contains until only its first letter is left.
 */
export function isRelevant(
  words: string,
  { content, locations, meta, matched }: Pick<Hit, 'content' | 'locations' | 'meta' | 'matched'>,
): boolean {
  const texts = content.split(/\s+/);
  const found = [...locations.map((i) => texts[i]), ...matched.map((name) => meta[name])];
  const letters = normalise(found.filter(Boolean).join(' '));
  return normalise(words)
    .split(' ')
    .every((word) => letters.includes(word.slice(0, Math.max(2, word.length >> 1))));
}

/** Returns a text in lower case without accents and punctuation, as Pagefind compares it. */
function normalise(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{M}\p{P}]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
