import type { WallTime } from '../../schema/date-text.ts';
import type { Finding } from '../../schema/finding.ts';
import type { TalkFrontMatter } from '../../schema/talk.ts';
import { findIcon } from '../page/icons.ts';
import { checkDeckName, checkLinks, type FindFile } from '../page/page-links.ts';
import type { CheckContext } from '../page/page.ts';
import { checkPlaceholders } from '../page/placeholders.ts';
import { toStartInstant } from '../page/when.ts';
import {
  isImplausibleEnd,
  toDeliveryWhen,
  toRawDeliveries,
  type RawDelivery,
} from './raw-deliveries.ts';
import { noteUnshownKeys } from '../page/unshown-keys.ts';
import { checkYears } from '../page/check-dates.ts';
import { checkRange, checkSkippedTime } from './check-times.ts';
import { toTalkLinkTargets } from './talk.ts';

/**
 * Returns warnings and notes about values that are valid but probably mistakes, each with its key.
 * Without a context, the checks that need it are skipped.
 */
export function checkTalk(
  talk: TalkFrontMatter,
  findFile: FindFile,
  context?: CheckContext,
): Finding[] {
  const deliveries = toRawDeliveries(talk);
  const checksZ = context && !context.hasZSetting;
  return [
    ...deliveries.flatMap(checkEnd),
    ...deliveries.flatMap((delivery) => checkRange(delivery, context?.timezone)),
    ...deliveries.flatMap((delivery) => checkSkippedTime(delivery, context?.timezone)),
    ...checkYears(talk, context?.now),
    ...noteUnshownKeys(talk),
    ...checkOwnDate(talk),
    ...deliveries.flatMap((delivery) =>
      checksZ ? checkUtc(delivery, context.timezone, context.now) : [],
    ),
    ...checkLinks(toTalkLinkTargets(talk), findFile),
    ...checkDeckName(talk, context?.decks),
    ...checkPlaceholders(talk, (name, pack) => findIcon(name, pack) !== undefined),
  ];
}

/** Returns a warning for an implausible end. The page then shows only the start. */
function checkEnd(delivery: RawDelivery): Finding[] {
  const { start, end } = delivery;
  if (!end) return [];
  const [startKey, endKey] = [start, end].map(({ path }) => path.at(-1));
  const warning = (details: Pick<Finding, 'code' | 'message' | 'remedy'>): Finding[] => [
    { path: end.path, ...details },
  ];
  if (isImplausibleEnd(delivery)) {
    const remedy = `Correct or delete ${endKey}. Until then the page shows only the start.`;
    const message = `${endKey} is months after the start (${startKey}), so it is probably a placeholder from a template`;
    return warning({ code: 'end-far-off', message, remedy });
  }
  const when = toDeliveryWhen(delivery, { timezone: 'UTC', z: 'utc' });
  if (when.end || isSameTime(start.value, end.value, when.allDay)) return [];
  const message = `${endKey} is before the start (${startKey})`;
  const remedy = 'Correct one of the two. Until then the page shows only the start.';
  return warning({ code: 'end-before-start', message, remedy });
}

/** Returns a note if no delivery takes place on `date`, which may be intentional. */
function checkOwnDate(talk: TalkFrontMatter): Finding[] {
  const { date, deliveries } = talk;
  const isDeliveryDay = deliveries?.some(
    (delivery) => !delivery.date || (date && isSameTime(delivery.date, date, true)),
  );
  if (!date || !deliveries || isDeliveryDay) return [];
  return [
    {
      path: ['date'],
      code: 'date-without-delivery',
      message: 'date is not the day of any delivery, so it is read as the date of publication',
      remedy: 'If the talk was also given on that day, add that delivery to the list.',
    },
  ];
}

/**
 * Returns a note if the start of an upcoming talk ends in Z. Z means UTC, but authors who filled in the
 * template of an older theme meant local time. `now` is in milliseconds since 1970.
 */
function checkUtc(delivery: RawDelivery, timezone: string, now: number): Finding[] {
  const { start } = delivery;
  const when = toDeliveryWhen(delivery, { timezone, z: 'utc' });
  if (start.value.offset !== 'Z' || when.allDay || delivery.timezone || isUtc(timezone)) return [];
  if (toStartInstant(when) < now) return [];
  return [
    {
      path: start.path,
      code: 'utc-time',
      message: 'the time of an upcoming talk ends in Z, so it is read as UTC',
      remedy:
        'If it is local time, write "times: { z: local }" in site.yaml. If it is UTC, write ' +
        '"times: { z: utc }".',
    },
  ];
}

function isUtc(timezone: string): boolean {
  return /^(Etc\/)?(UTC|GMT|UCT|Zulu|Universal)$/i.test(timezone);
}

function isSameTime(a: WallTime, b: WallTime, allDay: boolean): boolean {
  const sameDay = a.year === b.year && a.month === b.month && a.day === b.day;
  if (allDay || b.hour === undefined) return sameDay;
  return sameDay && a.hour === b.hour && (a.minute ?? 0) === (b.minute ?? 0);
}
