import type { PageFrontMatter } from '../assets/page-files.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';
import type { Section } from '../sections/section.ts';
import type { FindPage } from '../assets/page-finder.ts';
import { openRenderCache, type RenderSettings } from './render-cache.ts';
import { type PageRendering, type RenderJob, toRenderJob } from './render-job.ts';
import type { RenderPool } from './render-pool.ts';
import { fromStoredRendering, type StoredRendering } from './rendering-json.ts';

interface RenderOptions<F extends PageFrontMatter> {
  section: Section<F>;
  /** All pages of the section, to which texts may refer. */
  pages: readonly ParsedPage<F>[];
  findPage: FindPage;
  settings: RenderSettings;
  pool: RenderPool;
  /** Returns whether the texts of a page that are not in the cache are rendered later. */
  canDefer?: (page: ParsedPage<F>) => boolean;
}

/**
 * Returns the rendered texts of pages, in the same order: from the cache, else rendered in the threads of the pool. The
 * result does not depend on where it comes from: each rendering is read from its JSON. It is undefined for deferred texts.
 * @throws When a page cannot be rendered. The message names its file.
 */
export async function renderPages<F extends PageFrontMatter>(
  wanted: readonly ParsedPage<F>[],
  { section, pages, findPage, settings, pool, canDefer = () => false }: RenderOptions<F>,
): Promise<(PageRendering | undefined)[]> {
  const cache = openRenderCache(settings, section.name);
  const renderings = new Map<ParsedPage<F>, PageRendering>();
  const missing: { page: ParsedPage<F>; job: RenderJob }[] = [];
  for (const page of wanted) {
    const job = toRenderJob(section, page);
    const cached = await cache.read(job, { locate: page.locate, findPage });
    if (cached) renderings.set(page, cached);
    else if (!canDefer(page)) missing.push({ page, job });
  }
  if (missing.length > 0) {
    const targets = pages.map(({ file: { stem }, slug }) => ({ file: { stem }, slug }));
    const sectionPages = { section: section.name, pages: targets };
    const jobs = missing.map(({ job }) => job);
    const start = performance.now();
    const results = pool.render(sectionPages, jobs).map(async (result, i) => {
      const stored = JSON.parse(await result) as StoredRendering;
      renderings.set(missing[i]!.page, fromStoredRendering(stored));
    });
    await Promise.all(results);
    // See recordPart in ../build/phases.ts.
    performance.measure('lectern: read/markdown', { start });
  }
  return wanted.map((page) => renderings.get(page));
}
