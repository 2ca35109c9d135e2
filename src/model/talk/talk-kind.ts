import type { TalkFrontMatter } from '../../schema/talk.ts';

/** Words that `type` has in Hugo, where it chooses a template, and words that say nothing. */
const layouts =
  /^(talks?|events?|presentations?|pages?|posts?|slides|projects?|publications?|docs|book|landing|widget_page)$/i;

/** The kind of a talk, by `talk_type` or academicpages' `type`. */
export function kindOfTalk(talk: TalkFrontMatter): string | undefined {
  return [talk.talk_type, talk.type].find((word) => word !== undefined && !layouts.test(word));
}
