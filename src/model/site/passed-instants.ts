import type { Page } from '../page/page.ts';
import { toEndInstant, toStartInstant } from '../page/when.ts';
import type { Talk } from '../talk/talk.ts';
import type { SitePages } from './site-address.ts';

/**
 * Returns how many of the instants at which a page may change have passed: starts and ends of deliveries, and
 * dates of publication and of changes. Two builds with the same pages and the same number show the same.
 * @param now In milliseconds since 1970.
 */
export function countPassedInstants(pages: SitePages, now: number): number {
  return Object.values(pages)
    .flat()
    .flatMap((page: DatedPage) => listInstants(page))
    .filter((instant) => instant <= now).length;
}

/**
 * Returns the next instant at which a page may change, appear or disappear, in milliseconds since 1970, or Infinity.
 * @param pages All pages, also those that are not public.
 */
export function findNextInstant(pages: readonly DatedPage[], now: number): number {
  const instants = pages.flatMap(({ hiddenUntil, hiddenFrom, ...page }) => [
    ...[hiddenUntil, hiddenFrom].filter((instant) => instant !== undefined),
    ...listInstants(page),
  ]);
  return instants.reduce(
    (next, instant) => (instant > now && instant < next ? instant : next),
    Infinity,
  );
}

export type DatedPage = Page & Partial<Pick<Talk, 'deliveries' | 'published' | 'revised'>>;

function listInstants({
  deliveries = [],
  published,
  revised,
}: Pick<DatedPage, 'deliveries' | 'published' | 'revised'>): number[] {
  const dates = [published, revised].filter((instant) => instant !== undefined);
  return [
    ...deliveries.flatMap(({ when }) => [toStartInstant(when), toEndInstant(when)]),
    ...dates,
  ];
}
