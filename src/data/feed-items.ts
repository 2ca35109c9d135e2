import { toFeedItem, type FeedItem } from '../feeds/feed-item.ts';
import { newestAnnounced } from '../feeds/feed-order.ts';
import type { Talk } from '../model/talk.ts';
import { now } from './now.ts';
import { getSite } from './site.ts';
import { getTalkHtml } from './talk-html.ts';

const items = new Map<string, Promise<FeedItem>>();

/** The newest of some talks as feeds tell of them, each made once in a build. */
export async function getFeedItems(talks: readonly Talk[]) {
  const site = await getSite();
  const found = newestAnnounced(talks, now).map(async (announced) => {
    const { talk } = announced;
    const known = import.meta.env.DEV ? undefined : items.get(talk.slug);
    const item = known ?? getTalkHtml(talk).then((body) => toFeedItem(site, announced, body));
    items.set(talk.slug, item);
    return { talk, item: await item };
  });
  return Promise.all(found);
}
