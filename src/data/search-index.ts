import { toMainDeliveries, type TalkDelivery } from '../model/talk/talk-deliveries.ts';
import type { PageSummary } from '../model/site/page-summary.ts';
import { searchableTalks } from '../model/site/search.ts';
import type { PageCollection } from './entries.ts';
import { getPageHtml } from './page-html.ts';
import { getTalkHtml } from './talk-html.ts';
import { now, getPageSummaries, getTalks } from './collections.ts';

export { buildSearchIndex } from '../content/build/search-index.ts';

/** The talks that the search knows, each with the HTML of its text. */
export async function getSearchableTalks(): Promise<{ occasion: TalkDelivery; body: string }[]> {
  const { all } = await getTalks();
  const found = toMainDeliveries(searchableTalks(all), now);
  return Promise.all(
    found.map(async (occasion) => ({ occasion, body: await getTalkHtml(occasion.talk) })),
  );
}

/** The pages of other sections that it knows, likewise. */
export async function getSearchablePages() {
  const sections = Object.entries(await getPageSummaries()) as [PageCollection, PageSummary[]][];
  const found = sections.flatMap(([section, all]) => all.map((facts) => ({ section, facts })));
  return Promise.all(
    found.map(async ({ section, facts }) => {
      return { section, facts, body: await getPageHtml(section, facts.page) };
    }),
  );
}
