import { optionalField } from './field.ts';
import { readFlag } from './text.ts';
import { readWallTime } from './wall-time.ts';

const when = (description: string, ...examples: string[]) =>
  optionalField(readWallTime, { description, ...(examples.length > 0 && { examples }) });
const flag = (description: string) => optionalField(readFlag, { description, examples: [true] });

/** When the talk is given and when its page is shown. */
export const talkWhen = {
  date: when(
    'Day and time of the talk, as the clock on its wall shows it. Required, unless one of ' +
      'event_start, time_start, publishDate or lastmod is there.',
    '2024-05-22',
    '2024-05-22T15:00',
    '2024-05-22T15:00+02:00',
  ),
  date_end: when('When the talk ends. Default: not shown.', '2024-05-22T16:00'),
  event_start: when('Start of the talk in newer themes; date is then the day of publishing.'),
  event_end: when('End of the talk in newer themes.'),
  time_start: when('Start of the talk in older themes; date is then the day of publishing.'),
  time_end: when('End of the talk in older themes.'),
  publishDate: when('The page is left out before this time. Default: shown at once.'),
  lastmod: when('When the page was last changed. Default: unknown.'),
  expiryDate: when('The page is left out from this time on. Default: shown for ever.'),
  all_day: flag('No time of day is shown. Default: false.'),
  event_all_day: flag('The same as all_day, in the spelling of newer themes.'),
  draft: flag('Keeps the talk off the published site. Default: false.'),
  private: flag('Keeps the page out of feeds and search engines. Default: false.'),
  featured: flag('Sets the talk large on the home page. Default: false.'),
  selected: flag('The same as featured, in older themes.'),
  math: flag('Formulas are typeset. Default: true; false leaves every dollar sign as it is.'),
};

/** The keys that can give a talk its start, the first of them that is there. */
export const START_KEYS = ['event_start', 'time_start', 'date', 'publishDate', 'lastmod'] as const;
