import { createTextRenderer } from '../markdown/render.ts';
import { addressesUnder } from '../model/url.ts';
import { readAbout } from './read-about.ts';
import { readSite } from './read-site.ts';
import { readingContext, readTalks } from './read-talks.ts';
import { renderTalk } from './render-talk.ts';
import { toProblems, type Problem } from './problem.ts';
import type { SiteFolder } from './site-folder.ts';

/** Everything that a build would say about the author's folder, without building. */
export async function checkSite(
  folder: SiteFolder,
): Promise<{ problems: Problem[]; talks: number }> {
  const site = readSite(folder);
  const renderer = await createTextRenderer(site.settings.base);
  const about = await readAbout(folder, renderer);
  const { talks, problems } = readTalks(folder, addressesUnder(site.settings.base), readingContext(site));
  const inTexts: Problem[] = [];
  for (const talk of talks) {
    const { findings } = await renderTalk(talk, renderer);
    inTexts.push(...toProblems(findings, talk.file.name, talk.written, talk.text));
  }
  return {
    problems: [...site.problems, ...about.problems, ...problems, ...inTexts],
    talks: talks.length,
  };
}
