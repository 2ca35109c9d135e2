import { usualCount } from './home-parts.ts';
import { occasionsOf, sortNewestFirst, type Occasion } from '../talk/talk-deliveries.ts';
import {
  afterEnd,
  inTurn,
  mainDeliveries,
  type Timed,
  type TimedOccasion,
} from '../talk/programme.ts';
import type { Talk } from '../talk/talk.ts';
import { endInstant, isOver } from '../talk/when.ts';

export interface Home {
  /** The next delivery, and those that will be next when it is over. */
  next: TimedOccasion[];
  /** Each with its delivery; one that is next is not featured a second time until it is over. */
  featured: (Timed & { talk: Talk; occasions: TimedOccasion[] })[];
  /** The latest deliveries; above them, hidden, those that will be. */
  recent: TimedOccasion[];
}

/** How many deliveries may pass before a page that is not built again has no next one to show. */
const mostToCome = 4;

/**
 * What the home page shows of the talks.
 * @param now In milliseconds since 1970.
 * @param count How many are featured, if not all, and how many of the recent ones are shown.
 */
export function toHome(
  talks: readonly Talk[],
  now: number,
  count: { featured?: number | undefined; recent?: number | undefined } = {},
): Home {
  const held = occasionsOf(talks).filter(({ delivery }) => delivery.status === 'scheduled');
  const toCome = held
    .filter(({ delivery }) => !isOver(delivery.when, now))
    .reverse()
    .slice(0, mostToCome);
  const past = held
    .filter(({ delivery }) => isOver(delivery.when, now))
    .slice(0, count.recent ?? usualCount);
  return {
    next: untilAllOver(toCome),
    featured: sortNewestFirst(talks, now)
      .filter(({ talk }) => talk.featured)
      .slice(0, count.featured)
      .map((occasion) => toFeatured(occasion, toCome[0], now)),
    recent: [...toCome.toReversed(), ...past].map((occasion) =>
      afterEnd(occasion, endInstant(occasion.delivery.when), now),
    ),
  };
}

function toFeatured({ talk, delivery }: Occasion, next: Occasion | undefined, now: number) {
  const inTime = mainDeliveries(talk, now);
  const occasions = inTime.length > 0 ? inTime : [{ talk, delivery }];
  const isNext = next?.talk === talk && next.delivery === delivery;
  return { talk, occasions, ...(isNext && { from: endInstant(delivery.when) }) };
}

function untilAllOver(toCome: readonly Occasion[]): TimedOccasion[] {
  const last = Math.max(...toCome.map(({ delivery }) => endInstant(delivery.when)));
  return inTurn(toCome).map((occasion) => ({ until: last, ...occasion }));
}
