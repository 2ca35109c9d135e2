import { isMeant } from './search-meant.ts';
import type { SearchQuery } from './search-query.ts';

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
  if (words && results.length > 0 && !(await loadHits(0)).some((hit) => isMeant(words, hit))) {
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
