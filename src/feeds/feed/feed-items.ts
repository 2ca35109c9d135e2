import type { Site } from '../../model/site/site.ts';
import type { Talk } from '../../model/talk/talk.ts';
import { toFeedItem, type FeedItem } from './feed-item.ts';
import { newestAnnounced } from './feed-order.ts';

const known = new WeakMap<Talk, Promise<FeedItem>>();

/**
 * The newest of some talks as feeds tell of them. A talk stands in several feeds, the same in each,
 * and is told once.
 * @param now In milliseconds since 1970.
 * @param bodyOf The HTML that a talk's text below the front matter gives on its page.
 */
export function toFeedItems(
  site: Site,
  talks: readonly Talk[],
  now: number,
  bodyOf: (talk: Talk) => Promise<string>,
): Promise<{ talk: Talk; item: FeedItem }[]> {
  const found = newestAnnounced(talks, now).map(async (announced) => {
    const { talk } = announced;
    const item = known.get(talk) ?? bodyOf(talk).then((body) => toFeedItem(site, announced, body));
    known.set(talk, item);
    return { talk, item: await item };
  });
  return Promise.all(found);
}
