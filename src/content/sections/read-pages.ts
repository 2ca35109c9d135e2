import type { CheckContext } from '../../model/page/page.ts';
import type { Addresses } from '../../model/page/addresses.ts';
import { deckSection } from './deck-section.ts';
import { toNote } from '../assets/skipped-files.ts';
import type { Problem } from '../parse/problem.ts';
import type { SiteReading } from '../site/read-site.ts';
import { readPage } from './read-page.ts';
import { type ParsedPage } from './parsed-page.ts';
import { folderOf, type Section } from './section.ts';
import { type PageFrontMatter } from '../assets/page-front-matter.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { listPages, type PageFolder } from '../assets/page-files.ts';
import { now } from '../site/now.ts';

/** What the reading of pages takes from the site. */
export interface ReadingContext extends CheckContext {
  language: string;
}

export function readingContext(
  { settings, zChosen }: SiteReading,
  folder: SiteFolder,
): ReadingContext {
  const { language, timezone, name, role } = settings;
  const decks = listSection(deckSection, folder, language).files.map(({ stem }) => stem);
  return { language, timezone, zChosen, now, owner: { name, role }, decks };
}

/** All pages of a section, and all that is to be said of their front matter. */
export function readPages<F extends PageFrontMatter>(
  section: Section<F>,
  folder: SiteFolder,
  addresses: Addresses,
  context?: ReadingContext,
): { pages: ParsedPage<F>[]; broken: ParsedPage<F>[]; problems: Problem[] } {
  const language = context?.language ?? 'en';
  const { files, passedOver } = listSection(section, folder, language);
  const readings = files.map((file) => readPage(section, file, folder, addresses, context));
  const others = section.others?.(folder) ?? { pages: [], problems: [] };
  const found = [...readings.flatMap(({ page }) => page ?? []), ...others.pages];
  const pages = section.merge?.(found) ?? found;
  const problems = [...readings.flatMap((reading) => reading.problems), ...others.problems];
  const broken = readings.flatMap((reading) => reading.broken ?? []);
  const notes = passedOver.map((one) => toNote(one, section));
  const together = section.checkTogether?.(pages, folder, context) ?? [];
  return { pages, broken, problems: [...notes, ...problems, ...together] };
}

/** The files of a section. */
export function listSection(
  section: Pick<Section, 'name' | 'folder' | 'branches' | 'profiles'>,
  folder: SiteFolder,
  language: string,
): PageFolder {
  return listPages(folderOf(section, folder), folder.root, language, section);
}
