import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyPath } from '../../schema/finding.ts';
import type { WrittenLink } from '../../model/written-links.ts';
import type { LocatedFile } from '../find-file.ts';
import type { WrittenPdf } from '../sections/section.ts';
import type { SiteFolder } from '../site-folder.ts';
import type { PageFile } from '../pages/page-files.ts';

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
export function pdfsAmong(links: readonly WrittenLink[]): WrittenPdf[] {
  return links.flatMap(({ path, url, kind }) => {
    const shown = kind === 'slides' || kind === 'poster';
    return shown || kind === 'pdf' ? [{ path, url, shown }] : [];
  });
}

/** The PDFs of a page, each written value once. */
export function findPdfs(
  written: readonly WrittenPdf[],
  locate: (written: string) => LocatedFile | undefined,
  file: PageFile,
  folder: SiteFolder,
): LinkedPdf[] {
  const pdfs = new Map<string, LinkedPdf>();
  for (const { path, url, shown } of written) {
    const located = locate(url);
    if (!located || pdfs.has(url) || !/\.pdf$/i.test(located.path)) continue;
    const inFolder = located.place === 'bundle' ? file.bundle?.folder : folder.public;
    const absolute = join(inFolder ?? '', located.path);
    const modified = statSync(absolute, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    pdfs.set(url, { path, written: url, file: absolute, modified, shown });
  }
  return [...pdfs.values()];
}
