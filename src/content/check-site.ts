import { createTextChecker } from '../markdown/check-text.ts';
import { addressesUnder } from '../model/url.ts';
import { toProblems, type Problem } from './problem.ts';
import { readAbout } from './read-about.ts';
import { readSite } from './read-site.ts';
import { readingContext, readPages } from './read-pages.ts';
import { renderPage } from './render-page.ts';
import type { SiteFolder } from './site-folder.ts';
import { talkSection } from './talk-section.ts';
import { createTalkFinder } from './talk-references.ts';

/** Everything that a build would say about the author's folder, without building. */
export async function checkSite(
  folder: SiteFolder,
): Promise<{ problems: Problem[]; talks: number }> {
  const site = readSite(folder);
  const { base } = site.settings;
  const checker = createTextChecker(base);
  const about = await readAbout(folder, checker);
  const { pages: talks, problems } = readPages(talkSection, folder, addressesUnder(base), readingContext(site));
  const findTalk = createTalkFinder(talks);
  const inTexts: Problem[] = [];
  for (const talk of talks) {
    const { findings } = await renderPage(talkSection, talk, checker, findTalk);
    inTexts.push(...toProblems(findings, talk.file.name, talk.written, talk.text));
  }
  return {
    problems: [...site.problems, ...about.problems, ...problems, ...inTexts],
    talks: talks.length,
  };
}
