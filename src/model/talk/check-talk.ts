import type { Finding } from '../../schema/finding.ts';
import type { TalkFrontMatter } from '../../schema/talk.ts';
import { checkEnd, checkOwnDate, checkUtc } from './check-when.ts';
import { checkDeckName } from '../deck-link.ts';
import { findIcon } from '../site/icon-sets.ts';
import { checkLeftOvers } from '../site/left-overs.ts';
import { checkLinks, type FindFile } from './talk-links.ts';
import { writtenDeliveries } from './written-deliveries.ts';
import { writtenAddresses } from './talk.ts';
import type { CheckContext } from '../page.ts';

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
