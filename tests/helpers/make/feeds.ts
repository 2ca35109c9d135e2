import { toSiteChannel } from '../../../src/feeds/feed/feed.ts';
import { pickNewestTalks, toTalkItem } from '../../../src/feeds/feed/talk-items.ts';
import { toJsonFeed } from '../../../src/feeds/feed/json-feed.ts';
import { toRss } from '../../../src/feeds/feed/rss.ts';
import type { Site } from '../../../src/model/site/site.ts';
import type { Talk } from '../../../src/model/talk/talk.ts';

/** Creates the feeds of a site with these talks, as its pages write them; `bodies` are HTML by slug. */
export function makeFeeds(
  site: Site,
  talks: readonly Talk[],
  now: number,
  bodies: Record<string, string> = {},
): { rss: () => Promise<string>; json: () => string } {
  const items = pickNewestTalks(talks, now).map((announced) =>
    toTalkItem(site, announced, bodies[announced.talk.slug] ?? ''),
  );
  return {
    rss: () => toRss(site, toSiteChannel(site), site.addresses.rss, items),
    json: () => toJsonFeed(site, toSiteChannel(site), site.addresses.jsonFeed, items),
  };
}
