import { createTextRenderer, type TextRenderer } from '../../markdown/render/text-renderer.ts';
import type { ImageProperties } from '../../model/page/image-errors.ts';
import { createFileFinder } from '../assets/find-file.ts';
import { readImage } from '../assets/image-cache.ts';
import type { PageFile } from '../assets/page-files.ts';
import { createPageFinder, type FindPage } from '../assets/page-finder.ts';
import { openRenderCache, type RenderSettings } from './render-cache.ts';
import { type PageFinders, type RenderJob, renderTexts } from './render-job.ts';
import { toStoredRendering } from './rendering-json.ts';

/** The pages of a section to which texts may refer. It can be sent to a worker thread. */
export interface SectionPages {
  /** The name of the section. */
  section: string;
  pages: { file: Pick<PageFile, 'stem'>; slug: string }[];
}

/** Renders the texts of a page, caches the rendering, and returns it as JSON. */
export type RunJob = (pages: SectionPages, job: RenderJob) => Promise<string>;

/**
 * Returns a function that renders pages. The main thread and worker threads use the same one, so that the result does
 * not depend on the thread. The Markdown renderer is created for the first page.
 */
export function createJobRenderer(settings: RenderSettings): RunJob {
  const { site, base, origin, macros } = settings;
  const pageFinders = new WeakMap<SectionPages, FindPage>();
  let renderer: TextRenderer | undefined;
  return async (sectionPages, job) => {
    renderer ??= createTextRenderer(base, origin, macros);
    const { section, pages } = sectionPages;
    const findPage = pageFinders.get(sectionPages) ?? createPageFinder(section, pages, site);
    pageFinders.set(sectionPages, findPage);
    const locate = createFileFinder(site, job.file);
    const rendering = await renderTexts(job, renderer, { locate, findPage });
    const properties = await readImages(rendering.lookedUp.images.keys(), locate);
    const json = JSON.stringify(toStoredRendering(rendering, properties));
    openRenderCache(settings, section).write(job, json);
    return json;
  };
}

/** Returns the properties of images, which the rendering has read before, by their names in a text. */
async function readImages(
  names: Iterable<string>,
  locate: PageFinders['locate'],
): Promise<Map<string, ImageProperties>> {
  const properties = new Map<string, ImageProperties>();
  for (const name of names) {
    const file = locate(name)?.file;
    if (file !== undefined) properties.set(name, await readImage(file));
  }
  return properties;
}
