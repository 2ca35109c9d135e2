import { encodePath } from '../../model/page/addresses.ts';
import type { SiteFile } from '../../model/page/link.ts';
import type { Finding } from '../../schema/finding.ts';
import type { FileFinder } from '../assets/find-file.ts';
import { imageFileName, type FoundImage } from '../assets/find-image.ts';
import type { PageFile, PageFrontMatter } from '../assets/page-files.ts';
import type { LinkedPdf } from '../assets/page-pdfs.ts';
import type { FrontMatter } from '../parse/front-matter.ts';
import { toProblems, type Problem } from '../parse/problem.ts';

/** A page that was read and checked, and whose texts are not rendered yet. */
export interface ParsedPage<F extends PageFrontMatter = PageFrontMatter> {
  file: PageFile;
  text: string;
  slug: string;
  /** The names by which other pages may refer to it, besides its slug. */
  identifiers: readonly string[];
  parsed: FrontMatter;
  frontMatter: F;
  /** The files that its values name, by value. */
  files: Record<string, SiteFile>;
  /** The PDFs that it links to. */
  pdfs: LinkedPdf[];
  /** Finds the file that a value or a text names. */
  locate: FileFinder;
  /** Its image, which may be unreadable. */
  image?: FoundImage;
  /** Data that only its section has, as JSON. */
  sectionData?: unknown;
  /** The file of its front matter, if it is a different one. */
  frontMatterFile?: Pick<ParsedPage, 'file' | 'text' | 'parsed'>;
}

/** Adds the file and the position to findings: those of the page, or of the file of its front matter. */
export function toPageProblems(
  findings: readonly Finding[],
  page: Pick<ParsedPage, 'file' | 'text' | 'parsed' | 'frontMatterFile'>,
  topic: string,
): Problem[] {
  const { frontMatterFile = page } = page;
  const locate = (some: readonly Finding[], { file, parsed, text }: typeof frontMatterFile) =>
    toProblems(some, { file: file.name, topic }, parsed, text);
  if (frontMatterFile === page) return locate(findings, page);
  return findings.flatMap((one) => locate([one], one.position ? page : frontMatterFile));
}

/**
 * Returns the files of a bundle that are published next to the page: all but images, which Astro's image
 * pipeline publishes. An image is published under its own name if a link or the text names it, or if it
 * is in a folder with an `index.html`, such as exported slides.
 */
export function listAttachments(
  { file, slug, files }: ParsedPage,
  used: readonly string[],
): string[] {
  // The files of a chapter are published as those of its course.
  if (file.chapter) return [];
  const linked = Object.values(files).map(({ href }) => href);
  const isLinked = (name: string) =>
    linked.some((href) => href.endsWith(`/${encodeURIComponent(slug)}/${encodePath(name)}`));
  const names = file.bundle?.files ?? [];
  const webFolders = names.flatMap((name) => /^(.+\/)index\.html$/.exec(name)?.[1] ?? []);
  const isInWebFolder = (name: string) => webFolders.some((folder) => name.startsWith(folder));
  return names.filter(
    (name) =>
      !imageFileName.test(name) || used.includes(name) || isInWebFolder(name) || isLinked(name),
  );
}
