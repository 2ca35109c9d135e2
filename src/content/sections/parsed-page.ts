import { encodePath } from '../../model/page/addresses.ts';
import type { SiteFile } from '../../model/page/link.ts';
import type { Finding } from '../../schema/finding.ts';
import type { LocatedFile } from '../assets/find-file.ts';
import { pictureName, type FoundPicture } from '../assets/find-image.ts';
import type { PageFile, PageFrontMatter } from '../assets/page-files.ts';
import type { LinkedPdf } from '../assets/page-pdfs.ts';
import type { FrontMatter } from '../parse/front-matter.ts';
import { toProblems, type Problem } from '../parse/problem.ts';

/** A page after reading, before its texts are rendered. */
export interface ParsedPage<F extends PageFrontMatter = PageFrontMatter> {
  file: PageFile;
  text: string;
  slug: string;
  /** By which other pages may name it, besides its slug. */
  knownAs: readonly string[];
  written: FrontMatter;
  frontMatter: F;
  /** The files that its values mean, by value. */
  files: Record<string, SiteFile>;
  /** Its PDFs, not yet opened. */
  pdfs: LinkedPdf[];
  locate: (written: string) => LocatedFile | undefined;
  /** Its picture, not yet opened. */
  picture?: FoundPicture;
  /** What its section alone knows of it, as JSON. */
  extra?: unknown;
  /** The file of its front matter, if that is another. */
  facts?: Pick<ParsedPage, 'file' | 'text' | 'written'>;
}

/** Gives each finding on a page its position in the page's file, or in the file of its front matter. */
export function toPageProblems(
  findings: readonly Finding[],
  page: Pick<ParsedPage, 'file' | 'text' | 'written' | 'facts'>,
  topic: string,
): Problem[] {
  const { facts = page } = page;
  return findings.flatMap((finding) => {
    const { file, written, text } = finding.position ? page : facts;
    return toProblems([finding], { file: file.name, topic }, written, text);
  });
}

/**
 * Returns the files of a bundle that are published next to the page: all but images, which Astro's image
 * pipeline publishes. An image is published under its own name if a link or the text names it, or if it
 * is in a folder with an `index.html`, such as exported slides.
 */
export function attachmentsOf(
  { file, slug, files }: ParsedPage,
  used: readonly string[],
): string[] {
  const linked = Object.values(files).map(({ href }) => href);
  const isLinked = (name: string) =>
    linked.some((href) => href.endsWith(`/${encodeURIComponent(slug)}/${encodePath(name)}`));
  const names = file.bundle?.files ?? [];
  const ofWeb = names.flatMap((name) => /^(.+\/)index\.html$/.exec(name)?.[1] ?? []);
  const isInWeb = (name: string) => ofWeb.some((folder) => name.startsWith(folder));
  return names.filter(
    (name) => !pictureName.test(name) || used.includes(name) || isInWeb(name) || isLinked(name),
  );
}
