import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { SiteFile } from '../../model/page/link.ts';
import type { RawLink } from '../../model/page/raw-links.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import type { LocatedFile } from './find-file.ts';
import { drawPdf, firstPageName, type PdfReading, readPdf } from './pdf-cache.ts';

/** A PDF after it was opened. */
export interface OpenedPdf extends LinkedPdf {
  reading: PdfReading;
}

/** A file as the content store keeps it, its picture relative to the file of its page. */
export type StoredFile = Omit<SiteFile, 'preview'> & { preview?: string };

/** Opens the PDFs of a page. One that does not open is a finding at its key. */
export async function openPdfs(
  pdfs: readonly LinkedPdf[],
): Promise<{ pdfs: OpenedPdf[]; findings: Finding[] }> {
  const read = await Promise.all(
    pdfs.map(async (pdf) => ({ ...pdf, reading: await readPdf(pdf) })),
  );
  return { pdfs: read, findings: read.flatMap(toFinding) };
}

/** Begins to open and draw PDFs, several at once; whoever asks for one later waits less. */
export function preparePdfs(pdfs: readonly LinkedPdf[]): void {
  for (const pdf of pdfs) {
    const reading = readPdf(pdf);
    if (pdf.shown) void reading.then((known) => drawPdf(pdf.file, known));
  }
}

/** The files of a page with the number of pages of its PDFs, and with pictures of first pages. */
export async function describeFiles(
  files: Record<string, SiteFile>,
  pdfs: readonly OpenedPdf[],
  pagePath: string,
): Promise<Record<string, StoredFile>> {
  const entries = Object.entries(files).map(async ([written, { href, bytes }]) => {
    const pdf = pdfs.find((one) => one.written === written);
    const { pages } = pdf?.reading ?? {};
    const picture = pdf?.shown ? await drawPdf(pdf.file, pdf.reading) : undefined;
    const preview = picture && { preview: fromPage(pagePath, picture) };
    return [written, { href, bytes, ...(pages !== undefined && { pages }), ...preview }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Whether no picture of a first page has gone from where the entry of its page has it. */
export function picturesAreThere(assets: readonly string[] = [], pagePath: string): boolean {
  const pictures = assets.filter((asset) => asset.endsWith(`/${firstPageName}`));
  return pictures.every((picture) => existsSync(join(dirname(pagePath), picture)));
}

function fromPage(pagePath: string, picture: string): string {
  return `./${relative(dirname(pagePath), picture).split(sep).join('/')}`;
}

const reasons: Record<NonNullable<PdfReading['trouble']>, [string, string]> = {
  empty: ['is an empty file', 'Copy the PDF again'],
  'git-lfs': ['is a Git LFS pointer, not the PDF itself', 'Run "git lfs pull"'],
  'web-page': ['is a web page, not a PDF', 'Download the PDF again'],
  other: ['is not a PDF, because it does not start with %PDF-', 'Export or copy it again'],
  damaged: ['cannot be opened, because it is damaged or incomplete', 'Export or copy it again'],
  stuck: ['cannot be opened, because the PDF reader crashes or does not finish', 'Export it again'],
  password: ['requires a password', 'If anyone may read it, save it without a password'],
};

function toFinding({ path, written, reading }: OpenedPdf): Finding[] {
  if (!reading.trouble) return [];
  const [what, remedy] = reasons[reading.trouble];
  return [
    {
      ...{ path, severity: 'warning', code: 'unreadable-pdf' },
      message: `"${written}" ${what}`,
      remedy: `${remedy}. Until then the page links to it without a page count or preview.`,
    },
  ];
}

/** A PDF that a page links to. */
export interface WrittenPdf {
  path: KeyPath;
  url: string;
  /** Whether its first page is to be drawn. */
  shown: boolean;
}

/** A PDF of the site that a page links to as its slides, its poster or its text. */
export interface LinkedPdf {
  /** The key that names it first. */
  path: KeyPath;
  /** The value there. */
  written: string;
  /** Absolute. */
  file: string;
  /** Milliseconds since 1970. */
  modified: number;
  /** Whether its first page is to be drawn. */
  shown: boolean;
}

/** Those among the links of a page that lead to its slides, its poster or its text. */
export function pdfsAmong(links: readonly RawLink[]): WrittenPdf[] {
  return links.flatMap(({ path, url, kind }) => {
    const shown = kind === 'slides' || kind === 'poster';
    return shown || kind === 'pdf' ? [{ path, url, shown }] : [];
  });
}

/** The PDFs of a page, each written value once. */
export function findPdfs(
  written: readonly WrittenPdf[],
  locate: (written: string) => LocatedFile | undefined,
): LinkedPdf[] {
  const pdfs = new Map<string, LinkedPdf>();
  for (const { path, url, shown } of written) {
    const located = locate(url);
    if (!located || pdfs.has(url) || !/\.pdf$/i.test(located.path)) continue;
    const modified = statSync(located.file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    pdfs.set(url, { path, written: url, file: located.file, modified, shown });
  }
  return [...pdfs.values()];
}
