import { createTextChecker } from '../markdown/render/text-checker.ts';
import type { TextRenderer } from '../markdown/render/text-renderer.ts';
import { addressesUnder } from '../model/site/url.ts';
import { checkMentions } from './sections/check-mentions.ts';
import type { Problem } from './problems/problem.ts';
import { checkRedirects } from './site/check-redirects.ts';
import { readAbout } from './site/read-about.ts';
import { readCv } from './site/read-cv.ts';
import { readHomeTexts } from './site/read-home-texts.ts';
import { toPageProblems, type ReadPage } from './pages/read-page.ts';
import { readSite, type SiteReading } from './site/read-site.ts';
import { readingContext, readPages } from './pages/read-pages.ts';
import { renderPage } from './pages/render-page.ts';
import type { Section } from './sections/section.ts';
import { sections } from './sections/sections.ts';
import type { SiteFolder } from './site-folder.ts';
import { finderIn } from './pages/talk-references.ts';

/** Everything that a build would say about the author's folder, without building. */
export async function checkSite(
  folder: SiteFolder,
): Promise<{ problems: Problem[]; talks: number; others: number }> {
  const site = readSite(folder);
  const { base, home, url } = site.settings;
  const checker = createTextChecker(base, url);
  const about = await readAbout(folder, checker);
  const texts = await readHomeTexts({ folder, renderer: checker, home });
  const cv = readCv(folder, checker);
  const checked = { folder, checker, site };
  const redirects = checkRedirects(folder, site, addressesUnder(base));
  const found = [site, about, texts, cv, redirects];
  const problems = found.flatMap((one) => one.problems);
  const pages = new Map<string, ReadPage[]>();
  for (const section of sections) {
    const { problems: said, pages: ofSection } = await checkSection(section, checked);
    problems.push(...said);
    pages.set(section.name, ofSection);
  }
  problems.push(...checkMentions(pages));
  const talks = pages.get('talks')?.length ?? 0;
  return { problems, talks, others: [...pages.values()].flat().length - talks };
}

interface Checked {
  folder: SiteFolder;
  checker: TextRenderer;
  site: SiteReading;
}

/** The pages of a section, and what is to be said of each alone. */
async function checkSection(
  section: Section,
  { folder, checker, site }: Checked,
): Promise<{ problems: Problem[]; pages: ReadPage[] }> {
  const addresses = addressesUnder(site.settings.base);
  const context = readingContext(site, folder);
  const { pages, broken, problems } = readPages(section, folder, addresses, context);
  const findTalk = finderIn(section, pages, folder);
  for (const page of [...pages, ...broken]) {
    const { findings } = await renderPage(section, page, checker, findTalk);
    problems.push(...toPageProblems(findings, page, section.noun));
  }
  return { problems, pages };
}
