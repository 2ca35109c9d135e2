import { toMainDeliveries, type TalkDelivery } from '../model/talk/talk-deliveries.ts';
import type { PageSummary } from '../model/site/page-summary.ts';
import { pickSearchableTalks } from '../model/site/search.ts';
import type { PageCollection } from './entries.ts';
import { getPageHtml } from './page-html.ts';
import { getTalkHtml } from './talk-html.ts';
import { now, getPageSummaries, getTalks } from './collections.ts';

export { buildSearchIndex } from '../content/build/search-index.ts';

/** A talk for the search index. */
interface SearchableTalk {
  talkDelivery: TalkDelivery;
  /** Its body as HTML. */
  body: string;
}

/** Returns the talks for the search index, each with its body as HTML. */
export async function getSearchableTalks(): Promise<SearchableTalk[]> {
  const { all } = await getTalks();
  const deliveries = toMainDeliveries(pickSearchableTalks(all), now);
  return Promise.all(
    deliveries.map(async (talkDelivery): Promise<SearchableTalk> => {
      return { talkDelivery, body: await getTalkHtml(talkDelivery.talk) };
    }),
  );
}

/** Returns the pages of other sections for the search index, each with its body as HTML. */
export async function getSearchablePages() {
  const sections = Object.entries(await getPageSummaries()) as [PageCollection, PageSummary[]][];
  const pages = sections.flatMap(([section, summaries]) =>
    summaries.map((facts) => ({ section, facts })),
  );
  return Promise.all(
    pages.map(async ({ section, facts }) => {
      return { section, facts, body: await getPageHtml(section, facts.page) };
    }),
  );
}
