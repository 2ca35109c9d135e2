import { defineCollection } from 'astro:content';
import { checkTogether } from './content/check-together.ts';
import { aboutLoader } from './content/site/about-loader.ts';
import { courseSection } from './content/sections/course-section.ts';
import { cvLoader } from './content/site/cv-loader.ts';
import { deckSection } from './content/sections/deck-section.ts';
import { homeTextLoader } from './content/site/home-text-loader.ts';
import { personSection } from './content/sections/person-section.ts';
import { createProblemReport } from './content/problems/problem-report.ts';
import { plainPageSection } from './content/sections/plain-page-section.ts';
import { postSection } from './content/sections/post-section.ts';
import { projectSection } from './content/sections/project-section.ts';
import { publicationSection } from './content/sections/publication-section.ts';
import type { PageFrontMatter, Section } from './content/sections/section.ts';
import { sections } from './content/sections/sections.ts';
import { publishAddresses } from './content/site/address-channel.ts';
import { redirectsLoader } from './content/site/redirects-loader.ts';
import { siteFolder } from './content/site-folder.ts';
import { siteLoader } from './content/site/site-loader.ts';
import { pageLoader } from './content/pages/page-loader.ts';
import { talkSection } from './content/sections/talk-section.ts';
import { aboutEntry, cvEntry, homeTextEntry, pageEntry, redirectsEntry } from './schema/entry.ts';
import { siteSchema } from './schema/site.ts';

const folder = siteFolder();
const report = createProblemReport(
  ['site', 'about', 'homeTexts', 'cv', 'redirects', ...sections.map(({ name }) => name)],
  (read) => {
    const { problems, addresses } = checkTogether(read, folder);
    publishAddresses(addresses.list);
    return problems;
  },
);

/** Each collection of pages is named here, and not by a loop, so that its type is known. */
export const collections = {
  site: defineCollection({ loader: siteLoader(folder, report), schema: siteSchema }),
  about: defineCollection({
    loader: aboutLoader(folder, report),
    schema: ({ image }) => aboutEntry(image()),
  }),
  homeTexts: defineCollection({ loader: homeTextLoader(folder, report), schema: homeTextEntry }),
  cv: defineCollection({ loader: cvLoader(folder, report), schema: cvEntry }),
  redirects: defineCollection({ loader: redirectsLoader(folder, report), schema: redirectsEntry }),
  talks: pagesOf(talkSection),
  publications: pagesOf(publicationSection),
  projects: pagesOf(projectSection),
  posts: pagesOf(postSection),
  teaching: pagesOf(courseSection),
  people: pagesOf(personSection),
  pages: pagesOf(plainPageSection),
  slides: pagesOf(deckSection),
};

function pagesOf<F extends PageFrontMatter>(section: Section<F>) {
  return defineCollection({
    loader: pageLoader(section, folder, report),
    schema: ({ image }) => pageEntry(section.schema, image()),
  });
}
