import { join } from 'node:path';
import type { CheckContext } from '../model/check-talk.ts';
import type { Addresses } from '../model/url.ts';
import { duplicateAddresses } from './duplicate-addresses.ts';
import { toNote } from './passed-over.ts';
import type { Problem } from './problem.ts';
import type { SiteReading } from './read-site.ts';
import { readPage, type ReadPage } from './read-page.ts';
import type { PageFrontMatter, Section } from './section.ts';
import type { SiteFolder } from './site-folder.ts';
import { listPages } from './page-files.ts';
import { now } from './now.ts';

/** What the reading of pages takes from the site. */
export interface ReadingContext extends CheckContext {
  language: string;
}

export function readingContext({ settings, zChosen }: SiteReading): ReadingContext {
  return { language: settings.language, timezone: settings.timezone, zChosen, now };
}

/** All pages of a section, and all that is to be said of their front matter. */
export function readPages<F extends PageFrontMatter>(
  section: Section<F>,
  folder: SiteFolder,
  addresses: Addresses,
  context?: ReadingContext,
): { pages: ReadPage<F>[]; problems: Problem[] } {
  const language = context?.language ?? 'en';
  const inFolder = join(folder.content, section.name);
  const { files, passedOver } = listPages(inFolder, folder.root, language);
  const readings = files.map((file) => readPage(section, file, folder, addresses, context));
  const pages = readings.flatMap(({ page }) => page ?? []);
  const problems = readings.flatMap((reading) => reading.problems);
  const notes = passedOver.map((one) => toNote(one, section));
  return { pages, problems: [...notes, ...problems, ...duplicateAddresses(pages, section)] };
}
