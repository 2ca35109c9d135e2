import type { Finding } from '../../schema/finding.ts';
import type { TalkFrontMatter } from '../../schema/talk.ts';
import { checkEnd, checkOwnDate, checkUtc } from './check-when.ts';
import { checkDeckName } from '../deck-link.ts';
import { findIcon } from '../site/icon-sets.ts';
import { checkLeftOvers } from '../site/left-overs.ts';
import { checkLinks, type FindFile } from './talk-links.ts';
import { writtenDeliveries } from './written-deliveries.ts';
import { writtenAddresses } from './talk.ts';

/** What a check takes from the site and the clock. */
export interface CheckContext {
  timezone: string;
  /** Whether the author has said how to read a time that ends in Z. */
  zChosen: boolean;
  /** In milliseconds since 1970. */
  now: number;
  /** Whose site it is, by its settings. */
  owner?: { name: string; role?: string | undefined };
  /** The names of the decks in `content/slides/`. */
  decks?: readonly string[];
}

/**
 * What is written correctly and cannot be meant so: warnings and notes, each at its key. Without
 * a context nothing is said that depends on it.
 */
export function checkTalk(
  talk: TalkFrontMatter,
  findFile: FindFile,
  context?: CheckContext,
): Finding[] {
  const deliveries = writtenDeliveries(talk);
  const askForZ = context && !context.zChosen;
  return [
    ...deliveries.flatMap(checkEnd),
    ...checkOwnDate(talk),
    ...deliveries.flatMap((one) => (askForZ ? checkUtc(one, context.timezone, context.now) : [])),
    ...checkLinks(writtenAddresses(talk), findFile),
    ...checkDeckName(talk, context?.decks),
    ...checkLeftOvers(talk, (name, pack) => findIcon(name, pack) !== undefined),
  ];
}
