import type { Finding } from '../schema/finding.ts';
import type { PostFrontMatter } from '../schema/post.ts';
import type { CheckContext } from './talk/check-talk.ts';
import { instantOf } from './talk/talk-when.ts';

/** What is doubtful about the day of a post. Without a context nothing is said of days to come. */
export function checkPost(
  { date, publishDate }: PostFrontMatter,
  context?: CheckContext,
): Finding[] {
  if (!date) return [undated];
  const isToCome = context && instantOf(date, { ...context, z: 'utc' }) > context.now;
  return isToCome && !publishDate ? [notYet] : [];
}

const undated: Finding = {
  path: ['date'],
  severity: 'warning',
  code: 'post/undated',
  message: 'date is missing, so the post stands last in the list and has no day in the feed',
  remedy: 'Write date: and the day, such as 2024-05-22.',
};

const notYet: Finding = {
  path: ['date'],
  severity: 'note',
  code: 'post/future-date',
  message: 'date is to come, so the post is left out of the site until then',
  remedy:
    'It is shown by the first build after that. To show it now, add publishDate: and a day past.',
};
