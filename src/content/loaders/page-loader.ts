import type { Loader, LoaderContext } from 'astro/loaders';
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTextRenderer } from '../../markdown/render/text-renderer.ts';
import type { LookUps } from '../../markdown/source/look-ups.ts';
import { createAddresses } from '../../model/page/addresses.ts';
import type { Finding } from '../../schema/finding.ts';
import { describeFiles, preparePdfs, hasAllPreviews } from '../assets/page-pdfs.ts';
import { type FileChanges, isBelow, isSiteFile } from './content-watch.ts';
import { openStore } from './entry-store.ts';
import { SectionReader } from './section-reader.ts';
import type { LoaderServices } from './site-loaders.ts';
import type { Problem } from '../parse/problem.ts';
import { listAttachments, toPageProblems, type ParsedPage } from '../sections/parsed-page.ts';
import { readSite } from '../site/read-site.ts';
import { deckSection } from '../sections/deck-section.ts';
import { openPageTextCache } from '../sections/page-text-cache.ts';
import { createReadingContext } from '../sections/read-pages.ts';
import {
  createRenderSettings,
  openRenderCache,
  type RenderSettings,
} from '../render/render-cache.ts';
import type { PageRendering } from '../render/render-job.ts';
import { openPageFiles, renderPage } from '../render/render-page.ts';
import { renderPages } from '../render/render-pages.ts';
import { type RenderPool, useRenderPool } from '../render/render-pool.ts';
import { hasSameLookUps } from '../render/same-look-ups.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { getSectionFolder, type Section } from '../sections/section.ts';
import type { PageFrontMatter } from '../assets/page-files.ts';
import { createPageFinder, type FindPage } from '../assets/page-finder.ts';

/**
 * Loads the pages of a section into the content store: front matter, rendered texts, files. Texts are rendered
 * again only if the file, or a file or page that it refers to, has changed.
 */
export function pageLoader<F extends PageFrontMatter>(
  section: Section<F>,
  folder: SiteFolder,
  { report, watch }: LoaderServices,
): Loader {
  return {
    name: `lectern-${section.name}`,
    async load(loaderContext) {
      const context = { ...loaderContext, store: openStore(loaderContext) };
      const { base, site: origin, cacheDir } = context.config;
      const cacheFolder = join(fileURLToPath(cacheDir), 'rendered-texts');
      const reader = new SectionReader(section, folder);
      const storedPages = new Map<string, ParsedPage>();
      const sync = async (changes?: FileChanges) => {
        const { macros = [] } = readSite(folder).settings;
        const settings = createRenderSettings(folder, cacheFolder, { base, origin, macros });
        const { problems, published } = await useRenderPool(settings, (pool) =>
          syncPages({ section, settings, pool, context, storedPages }, reader, changes),
        );
        report.publish(section.name, problems, context.watcher !== undefined, published);
      };
      await sync();
      const folders = [section, deckSection].map((one) => getSectionFolder(one, folder));
      const isRelevant = (path: string) =>
        folders.some((one) => isBelow(path, one)) || isSiteFile(path, folder);
      watch.add(context.watcher, isRelevant, sync);
    },
  };
}

interface Sync<F extends PageFrontMatter> {
  section: Section<F>;
  settings: RenderSettings;
  pool: RenderPool;
  context: LoaderContext;
  /** The page that the stored entry of a slug was made from in this process. */
  storedPages: Map<string, ParsedPage>;
}

/** Updates the stored entries of a section. @param changes The changed files; undefined if everything is read. */
async function syncPages<F extends PageFrontMatter>(
  sync: Sync<F>,
  reader: SectionReader<F>,
  changes: FileChanges | undefined,
): Promise<{ problems: Problem[]; published: Map<ParsedPage, string[]> }> {
  const { section, settings, pool, context, storedPages } = sync;
  const { site: folder, base, origin, macros } = settings;
  const cache = openRenderCache(settings, section.name);
  if (!changes) pool.prepare(countNames(getSectionFolder(section, folder)) - cache.countPages());
  const readContext = createReadingContext(readSite(folder), folder);
  const pageTexts = openPageTextCache(
    join(settings.cacheFolder, settings.version, `${section.name}.front-matter`),
  );
  const parse = changes ? undefined : pageTexts.parse;
  const reading = reader.read(
    createAddresses(base),
    { ...readContext, ...(parse && { parse }) },
    changes,
  );
  if (!changes) pageTexts.save();
  const { pages, broken, hasSameNames } = reading;
  const problems = [...reading.problems];
  const findPage = createPageFinder(section.name, pages, folder);
  const stale = new Set(context.store.keys());
  const stored = new Map(
    pages.map((page) => [page, findStoredPage(page, findPage, hasSameNames, sync)] as const),
  );
  const changed = pages.filter((page) => !stored.get(page));
  preparePdfs(changed.flatMap(({ pdfs }) => pdfs));
  const renderings = await renderPages(changed, { section, pages, findPage, settings, pool });
  const renderingsByPage = new Map(changed.map((page, i) => [page, renderings[i]!]));
  const published = new Map<ParsedPage, string[]>();
  for (const page of pages) {
    stale.delete(page.slug);
    const entry = stored.get(page);
    const { findings, attachments } = entry
      ? entry.data
      : await storePage(page, renderingsByPage.get(page)!, sync);
    problems.push(...toPageProblems(findings, page, section.noun));
    storedPages.set(page.slug, page);
    published.set(page, attachments);
  }
  for (const page of broken) {
    const renderer = await createTextRenderer(base, origin, macros);
    const { findings } = await renderPage(section, page, renderer, findPage);
    problems.push(...toPageProblems(findings, page, section.noun));
  }
  for (const slug of stale) context.store.delete(slug);
  if (!hasSameNames) cache.keepOnly(pages);
  return { problems, published };
}

/** Counts the names in the folder of a section: about the number of its pages. */
function countNames(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}

/** The part of a stored entry that the loader reads again. */
interface StoredPage extends Record<string, unknown> {
  findings: Finding[];
  attachments: string[];
  lookedUp: LookUps;
}

/** Returns the stored entry of a page, unless the page has to be stored again. */
function findStoredPage(
  page: ParsedPage,
  findPage: FindPage,
  hasSameNames: boolean,
  { settings, context, storedPages }: Omit<Sync<PageFrontMatter>, 'section' | 'pool'>,
) {
  const stored = context.store.get<StoredPage>(page.slug);
  if (!stored) return undefined;
  const isSamePage =
    storedPages.get(page.slug) === page ||
    stored.digest === context.generateDigest(toDigestInput(page, settings));
  if (!isSamePage) return undefined;
  const isCurrent =
    hasSameNames ||
    (hasSameLookUps(stored.data.lookedUp, { locate: page.locate, findPage }) &&
      hasAllPreviews(stored.assetImports, page.file.path));
  return isCurrent ? stored : undefined;
}

async function storePage<F extends PageFrontMatter>(
  page: ParsedPage<F>,
  rendering: PageRendering,
  { settings, context }: Sync<F>,
) {
  const { file, slug, identifiers, files, frontMatter, sectionData } = page;
  const { body, findings, usedFiles, pdfs, image, ...rendered } = await openPageFiles(
    page,
    rendering,
  );
  const attachments = listAttachments(page, usedFiles);
  const data = await context.parseData({
    id: slug,
    data: {
      ...{ slug, identifiers, frontMatter, attachments, findings, ...rendered },
      extra: sectionData,
      files: await describeFiles(files, pdfs, file.path),
      ...(image && { image: `./${image.name}`, animated: image.animated }),
    },
    filePath: file.path,
  });
  context.store.set({
    id: slug,
    data,
    filePath: relative(fileURLToPath(context.config.root), file.path).split(sep).join('/'),
    digest: context.generateDigest(toDigestInput(page, settings)),
    ...toStoredBody(body),
  });
  return { findings, attachments };
}

/** Returns the parts of a stored entry from which Astro makes the body of the page. */
function toStoredBody(body: PageRendering['body']) {
  if (!body) return { deferredRender: true };
  const { html, headings, imagePaths, words } = body;
  return {
    rendered: { html, metadata: { headings, imagePaths, words } },
    assetImports: imagePaths,
  };
}

/** Returns everything that the stored entry of a page is made from. */
function toDigestInput(page: ParsedPage, { version }: RenderSettings) {
  const { file, text, frontMatterFile, identifiers, files, pdfs, image, sectionData } = page;
  return {
    ...{ version, path: file.path, bundle: file.bundle?.files ?? [] },
    ...{ text, frontMatter: frontMatterFile?.text, identifiers, files, pdfs },
    ...{ image: image ?? null, sectionData: sectionData ?? null },
  };
}
