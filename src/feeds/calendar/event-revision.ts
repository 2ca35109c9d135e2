import { createHash } from 'node:crypto';
import type { Delivery } from '../../model/talk/delivery.ts';
import type { Talk } from '../../model/talk/talk.ts';

/** How a calendar tells versions of an event apart. Instants are in milliseconds since 1970. */
interface EventRevision {
  /** DTSTAMP (RFC 5545, 3.8.7.2). Depends only on dates in the file, so that it is the same in every build. */
  stamp: number;
  /** LAST-MODIFIED (RFC 5545, 3.8.7.3). */
  lastModified: number;
  /** SEQUENCE (RFC 5545, 3.8.7.4): less than 2^31. */
  sequence: number;
}

const FIRST_INSTANT = Date.UTC(2000, 0, 1);
const HOUR = 3_600_000;
/** The values of SEQUENCE in an hour: 1,024 for each status. */
const STEPS_PER_HOUR = 4096;
const STEPS_PER_STATUS = 1024;
const statusRanks: Record<Delivery['status'], number> = {
  scheduled: 0,
  postponed: 1,
  cancelled: 2,
};

/**
 * Returns the revision of an event from its content.
 *
 * A calendar program that imports an event again ignores it if UID, SEQUENCE and DTSTAMP are the same (RFC 5546,
 * 2.1.5). RFC 5545 counts revisions in SEQUENCE and takes the clock for LAST-MODIFIED. A build has neither a counter nor
 * a clock: equal files give equal bytes on every machine. So both are derived from what the event says:
 *
 * - The date of the last change in the file (`lastmod`, else the date of publication), to the hour, is the greater part
 *   of both. A later `lastmod` always gives greater values.
 * - Below it in SEQUENCE is the status: a cancelled event replaces a postponed one, and that a scheduled one.
 * - The rest is a digest of the lines of the event. A change to anything in the event changes both values, even if
 *   `lastmod` is unchanged or missing. Digests have no order, so the new value may be lower. Subscribers, who get the
 *   whole calendar each time, see the change anyway; an imported event is only sure to be updated by a new `lastmod`.
 *
 * @param content The lines of the event, without those that are derived from them.
 */
export function toRevision(
  { revised, published }: Pick<Talk, 'revised' | 'published'>,
  { status }: Pick<Delivery, 'status'>,
  content: readonly string[],
): EventRevision {
  const stamp = revised ?? published ?? FIRST_INSTANT;
  const hours = Math.max(0, Math.floor(((revised ?? FIRST_INSTANT) - FIRST_INSTANT) / HOUR));
  const digest = createHash('sha256').update(content.join('\n')).digest().readUInt32BE();
  return {
    stamp,
    lastModified: Math.floor(stamp / HOUR) * HOUR + (digest % 3600) * 1000,
    sequence:
      Math.min(hours, 500_000) * STEPS_PER_HOUR +
      statusRanks[status] * STEPS_PER_STATUS +
      (digest % STEPS_PER_STATUS),
  };
}
