import { defineCollection, type SchemaContext } from 'astro/content/config';
import { checkAcrossSections } from './validate/check-site.ts';
import {
  aboutLoader,
  cvLoader,
  homeTextLoader,
  redirectsLoader,
  siteLoader,
} from './loaders/site-loaders.ts';
import {
  courseSection,
  plainPageSection,
  postSection,
  projectSection,
} from './sections/plain-sections.ts';
import { deckSection } from './sections/deck-section.ts';
import { personSection } from './sections/person-section.ts';
import { createProblemReport } from './validate/problem-report.ts';
import { publicationSection } from './sections/publication-section.ts';
import type { PageFrontMatter } from './assets/page-files.ts';
import type { Section } from './sections/section.ts';
import { sections } from './sections/sections.ts';
import { createContentWatch } from './loaders/content-watch.ts';
import { countCheckedTexts } from './loaders/deferred-texts.ts';
import { publishAddresses } from './validate/channels.ts';
import { resolveSiteFolder } from './assets/site-folder.ts';
import { pageLoader } from './loaders/page-loader.ts';
import { talkSection } from './sections/talk-section.ts';
import { aboutEntry, cvEntry, homeTextEntry, pageEntry, redirectsEntry } from '../schema/entry.ts';
import { siteSchema } from '../schema/site.ts';

const folder = resolveSiteFolder();
const report = createProblemReport(
  ['site', 'about', 'homeTexts', 'cv', 'redirects', ...sections.map(({ name }) => name)],
  (read) => {
    const { problems, addresses } = checkAcrossSections(read, folder);
    publishAddresses(addresses.list);
    return problems;
  },
  countCheckedTexts,
);

const services = { report, watch: createContentWatch(folder, report) };

/**
 * The collections of the content store. Those of pages are listed one by one and not made in a loop, so that
 * Astro infers their types.
 */
export const collections = {
  site: defineCollection({ loader: siteLoader(folder, services), schema: siteSchema }),
  about: defineCollection({
    loader: aboutLoader(folder, services),
    schema: ({ image }) => aboutEntry(image()),
  }),
  homeTexts: defineCollection({ loader: homeTextLoader(folder, services), schema: homeTextEntry }),
  cv: defineCollection({ loader: cvLoader(folder, services), schema: cvEntry }),
  redirects: defineCollection({
    loader: redirectsLoader(folder, services),
    schema: redirectsEntry,
  }),
  talks: definePages(talkSection),
  publications: definePages(publicationSection),
  projects: definePages(projectSection),
  posts: definePages(postSection),
  teaching: definePages(courseSection),
  people: definePages(personSection),
  pages: definePages(plainPageSection),
  slides: definePages(deckSection),
};

type ImageSchema = ReturnType<SchemaContext['image']>;

function definePages<F extends PageFrontMatter>(section: Section<F>) {
  const createSchema = (image: ImageSchema) => pageEntry(section.schema, image);
  const schemas = new Map<string, ReturnType<typeof createSchema>>();
  return defineCollection({
    loader: pageLoader(section, folder, services),
    // Astro asks for the schema of each entry, because its images may be relative to it without a leading dot. Ours
    // have one, so that entries share a schema, but not with the types that Astro generates, which have other images.
    schema({ image: createImage }) {
      const image = createImage();
      const kind = String(image.safeParse('./image.png').data);
      const schema = schemas.get(kind) ?? createSchema(image);
      schemas.set(kind, schema);
      return schema;
    },
  });
}
