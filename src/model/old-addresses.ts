import { occasionsOf } from './order.ts';
import type { Talk } from './talk.ts';

/**
 * Where talks were before, from `aliases`, without slashes at the ends. Two talks that claim one
 * old address: the newer has it. An address that a page of the site has now is left to that page.
 */
export function oldAddresses(talks: readonly Talk[]): { alias: string; talk: Talk }[] {
  const taken = new Map<string, Talk>();
  const current = currentAddresses(talks);
  for (const { talk } of occasionsOf(talks)) {
    for (const written of talk.aliases) {
      const alias = written.replace(/^https?:\/\/[^/]+/i, '').replace(/^\/+|\/+$/g, '');
      const safe = !alias.split('/').some((part) => part === '..' || /[?#]/.test(part));
      if (safe && !current.has(alias) && !taken.has(alias)) taken.set(alias, talk);
    }
  }
  return [...taken].map(([alias, talk]) => ({ alias, talk }));
}

function currentAddresses(talks: readonly Talk[]): Set<string> {
  const ofTalks = talks.flatMap(({ slug, tags }) => [
    `talks/${slug}`,
    ...tags.map((tag) => `talks/tags/${tag.slug}`),
  ]);
  const own = [
    '',
    '404',
    'rss.xml',
    'feed.json',
    'talks.ics',
    'subscribe',
    'search',
    'talks',
    'talks/tags',
  ];
  return new Set([...own, ...ofTalks]);
}
