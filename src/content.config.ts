import { defineCollection } from 'astro:content';
import { aboutLoader } from './content/about-loader.ts';
import { courseSection } from './content/course-section.ts';
import { cvLoader } from './content/cv-loader.ts';
import { deckSection } from './content/deck-section.ts';
import { homeTextLoader } from './content/home-text-loader.ts';
import { personSection } from './content/person-section.ts';
import { createProblemReport } from './content/problem-report.ts';
import { postSection } from './content/post-section.ts';
import { projectSection } from './content/project-section.ts';
import { publicationSection } from './content/publication-section.ts';
import type { PageFrontMatter, Section } from './content/section.ts';
import { sections } from './content/sections.ts';
import { redirectsLoader } from './content/redirects-loader.ts';
import { siteFolder } from './content/site-folder.ts';
import { siteLoader } from './content/site-loader.ts';
import { pageLoader } from './content/page-loader.ts';
import { talkSection } from './content/talk-section.ts';
import { aboutEntry, cvEntry, homeTextEntry, pageEntry, redirectsEntry } from './schema/entry.ts';
import { siteSchema } from './schema/site.ts';

const folder = siteFolder();
const report = createProblemReport([
  ...['site', 'about', 'homeTexts', 'cv', 'redirects'],
  ...sections.map(({ name }) => name),
]);

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
  slides: pagesOf(deckSection),
};

function pagesOf<F extends PageFrontMatter>(section: Section<F>) {
  return defineCollection({
    loader: pageLoader(section, folder, report),
    schema: ({ image }) => pageEntry(section.schema, image()),
  });
}
