import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import type { SiteFolder } from '../../../src/content/assets/site-folder.ts';
import { listEntries } from '../../../src/content/loaders/entry-store.ts';
import { pageLoader } from '../../../src/content/loaders/page-loader.ts';
import {
  aboutLoader,
  cvLoader,
  homeTextLoader,
  redirectsLoader,
  siteLoader,
} from '../../../src/content/loaders/site-loaders.ts';
import type { Problem } from '../../../src/content/parse/problem.ts';
import { sections } from '../../../src/content/sections/sections.ts';
import { readSite } from '../../../src/content/site/read-site.ts';
import { subscribeToProblems } from '../../../src/content/validate/channels.ts';
import { checkAcrossSections } from '../../../src/content/validate/check-site.ts';
import { createProblemReport } from '../../../src/content/validate/problem-report.ts';
import {
  aboutEntry,
  cvEntry,
  homeTextEntry,
  pageEntry,
  redirectsEntry,
} from '../../../src/schema/entry.ts';
import { siteSchema } from '../../../src/schema/site.ts';
import { makeLoaderContext } from '../make/loader-context.ts';

let published: readonly Problem[] = [];
subscribeToProblems((list) => (published = list));

/** What a build has read: its problems, whether it would stop, and the contents of its store as JSON. */
export interface BuildReading {
  problems: readonly Problem[];
  stops: boolean;
  stored: string;
}

/**
 * Reads a site as a build does, with the loaders of all collections, but without Astro.
 * @param cache The folder of the caches.
 */
export async function readAsBuild(folder: SiteFolder, cache: string): Promise<BuildReading> {
  const names = ['site', 'about', 'homeTexts', 'cv', 'redirects'];
  const allNames = [...names, ...sections.map(({ name }) => name)];
  const report = createProblemReport(allNames, (read) => {
    return checkAcrossSections(read, folder).problems;
  });
  const services = { report, watch: { add: () => undefined } };
  const { base, url } = readSite(folder).settings;
  const load = (collection: string, loader: Loader, schema: z.ZodType) =>
    loader.load(makeLoaderContext({ collection, schema, folder, cache, base, url }));
  published = [];
  let stops = false;
  try {
    await load('site', siteLoader(folder, services), siteSchema);
    await load('about', aboutLoader(folder, services), aboutEntry(z.any()));
    await load('homeTexts', homeTextLoader(folder, services), homeTextEntry);
    await load('cv', cvLoader(folder, services), cvEntry);
    await load('redirects', redirectsLoader(folder, services), redirectsEntry);
    for (const section of sections) {
      const schema = pageEntry(z.any(), z.any());
      await load(section.name, pageLoader(section, folder, services), schema);
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ContentError') throw error;
    stops = true;
  }
  const stored = JSON.stringify(allNames.map((name) => listEntries(name)));
  return { problems: published, stops, stored };
}
