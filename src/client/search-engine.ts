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
export function toSearchQuery(parameters: { get(name: string): unknown }): SearchQuery {
  const read = (name: string) => String(parameters.get(name) ?? '').trim();
  return { words: read('q'), year: read('year'), tag: read('tag'), section: read('in') };
}

export function isEmptyQuery({ words, year, tag, section }: SearchQuery): boolean {
  return !words && !year && !tag && !section;
}

/** Returns the address of a search: `/search/?q=knots&year=2021`. */
export function toSearchAddress(page: string, { words, year, tag, section }: SearchQuery): string {
  const parameters = new URLSearchParams({
    ...(words && { q: words }),
    ...(section && { in: section }),
    ...(year && { year }),
    ...(tag && { tag }),
  });
  return parameters.size > 0 ? `${page}?${parameters}` : page;
}

/** The used part of the interface of Pagefind. */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  init(): Promise<void>;
  search(words: string | null, options: object): Promise<PagefindResults>;
}

interface PagefindResults {
  results: { matchedMetaFields?: string[]; data(): Promise<RawHit> }[];
}

/** A result of Pagefind. */
interface RawHit extends Pick<Hit, 'url' | 'locations' | 'meta' | 'filters'> {
  /** The searched text, with escaped HTML, and with a zero-width space between words that have no space. */
  raw_content: string;
}

/** A result of a search. */
export interface Hit {
  url: string;
  /** The words of the searched text, each with the space after it. */
  words: string[];
  /** The positions of the matching words, from 0. */
  locations: number[];
  /** Facts about the page: see feeds/search-records.ts. */
  meta: Partial<Record<string, string>>;
  /** Its values for the filters. */
  filters: Partial<Record<string, string[]>>;
  /** The names of the facts with matching words. */
  matched: string[];
}

export interface SearchResults {
  count: number;
  /** Loads the next hits, starting with an index. */
  load(from: number): Promise<Hit[]>;
}

const pageSize = 10;
const noResults: SearchResults = { count: 0, load: () => Promise.resolve([]) };

let enginePromise: Promise<Pagefind> | undefined;

/**
 * Loads Pagefind, once.
 * @param folder The folder of the search index, with a trailing slash.
 */
export function loadEngine(folder: string): Promise<Pagefind> {
  enginePromise ??= loadPagefind(folder).catch((error: unknown) => {
    enginePromise = undefined;
    throw error;
  });
  return enginePromise;
}

/** Searches for pages: the best first; without words, the latest first. */
export async function findPages(folder: string, query: SearchQuery): Promise<SearchResults> {
  const { words, year, tag, section } = query;
  const pagefind = await loadEngine(folder);
  const filters = { ...(section && { in: section }), ...(year && { year }), ...(tag && { tag }) };
  const { results } = words
    ? await pagefind.search(words, { filters })
    : await pagefind.search(null, { filters, sort: { start: 'desc' } });
  const loadHits = (from: number) =>
    Promise.all(
      results.slice(from, from + pageSize).map(async ({ matchedMetaFields, data }) => {
        const { url, locations, meta, filters, raw_content: content } = await data();
        const matched = matchedMetaFields ?? [];
        return { url, locations, meta, filters, matched, words: splitWords(content) };
      }),
    );
  if (words && results.length > 0 && !(await loadHits(0)).some((hit) => isRelevant(words, hit))) {
    return noResults;
  }
  const load = async (from: number) => putTitlesFirst(words, await loadHits(from));
  return { count: results.length, load };
}

async function loadPagefind(folder: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  // The addresses in the index contain the base path.
  await pagefind.options({ baseUrl: '/' });
  await pagefind.init();
  return pagefind;
}

/** Puts the pages with the words of a search in their titles first: a person before the talks of that person. */
export function putTitlesFirst<H extends Pick<Hit, 'meta'>>(
  words: string,
  hits: readonly H[],
): H[] {
  const wanted = normalise(words);
  const isTitle = ({ meta }: H) => wanted !== '' && normalise(meta['title'] ?? '').includes(wanted);
  return [...hits.filter(isTitle), ...hits.filter((hit) => !isTitle(hit))];
}

/** Splits a searched text of Pagefind into words, each with the space after it. */
export function splitWords(content: string): string[] {
  const text = content.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return text.includes('\u200B') ? text.split('\u200B') : (text.match(/\S+\s*/g) ?? []);
}

/**
 * Returns whether a hit matches at least half of every word of a search. Pagefind tolerates other endings
 * and typing errors, but shortens a word that no page contains until only its first letter is left.
 */
export function isRelevant(
  words: string,
  { words: texts, locations, meta, matched }: Pick<Hit, 'words' | 'locations' | 'meta' | 'matched'>,
): boolean {
  const matches = [...locations.map((i) => texts[i]), ...matched.map((name) => meta[name])];
  const letters = normalise(matches.filter(Boolean).join(' '));
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
