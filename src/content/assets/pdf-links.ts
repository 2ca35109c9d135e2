import { statSync } from 'node:fs';
import type { KeyPath } from '../../schema/finding.ts';
import type { RawLink } from '../../model/page/raw-links.ts';
import type { LocatedFile } from './find-file.ts';

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
