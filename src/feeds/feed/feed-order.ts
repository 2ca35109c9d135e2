import { compareText } from '../../model/order.ts';
import type { Talk } from '../../model/talk/talk.ts';
import { startInstant } from '../../model/talk/when.ts';

/** A talk, and when it was announced: milliseconds since 1970, or nobody knows. */
export interface Announced {
  talk: Talk;
  published?: number;
}

/** So many of the newest are in a feed. */
export const mostItems = 25;

/**
 * The talks of a feed: 25 at most, the one announced last first. What stands first without a date is
 * still to come, the latest day above.
 * @param now Milliseconds since 1970. Nothing is dated later.
 */
export function newestAnnounced(talks: readonly Talk[], now: number): Announced[] {
  const announced = talks.filter((talk) => !talk.private).map((talk) => toAnnounced(talk, now));
  announced.sort(
    (a, b) =>
      compareDates(a.published, b.published) ||
      firstStart(b.talk) - firstStart(a.talk) ||
      compareText(a.talk.slug, b.talk.slug),
  );
  return announced.slice(0, mostItems);
}

/**
 * The author's `publishDate`; without one, the day of the talk once that has come. Until then there
 * is no honest date: the day of the talk would put it on top of every reader until then, the day of
 * the build would make it new with every build. Readers take the day on which they first saw it,
 * and know it again by its guid when it gets its own day, the newest of all days past.
 */
function toAnnounced(talk: Talk, now: number): Announced {
  const published = talk.published ?? firstStart(talk);
  return published <= now ? { talk, published } : { talk };
}

function firstStart({ deliveries }: Talk): number {
  return Math.min(...deliveries.map(({ when }) => startInstant(when)));
}

function compareDates(a = Infinity, b = Infinity): number {
  return a === b ? 0 : b - a;
}
