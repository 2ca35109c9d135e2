import { optionalField } from './field.ts';
import { readFlag } from './text.ts';
import { readWallTime } from './wall-time.ts';

const when = (description: string, ...examples: string[]) =>
  optionalField(readWallTime, { description, ...(examples.length > 0 && { examples }) });
const flag = (description: string) => optionalField(readFlag, { description, examples: [true] });

/** When the talk is given and when its page is published. */
export const talkWhen = {
  date: when(
    'Day and time of the talk, in local time. Required, unless one of event_start, time_start, ' +
      'publishDate or lastmod is given.',
    '2024-05-22',
    '2024-05-22T15:00',
    '2024-05-22T15:00+02:00',
  ),
  date_end: when('The end of the talk. Default: not shown.', '2024-05-22T16:00'),
  event_start: when(
    'The start of the talk, in newer themes; date is then the date of publication.',
  ),
  event_end: when('The end of the talk, in newer themes.'),
  time_start: when('The start of the talk, in older themes; date is then the date of publication.'),
  time_end: when('The end of the talk, in older themes.'),
  publishDate: when('The page is not published before this time. Default: published at once.'),
  lastmod: when('When the page was last changed. Default: unknown.'),
  expiryDate: when('The page is not published from this time on. Default: no end.'),
  all_day: flag('Shows the day without a time. Default: false.'),
  event_all_day: flag('The same as all_day, in newer themes.'),
  draft: flag('Keeps the talk off the published site. Default: false.'),
  private: flag('Hides the page from feeds and search engines. Default: false.'),
  featured: flag('Shows the talk in large type on the home page. Default: false.'),
  selected: flag('The same as featured, in older themes.'),
  math: flag('Typesets formulas. Set it to false to show dollar signs as written. Default: true.'),
};

/** The keys that set the start of a talk. The first one present is used. */
export const START_KEYS = ['event_start', 'time_start', 'date', 'publishDate', 'lastmod'] as const;
