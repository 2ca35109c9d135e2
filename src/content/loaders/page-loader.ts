import type { Loader, LoaderContext } from 'astro/loaders';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTextRenderer, type TextRenderer } from '../../markdown/render/text-renderer.ts';
import type { FoundFile } from '../../markdown/source/markdown-context.ts';
import type { LookUps } from '../../markdown/source/look-ups.ts';
import { createAddresses } from '../../model/page/addresses.ts';
import type { Finding } from '../../schema/finding.ts';
import { describeFiles, preparePdfs, hasAllPreviews } from '../assets/page-pdfs.ts';
import { markCollectionEmpty, watchFolders } from './sync-collection.ts';
import { getFileStamp } from '../assets/image-cache.ts';
import type { ProblemReport } from '../validate/problem-report.ts';
import { listAttachments, toPageProblems, type ParsedPage } from '../sections/parsed-page.ts';
import { readSite } from '../site/read-site.ts';
import { createReadingContext, readPages } from '../sections/read-pages.ts';
import { renderPage } from '../render/render-page.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { getSectionFolder, type Section } from '../sections/section.ts';
import type { PageFrontMatter } from '../assets/page-files.ts';
import { createPageFinder, type FindPage } from '../render/page-finder.ts';

/** Increased when rendered texts or stored data change, so that all pages are rendered again. */
const cacheVersion = 19;

/**
 * Loads the pages of a section into the content store: front matter, rendered texts, files. Texts are rendered
 * again only if the file, or a file or page that it refers to, has changed.
 */
export function pageLoader<F extends PageFrontMatter>(
  section: Section<F>,
  folder: SiteFolder,
  report: ProblemReport,
): Loader {
  return {
    name: `lectern-${section.name}`,
    async load(context) {
      const sync = () => syncPages(section, folder, report, context);
      await sync();
      const pageFolder = section.readExtraPages
        ? folder.content
        : getSectionFolder(section, folder);
      const settings = join(folder.content, 'site.yaml');
      watchFolders(context.watcher, [pageFolder, folder.public, settings], sync);
    },
  };
}

async function syncPages<F extends PageFrontMatter>(
  section: Section<F>,
  folder: SiteFolder,
  report: ProblemReport,
  context: LoaderContext,
) {
  const { base, site } = context.config;
  const readContext = createReadingContext(readSite(folder), folder);
  const addresses = createAddresses(base);
  const { pages, broken, problems } = readPages(section, folder, addresses, readContext);
  const renderer = await createTextRenderer(base, site);
  const findPage = createPageFinder(section.name, pages, folder);
  const stale = new Set(context.store.keys());
  const changed = pages.filter((page) => !findStoredPage(page, findPage, context));
  preparePdfs(changed.flatMap(({ pdfs }) => pdfs));
  const published = new Map<ParsedPage, string[]>();
  for (const page of pages) {
    stale.delete(page.slug);
    const { findings, attachments } =
      reusePage(page, findPage, context) ??
      (await storePage(section, page, renderer, findPage, context));
    problems.push(...toPageProblems(findings, page, section.noun));
    published.set(page, attachments);
  }
  for (const page of broken) {
    const { findings } = await renderPage(section, page, renderer, findPage);
    problems.push(...toPageProblems(findings, page, section.noun));
  }
  for (const slug of stale) context.store.delete(slug);
  markCollectionEmpty(context.store);
  report.publish(section.name, problems, context.watcher !== undefined, published);
}

/** Keeps the stored entry of an unchanged page, and returns its data. */
function reusePage(page: ParsedPage, findPage: FindPage, context: LoaderContext) {
  const stored = findStoredPage(page, findPage, context);
  if (!stored) return undefined;
  // Setting the entry again registers its images and MDX module for this build.
  context.store.delete(page.slug);
  context.store.set(stored);
  return stored.data;
}

/** Returns the stored entry of a page, unless the page has to be rendered again. */
function findStoredPage(
  page: ParsedPage,
  findPage: FindPage,
  { store, generateDigest }: LoaderContext,
) {
  const stored = store.get<StoredPage>(page.slug);
  if (!stored || stored.digest !== generateDigest(toDigestInput(page))) return undefined;
  const isCurrent =
    hasSameLookUps(page, findPage, stored.data.lookedUp) &&
    hasAllPreviews(stored.assetImports, page.file.path);
  return isCurrent ? stored : undefined;
}

async function storePage<F extends PageFrontMatter>(
  section: Section<F>,
  page: ParsedPage<F>,
  renderer: TextRenderer,
  findPage: FindPage,
  context: LoaderContext,
) {
  const { file, slug, identifiers, files, frontMatter, sectionData } = page;
  const rendering = await renderPage(section, page, renderer, findPage);
  const { body, findings, usedFiles, pdfs, image, ...rendered } = rendering;
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
    digest: context.generateDigest(toDigestInput(page)),
    ...(body
      ? { rendered: { html: body.html, metadata: body }, assetImports: body.imagePaths }
      : { deferredRender: true }),
  });
  return { findings, attachments };
}

/** The part of a stored entry that the loader reads again. */
interface StoredPage extends Record<string, unknown> {
  findings: Finding[];
  attachments: string[];
  lookedUp: LookUps;
}

/** Returns whether every file, page and image that the texts of a page refer to is the same as before. */
function hasSameLookUps(
  { locate }: ParsedPage,
  findPage: FindPage,
  { files, pages, images }: LookUps,
): boolean {
  const isSameFile = ([name, previous]: [string, FoundFile | undefined]) => {
    const located = locate(name);
    return located?.place === previous?.place && located?.path === previous?.path;
  };
  const isSameImage = ([name, stamp]: [string, string]) => {
    const located = locate(name);
    return located !== undefined && getFileStamp(located.file) === stamp;
  };
  return (
    [...files].every(isSameFile) &&
    [...pages].every(([name, address]) => findPage(name) === address) &&
    [...images].every(isSameImage)
  );
}

/** Returns everything that the stored entry of a page is made from. */
function toDigestInput(page: ParsedPage) {
  const { file, text, frontMatterFile, identifiers, files, pdfs, image, sectionData } = page;
  return {
    ...{ cacheVersion, path: file.path, bundle: file.bundle?.files ?? [] },
    ...{ text, frontMatter: frontMatterFile?.text, identifiers, files, pdfs },
    ...{ image: image ?? null, sectionData: sectionData ?? null },
  };
}
