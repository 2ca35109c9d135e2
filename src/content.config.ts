import { defineCollection } from 'astro:content';
import { aboutLoader } from './content/about-loader.ts';
import { createProblemReport } from './content/problem-report.ts';
import { publicationSection } from './content/publication-section.ts';
import { siteFolder } from './content/site-folder.ts';
import { siteLoader } from './content/site-loader.ts';
import { pageLoader } from './content/page-loader.ts';
import { talkSection } from './content/talk-section.ts';
import { aboutEntry, pageEntry } from './schema/entry.ts';
import { siteSchema } from './schema/site.ts';

const folder = siteFolder();
const report = createProblemReport(['site', 'about', 'talks', 'publications']);

const site = defineCollection({ loader: siteLoader(folder, report), schema: siteSchema });
const about = defineCollection({
  loader: aboutLoader(folder, report),
  schema: ({ image }) => aboutEntry(image()),
});
const talks = defineCollection({
  loader: pageLoader(talkSection, folder, report),
  schema: ({ image }) => pageEntry(talkSection.schema, image()),
});

const publications = defineCollection({
  loader: pageLoader(publicationSection, folder, report),
  schema: ({ image }) => pageEntry(publicationSection.schema, image()),
});

export const collections = { site, about, talks, publications };
