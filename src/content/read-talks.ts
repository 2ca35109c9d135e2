import type { Addresses } from '../model/url.ts';
import { duplicateAddresses } from './duplicate-addresses.ts';
import type { Problem } from './problem.ts';
import { readTalk, type ReadTalk } from './read-talk.ts';
import type { SiteFolder } from './site-folder.ts';
import { findTalkFiles } from './talk-files.ts';

/** All talks of a folder, and all that is to be said of their front matter. */
export function readTalks(
  folder: SiteFolder,
  addresses: Addresses,
): { talks: ReadTalk[]; problems: Problem[] } {
  const files = findTalkFiles(folder.talks, folder.root);
  const readings = files.map((file) => readTalk(file, folder, addresses));
  const talks = readings.flatMap(({ talk }) => talk ?? []);
  const problems = readings.flatMap((reading) => reading.problems);
  return { talks, problems: [...problems, ...duplicateAddresses(talks)] };
}
