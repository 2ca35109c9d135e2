import { occasionsOf } from './order.ts';
import type { Page } from './page.ts';
import type { Publication } from './publication.ts';
import type { Talk } from './talk.ts';

/**
 * Where pages were before, from `aliases`, without slashes at the ends. Two pages that claim one old
 * address: a talk before a publication, then the newer has it. An address that a page of the site has
 * now is left to that page.
 * @param publications Newest first.
 */
export function oldAddresses(
  talks: readonly Talk[],
  publications: readonly Publication[] = [],
): { alias: string; page: Page }[] {
  const taken = new Map<string, Page>();
  const current = currentAddresses(talks, publications);
  const pages: Page[] = [...occasionsOf(talks).map(({ talk }) => talk), ...publications];
  for (const page of pages) {
    for (const written of page.aliases) {
      const alias = written.replace(/^https?:\/\/[^/]+/i, '').replace(/^\/+|\/+$/g, '');
      const safe = !alias.split('/').some((part) => part === '..' || /[?#]/.test(part));
      if (safe && !current.has(alias) && !taken.has(alias)) taken.set(alias, page);
    }
  }
  return [...taken].map(([alias, page]) => ({ alias, page }));
}

function currentAddresses(
  talks: readonly Talk[],
  publications: readonly Publication[],
): Set<string> {
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
  const ofPublications = publications.map(({ slug }) => `publications/${slug}`);
  return new Set([...own, 'publications', ...ofTalks, ...ofPublications]);
}
