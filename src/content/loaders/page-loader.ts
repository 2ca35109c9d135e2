import type { Loader, LoaderContext } from 'astro/loaders';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTextRenderer, type TextRenderer } from '../../markdown/render/text-renderer.ts';
import type { FoundFile } from '../../markdown/source/environment.ts';
import type { LookedUp } from '../../markdown/source/look-ups.ts';
import { createAddresses } from '../../model/page/addresses.ts';
import type { Finding } from '../../schema/finding.ts';
import { describeFiles, preparePdfs, picturesAreThere } from '../assets/page-pdfs.ts';
import { knownEmpty, watchFolders } from './sync-collection.ts';
import { stampOf } from '../assets/image-cache.ts';
import type { ProblemReport } from '../validate/problem-report.ts';
import { attachmentsOf, toPageProblems, type ParsedPage } from '../sections/parsed-page.ts';
import { readSite } from '../site/read-site.ts';
import { readingContext, readPages } from '../sections/read-pages.ts';
import { renderPage } from '../render/render-page.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { folderOf, type Section } from '../sections/section.ts';
import { type PageFrontMatter } from '../assets/page-files.ts';
import { finderIn, type FindTalk } from '../render/page-finder.ts';

/** Raised when rendered texts of an older Lectern may differ; stored ones are then made anew. */
const renderingVersion = 17;

/**
 * Reads the pages of a section into the content store: front matter, rendered texts, files. Texts are
 * rendered anew only when the file, or a file it names, changed.
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
      const inContent = section.others ? folder.content : folderOf(section, folder);
      const watched = [inContent, folder.public];
      watchFolders(context.watcher, [...watched, join(folder.content, 'site.yaml')], sync);
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
  const reading = readingContext(readSite(folder), folder);
  const addresses = createAddresses(base);
  const { pages, broken, problems } = readPages(section, folder, addresses, reading);
  const renderer = await createTextRenderer(base, site);
  const findTalk = finderIn(section, pages, folder);
  const stale = new Set(context.store.keys());
  const changed = pages.filter((page) => !findStored(page, findTalk, context));
  preparePdfs(changed.flatMap(({ pdfs }) => pdfs));
  const published = new Map<ParsedPage, string[]>();
  for (const page of pages) {
    stale.delete(page.slug);
    const { findings, attachments } =
      reusePage(page, findTalk, context) ??
      (await storePage(section, page, renderer, findTalk, context));
    problems.push(...toPageProblems(findings, page, section.noun));
    published.set(page, attachments);
  }
  for (const page of broken) {
    const { findings } = await renderPage(section, page, renderer, findTalk);
    problems.push(...toPageProblems(findings, page, section.noun));
  }
  for (const slug of stale) context.store.delete(slug);
  knownEmpty(context.store);
  report.publish(section.name, problems, context.watcher !== undefined, published);
}

/** Keeps a page that is in the store unchanged. Returns what it was stored with. */
function reusePage(page: ParsedPage, findTalk: FindTalk, context: LoaderContext) {
  const known = findStored(page, findTalk, context);
  if (!known) return undefined;
  // Setting it anew registers its pictures and MDX module for this build.
  context.store.delete(page.slug);
  context.store.set(known);
  return known.data;
}

/** The entry of a page, if it would come out the same again. */
function findStored(
  page: ParsedPage,
  findTalk: FindTalk,
  { store, generateDigest }: LoaderContext,
) {
  const known = store.get<StoredPage>(page.slug);
  if (!known || known.digest !== generateDigest(identityOf(page))) return undefined;
  const isCurrent =
    findsTheSame(page, findTalk, known.data.lookedUp) &&
    picturesAreThere(known.assetImports, page.file.path);
  return isCurrent ? known : undefined;
}

async function storePage<F extends PageFrontMatter>(
  section: Section<F>,
  page: ParsedPage<F>,
  renderer: TextRenderer,
  findTalk: FindTalk,
  context: LoaderContext,
) {
  const { file, slug, knownAs, files, frontMatter, extra } = page;
  const rendering = await renderPage(section, page, renderer, findTalk);
  const { body, findings, usedFiles, pdfs, pictureFile, ...rendered } = rendering;
  const attachments = attachmentsOf(page, usedFiles);
  const data = await context.parseData({
    id: slug,
    data: {
      ...{ slug, knownAs, frontMatter, attachments, findings, extra, ...rendered },
      files: await describeFiles(files, pdfs, file.path),
      ...(pictureFile && { picture: `./${pictureFile.name}`, animated: pictureFile.animated }),
    },
    filePath: file.path,
  });
  context.store.set({
    id: slug,
    data,
    filePath: relative(fileURLToPath(context.config.root), file.path).split(sep).join('/'),
    digest: context.generateDigest(identityOf(page)),
    ...(body
      ? { rendered: { html: body.html, metadata: body }, assetImports: body.imagePaths }
      : { deferredRender: true }),
  });
  return { findings, attachments };
}

interface StoredPage extends Record<string, unknown> {
  findings: Finding[];
  attachments: string[];
  lookedUp: LookedUp;
}

/** Returns whether every name that the texts of a page looked up still means the same. */
function findsTheSame(
  { locate }: ParsedPage,
  findTalk: FindTalk,
  { files, pages, images }: LookedUp,
): boolean {
  const isSameFile = ([name, known]: [string, FoundFile | undefined]) => {
    const found = locate(name);
    return found?.place === known?.place && found?.path === known?.path;
  };
  const isSameImage = ([name, stamp]: [string, string]) => {
    const found = locate(name);
    return found !== undefined && stampOf(found.file) === stamp;
  };
  return (
    [...files].every(isSameFile) &&
    [...pages].every(([name, address]) => findTalk(name) === address) &&
    [...images].every(isSameImage)
  );
}

/** Everything that the stored entry is made from. */
function identityOf({ file, text, facts, knownAs, files, pdfs, picture, extra }: ParsedPage) {
  const { path, bundle } = file;
  const found = picture ?? null;
  const texts = [text, facts?.text];
  const told = [knownAs, extra ?? null];
  return { renderingVersion, path, bundle: bundle?.files ?? [], texts, told, files, pdfs, found };
}
