import type { LoaderContext } from 'astro/loaders';
import { fileURLToPath } from 'node:url';
import type { LookUps } from '../../markdown/source/look-ups.ts';
import type { Finding } from '../../schema/finding.ts';
import { toRelativePath } from '../assets/file-stats.ts';
import type { PageFrontMatter } from '../assets/page-files.ts';
import { describeFiles, hasAllPreviews } from '../assets/page-pdfs.ts';
import type { FindPage } from '../assets/page-finder.ts';
import type { RenderSettings } from '../render/render-cache.ts';
import type { PageRendering } from '../render/render-job.ts';
import { openPageFiles } from '../render/render-page.ts';
import { hasSameLookUps } from '../render/same-look-ups.ts';
import { listAttachments, type ParsedPage } from '../sections/parsed-page.ts';

/** The part of a stored entry that the loader reads again. */
interface StoredPage extends Record<string, unknown>, TextResult {
  lookedUp: LookUps;
}

/** The result of rendering the texts of a page, besides its entry. */
export interface TextResult {
  findings: Finding[];
  /** The files that are published next to the page. */
  attachments: string[];
}

/** Where pages are stored, and how they are rendered. */
export interface PageStore {
  settings: RenderSettings;
  context: LoaderContext;
  /** The page that the stored entry of a slug was made from in this process. */
  storedPages: Map<string, ParsedPage>;
}

/** Returns the stored entry of a page, unless the page has to be stored again. */
export function findStoredPage(
  page: ParsedPage,
  findPage: FindPage,
  hasSameNames: boolean,
  { settings, context, storedPages }: PageStore,
) {
  const stored = context.store.get<StoredPage>(page.slug);
  if (!stored) return undefined;
  const isSamePage =
    storedPages.get(page.slug) === page ||
    stored.digest ===
      context.generateDigest({ ...toDigestInput(page, settings), isDeferred: false });
  if (!isSamePage) return undefined;
  const isCurrent =
    hasSameNames ||
    (hasSameLookUps(stored.data.lookedUp, { locate: page.locate, findPage }) &&
      hasAllPreviews(stored.assetImports, page.file.path));
  return isCurrent ? stored : undefined;
}

/** Stores a page with its rendered texts. @param isDeferred Whether texts may be missing, and PDFs are not opened yet. */
export async function storePage<F extends PageFrontMatter>(
  page: ParsedPage<F>,
  rendering: PageRendering,
  { settings, context, storedPages }: PageStore,
  isDeferred = false,
): Promise<TextResult> {
  const { file, slug, identifiers, files, frontMatter, image: foundImage, sectionData } = page;
  const { body, findings, usedFiles, pdfs, image, ...rendered } = await openPageFiles(
    { pdfs: isDeferred ? [] : page.pdfs, ...(foundImage && { image: foundImage }) },
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
    filePath: toRelativePath(fileURLToPath(context.config.root), file.path),
    digest: context.generateDigest({ ...toDigestInput(page, settings), isDeferred }),
    ...toStoredBody(body),
  });
  storedPages.set(slug, page);
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
