import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawingName } from '../assets/clean-file.ts';
import { cleanSvg, type SvgRemoval } from '../assets/clean-svg.ts';
import { isWithin, toRelativePath } from '../assets/file-stats.ts';
import { getFileStamp } from '../assets/image-cache.ts';
import { listPublicFiles } from '../assets/public-files.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { type Problem, toProblem } from '../parse/problem.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';
import type { ReadSections } from './site-contents.ts';

/**
 * Reports drawings with scripts or requests to other hosts: next to pages, where they are published without these, and
 * in `public/`, where files are published unchanged.
 */
export function checkDrawings(read: ReadSections, folder: SiteFolder): Problem[] {
  const files = new Set<string>();
  // All publications in a .bib file have the same text.
  const words = new Map<string, string[]>();
  for (const pages of read.values())
    for (const [page, attachments] of pages) {
      const names = words.get(page.text) ?? listDrawingNames(page.text);
      words.set(page.text, names);
      for (const file of listDrawings(page, names, attachments)) files.add(file);
    }
  const drawings = [...files].filter((file) => !isWithin(file, folder.public));
  const publicDrawings = listPublicFiles(folder)
    .filter((name) => drawingName.test(name))
    .map((name) => join(folder.public, name));
  return [
    ...drawings.flatMap((file) => checkDrawing(file, folder, false)),
    ...publicDrawings.flatMap((file) => checkDrawing(file, folder, true)),
  ];
}

/** Returns the words of a text that may be names of drawings. */
function listDrawingNames(text: string): string[] {
  if (!/\.svg\b/i.test(text)) return [];
  const words = text.split(/[\s"'()<>[\]{}|]+/);
  // Anchored, so that a long word is read once.
  return words.flatMap((word) => /^.+\.svg\b/i.exec(word) ?? []);
}

/**
 * Lists the drawings next to a page that it shows or links to.
 * @param names The words in its text that may be names of drawings.
 */
function listDrawings(
  page: ParsedPage,
  names: readonly string[],
  attachments: readonly string[],
): string[] {
  const { file, image, locate } = page;
  const folder = file.bundle?.folder;
  const attached = folder === undefined ? [] : attachments.filter((name) => drawingName.test(name));
  const named = names.flatMap((name) => locate(name)?.file ?? []);
  const shown = image && drawingName.test(image.file) ? [image.file] : [];
  return [...attached.map((name) => join(folder!, name)), ...named, ...shown];
}

function checkDrawing(file: string, folder: SiteFolder, isPublic: boolean): Problem[] {
  const name = toRelativePath(folder.root, file);
  // A drawing may have the same on each of its parts: the first one is reported.
  const seen = new Set<string>();
  const first = readRemovals(file).filter(({ what }) => !seen.has(what) && seen.add(what));
  return first.map(({ what, reason, line, column }) =>
    toProblem({
      ...{ file: name, line, column, code: 'file/unsafe-drawing' },
      message: isPublic
        ? `${what} ${reason} when a reader opens this drawing, and files in public/ are published unchanged`
        : `${what} ${reason}, so it is removed from the published drawing`,
      remedy: isPublic
        ? 'Put the file next to the page that shows it, or export it again as plain SVG.'
        : 'Export the drawing again as plain SVG.',
    }),
  );
}

/** What is to be removed from drawings, by path. A dev server checks the site after each change. */
const removals = new Map<string, { stamp: string; removed: SvgRemoval[] }>();

function readRemovals(file: string): SvgRemoval[] {
  const stamp = getFileStamp(file);
  const last = removals.get(file);
  if (last?.stamp === stamp) return last.removed;
  const { removed } = stamp === '' ? { removed: [] } : cleanSvg(readFileSync(file));
  removals.set(file, { stamp, removed });
  return removed;
}
