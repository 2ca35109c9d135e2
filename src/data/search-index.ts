import { cacheDir } from 'astro:config/server';
import { fileURLToPath } from 'node:url';
import { loadCachedSearchIndex } from '../content/build/search-index-cache.ts';
import { publishSearchIndex } from '../content/validate/channels.ts';
import { toMainDeliveries, type TalkDelivery } from '../model/talk/talk-deliveries.ts';
import type { Page } from '../model/page/page.ts';
import { toSearchText } from '../model/page/search-text.ts';
import type { PageSummary } from '../model/site/page-summary.ts';
import { pickSearchableTalks, type IndexFile, type SearchRecord } from '../model/site/search.ts';
import { getPageEntry, type PageCollection } from './entries.ts';
import { getPageHtml } from './page-html.ts';
import { now, getPageSummaries, getTalks } from './collections.ts';

/**
 * Returns the files of the search index that Astro serves: in dev all of them. In a build none: the index is built while
 * Astro renders pages, and then written by an integration.
 */
export async function serveSearchIndex(
  records: readonly SearchRecord[],
  language: string,
): Promise<IndexFile[]> {
  const folder = fileURLToPath(new URL('search-index/', cacheDir));
  const files = loadCachedSearchIndex(folder, records, language);
  if (import.meta.env.DEV) return files;
  publishSearchIndex(files);
  return [];
}

/** A talk for the search index. */
interface SearchableTalk {
  talkDelivery: TalkDelivery;
  /** The words of its body. */
  body: string;
}

/** Returns the talks for the search index, each with the words of its body. */
export async function getSearchableTalks(): Promise<SearchableTalk[]> {
  const { all } = await getTalks();
  const deliveries = toMainDeliveries(pickSearchableTalks(all), now);
  return Promise.all(
    deliveries.map(async (talkDelivery): Promise<SearchableTalk> => {
      return { talkDelivery, body: await getBodyWords('talks', talkDelivery.talk) };
    }),
  );
}

/** Returns the pages of other sections for the search index, each with the words of its body. */
export async function getSearchablePages() {
  const sections = Object.entries(await getPageSummaries()) as [PageCollection, PageSummary[]][];
  const pages = sections.flatMap(([section, summaries]) =>
    summaries.map((facts) => ({ section, facts })),
  );
  return Promise.all(
    pages.map(async ({ section, facts }) => {
      return { section, facts, body: await getBodyWords(section, facts.page) };
    }),
  );
}

/** Returns the words of a body. They are stored with the body, except for MDX. */
async function getBodyWords(collection: PageCollection, page: Page): Promise<string> {
  const { rendered } = await getPageEntry(collection, page.slug);
  const words = rendered?.metadata?.['words'];
  return typeof words === 'string' ? words : toSearchText(await getPageHtml(collection, page));
}
