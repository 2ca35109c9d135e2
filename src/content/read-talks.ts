import type { CheckContext } from '../model/check-talk.ts';
import type { Addresses } from '../model/url.ts';
import { duplicateAddresses } from './duplicate-addresses.ts';
import { toNote } from './passed-over.ts';
import type { Problem } from './problem.ts';
import type { SiteReading } from './read-site.ts';
import { readTalk, type ReadTalk } from './read-talk.ts';
import type { SiteFolder } from './site-folder.ts';
import { listTalks } from './talk-files.ts';
import { now } from './now.ts';

/** What the reading of talks takes from the site. */
export interface ReadingContext extends CheckContext {
  language: string;
}

export function readingContext({ settings, zChosen }: SiteReading): ReadingContext {
  return { language: settings.language, timezone: settings.timezone, zChosen, now };
}

/** All talks of a folder, and all that is to be said of their front matter. */
export function readTalks(
  folder: SiteFolder,
  addresses: Addresses,
  context?: ReadingContext,
): { talks: ReadTalk[]; problems: Problem[] } {
  const { files, passedOver } = listTalks(folder.talks, folder.root, context?.language ?? 'en');
  const readings = files.map((file) => readTalk(file, folder, addresses, context));
  const talks = readings.flatMap(({ talk }) => talk ?? []);
  const problems = readings.flatMap((reading) => reading.problems);
  return {
    talks,
    problems: [...passedOver.map(toNote), ...problems, ...duplicateAddresses(talks)],
  };
}
