import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFile } from '../../model/page/link.ts';
import type { RawLink } from '../../model/page/raw-links.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { toRelativePath } from './file-stats.ts';
import type { LocatedFile } from './find-file.ts';
import { drawPdf, firstPageName, isPdfCached, type PdfProperties, readPdf } from './pdf-cache.ts';

/** A linked PDF with the properties of the file. */
export interface OpenedPdf extends LinkedPdf {
  properties: PdfProperties;
}

/** A file in the content store. The path of its preview is relative to the file of its page. */
export type StoredFile = Omit<SiteFile, 'preview'> & { preview?: string };

/** Opens the PDFs of a page. Returns a finding at its key for each one that does not open. */
export async function openPdfs(
  pdfs: readonly LinkedPdf[],
): Promise<{ pdfs: OpenedPdf[]; findings: Finding[] }> {
  const opened = await Promise.all(
    pdfs.map(async (pdf) => ({ ...pdf, properties: await readPdf(pdf) })),
  );
  return { pdfs: opened, findings: opened.flatMap(toPdfFindings) };
}

/** Starts to open and draw PDFs in parallel, so that their results are ready earlier. */
export function preparePdfs(pdfs: readonly LinkedPdf[]): void {
  for (const pdf of pdfs) {
    const opening = readPdf(pdf);
    if (pdf.hasPreview) void opening.then((properties) => drawPdf(pdf.file, properties));
  }
}

/** Returns whether PDFs have to be opened or drawn for the first time, which takes up to seconds. */
export async function hasNewPdf(pdfs: readonly LinkedPdf[]): Promise<boolean> {
  for (const pdf of pdfs) if (!(await isPdfCached(pdf, pdf.hasPreview))) return true;
  return false;
}

/** Returns the files of a page, with the number of pages and the preview of each PDF. */
export async function describeFiles(
  files: Record<string, SiteFile>,
  pdfs: readonly OpenedPdf[],
  pagePath: string,
): Promise<Record<string, StoredFile>> {
  const entries = Object.entries(files).map(async ([value, { href, bytes, isPage }]) => {
    const pdf = pdfs.find((linked) => linked.value === value);
    const { pages } = pdf?.properties ?? {};
    const image = pdf?.hasPreview ? await drawPdf(pdf.file, pdf.properties) : undefined;
    const preview = image && { preview: `./${toRelativePath(dirname(pagePath), image)}` };
    return [
      value,
      { href, bytes, ...(isPage && { isPage }), ...(pages !== undefined && { pages }), ...preview },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Returns whether all previews that the stored entry of a page refers to still exist. */
export function hasAllPreviews(assets: readonly string[] = [], pagePath: string): boolean {
  const previews = assets.filter((asset) => asset.endsWith(`/${firstPageName}`));
  return previews.every((preview) => existsSync(join(dirname(pagePath), preview)));
}

const explanations: Record<NonNullable<PdfProperties['error']>, [string, string]> = {
  empty: ['is an empty file', 'Copy the PDF again'],
  'git-lfs': ['is a Git LFS pointer, not the PDF itself', 'Run "git lfs pull"'],
  'web-page': ['is a web page, not a PDF', 'Download the PDF again'],
  other: ['is not a PDF, because it does not start with %PDF-', 'Export or copy it again'],
  damaged: ['cannot be opened, because it is damaged or incomplete', 'Export or copy it again'],
  stuck: ['cannot be opened, because the PDF reader crashes or does not finish', 'Export it again'],
  password: ['requires a password', 'If anyone may read it, save it without a password'],
};

function toPdfFindings({ path, value, properties }: OpenedPdf): Finding[] {
  if (!properties.error) return [];
  const [what, remedy] = explanations[properties.error];
  return [
    {
      ...{ path, code: 'unreadable-pdf' },
      message: `"${value}" ${what}`,
      remedy: `${remedy}. Until then the page links to it without a page count or preview.`,
    },
  ];
}

/** A link to a PDF in front matter. */
export interface PdfLink {
  path: KeyPath;
  url: string;
  /** Whether the page shows an image of its first page. */
  hasPreview: boolean;
}

/** A PDF of the site that a page links to as slides, poster or paper. */
export interface LinkedPdf {
  /** The first key that names it. */
  path: KeyPath;
  /** The value of the key. */
  value: string;
  /** Absolute path. */
  file: string;
  /** Milliseconds since 1970. */
  modified: number;
  /** Whether the page shows an image of its first page. */
  hasPreview: boolean;
}

/** Returns the links of a page to its slides, poster and paper. */
export function selectPdfLinks(links: readonly RawLink[]): PdfLink[] {
  return links.flatMap(({ path, url, kind }) => {
    const hasPreview = kind === 'slides' || kind === 'poster';
    return hasPreview || kind === 'pdf' ? [{ path, url, hasPreview }] : [];
  });
}

/** Finds the PDFs of the site among the links of a page, one for each value. */
export function findLinkedPdfs(
  links: readonly PdfLink[],
  locate: (value: string) => LocatedFile | undefined,
): LinkedPdf[] {
  const pdfs = new Map<string, LinkedPdf>();
  for (const { path, url, hasPreview } of links) {
    const located = locate(url);
    if (!located || pdfs.has(url) || !/\.pdf$/i.test(located.path)) continue;
    const modified = statSync(located.file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    pdfs.set(url, { path, value: url, file: located.file, modified, hasPreview });
  }
  return [...pdfs.values()];
}
