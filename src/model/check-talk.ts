import type { WallTime } from '../schema/date-text.ts';
import type { Finding } from '../schema/finding.ts';
import type { TalkFrontMatter } from '../schema/talk.ts';
import { startOf, whenOf } from './talk.ts';
import { checkTalkLinks, type FindFile } from './talk-links.ts';

/** What is written correctly and cannot be meant so: warnings, each at its key. */
export function checkTalk(talk: TalkFrontMatter, findFile: FindFile): Finding[] {
  return [...checkEnd(talk), ...checkTalkLinks(talk, findFile)];
}

function checkEnd(talk: TalkFrontMatter): Finding[] {
  const key = (['event_end', 'time_end', 'date_end'] as const).find((name) => talk[name]);
  const end = key && talk[key];
  if (!key || !end) return [];
  const { key: startKey, time: start } = startOf(talk);
  const when = whenOf(talk, { timezone: 'UTC', z: 'utc' });
  if (when.end || sameDigits(start, end, when.allDay)) return [];
  return [
    {
      path: [key],
      severity: 'warning',
      code: 'talk/end-before-start',
      message: `the end lies before the start (${startKey})`,
      remedy: 'Correct one of the two. The page shows the start alone.',
    },
  ];
}

function sameDigits(a: WallTime, b: WallTime, allDay: boolean): boolean {
  const sameDay = a.year === b.year && a.month === b.month && a.day === b.day;
  if (allDay || b.hour === undefined) return sameDay;
  return sameDay && a.hour === b.hour && (a.minute ?? 0) === (b.minute ?? 0);
}
