import type { Finding } from '../schema/finding.ts';
import type { PostFrontMatter } from '../schema/post.ts';
import type { CheckContext } from './page.ts';
import { instantOf } from './talk/when.ts';

/** Returns the problems with the date of a post. Without a context, future dates are not checked. */
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
  message: 'date is missing, so the post is last in the list and has no date in the feed',
  remedy: 'Add the day, for example date: 2024-05-22.',
};

const notYet: Finding = {
  path: ['date'],
  severity: 'note',
  code: 'post/future-date',
  message: 'date is in the future, so the post is not published yet',
  remedy:
    'It is published by the first build after that date. To publish it now, add publishDate: with a past date.',
};
