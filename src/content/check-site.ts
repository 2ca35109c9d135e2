import { createTextChecker } from '../markdown/check-text.ts';
import type { TextRenderer } from '../markdown/render.ts';
import { addressesUnder } from '../model/url.ts';
import { toProblems, type Problem } from './problem.ts';
import { readAbout } from './read-about.ts';
import { readSite, type SiteReading } from './read-site.ts';
import { readingContext, readPages } from './read-pages.ts';
import { renderPage } from './render-page.ts';
import type { PageFrontMatter, Section } from './section.ts';
import type { SiteFolder } from './site-folder.ts';
import { publicationSection } from './publication-section.ts';
import { talkSection } from './talk-section.ts';
import { finderIn } from './talk-references.ts';

/** Everything that a build would say about the author's folder, without building. */
export async function checkSite(
  folder: SiteFolder,
): Promise<{ problems: Problem[]; talks: number }> {
  const site = readSite(folder);
  const { base } = site.settings;
  const checker = createTextChecker(base);
  const about = await readAbout(folder, checker);
  const checked = { folder, checker, site };
  const talks = await checkSection(talkSection, checked);
  const publications = await checkSection(publicationSection, checked);
  return {
    problems: [...site.problems, ...about.problems, ...talks.problems, ...publications.problems],
    talks: talks.pages,
  };
}

interface Checked {
  folder: SiteFolder;
  checker: TextRenderer;
  site: SiteReading;
}

/** What is to be said of a section, and how many pages it has. */
async function checkSection<F extends PageFrontMatter>(
  section: Section<F>,
  { folder, checker, site }: Checked,
): Promise<{ problems: Problem[]; pages: number }> {
  const addresses = addressesUnder(site.settings.base);
  const { pages, problems } = readPages(section, folder, addresses, readingContext(site));
  const findTalk = finderIn(section, pages);
  for (const page of pages) {
    const { findings } = await renderPage(section, page, checker, findTalk);
    problems.push(...toProblems(findings, page.file.name, page.written, page.text));
  }
  return { problems, pages: pages.length };
}
