import { readFileSync } from 'node:fs';
import type { SiteFile } from '../../model/page/link.ts';
import type { CheckContext } from '../../model/page/page.ts';
import { encodePath, toSlug, type Addresses } from '../../model/page/addresses.ts';
import type { Finding } from '../../schema/finding.ts';
import { checkSchema } from '../front-matter/check-schema.ts';
import { findPdfs, type LinkedPdf } from '../pdf/pdf-links.ts';
import { readFrontMatter, readSettings, type FrontMatter } from '../front-matter/front-matter.ts';
import { withNameDate } from './name-date.ts';
import { toNote } from './passed-over.ts';
import { toFailureProblem, toProblems, type Problem } from '../problems/problem.ts';
import { findPicture, pictureName, type FoundPicture } from '../pictures/find-picture.ts';
import { locateFile, toSiteFile, type LocatedFile } from '../find-file.ts';
import type { PageFrontMatter, Section } from '../sections/section.ts';
import type { SiteFolder } from '../site-folder.ts';
import { findingsOnValidKeys, pickValidKeys } from '../front-matter/valid-keys.ts';
import type { PageFile } from './page-files.ts';

/** A page after reading, before its texts are rendered. */
export interface ReadPage<F extends PageFrontMatter = PageFrontMatter> {
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
  facts?: Pick<ReadPage, 'file' | 'text' | 'written'>;
}

export interface PageReading<F extends PageFrontMatter> {
  /** Absent if the file is not a page of the section, or could not be parsed. */
  page?: ReadPage<F>;
  /** The valid parts of an invalid page, so that all its errors are reported together. */
  broken?: ReadPage<F>;
  problems: Problem[];
}

/** Reads one file of a section: front matter, schema, and what the model has to say about its meaning. */
export function readPage<F extends PageFrontMatter>(
  section: Section<F>,
  file: PageFile,
  folder: SiteFolder,
  addresses: Addresses,
  context?: CheckContext,
): PageReading<F> {
  const text = readFileSync(file.path, 'utf8');
  const read = /\.ya?ml$/i.test(file.path) ? readSettings : readFrontMatter;
  const written = read(text, section.keys);
  if ('failure' in written)
    return { problems: [toFailureProblem(written.failure, file.name, text)] };
  const data = section.profiles ? written.data : withNameDate(written.data, file.stem);
  if (!section.accepts(data))
    return { problems: [toNote({ name: file.name, why: 'widget' }, section)] };

  const { value, findings } = checkSchema(section.schema, data, section.keys);
  const all: Finding[] = [...written.findings, ...findings];
  const located = () => toProblems(all, { file: file.name, topic: section.noun }, written, text);
  const locate = (name: string) => locateFile(folder, file, name);

  const frontMatter = withOwnPdf(value ?? pickValidKeys(section.schema, data, findings), file);
  const slug = toSlug(frontMatter.slug ?? file.stem);
  const beside = (path: string) => addresses.file(section.name, slug, path);
  const files = findFiles(section.links(frontMatter), (url) => {
    const located = locate(url);
    return located && toSiteFile(located, addresses, beside);
  });
  const findFile = (url: string) => (Object.hasOwn(files, url) ? files[url] : undefined);
  const own = section.picture?.(frontMatter, file, folder);
  const { picture, findings: ofPicture } = own
    ? { picture: own, findings: [] }
    : findPicture(frontMatter, file, folder);
  const pdfs = findPdfs(section.pdfs(frontMatter), locate);
  const ofMeaning = [...section.check(frontMatter, findFile, context), ...ofPicture];
  all.push(...(value ? ofMeaning : findingsOnValidKeys(ofMeaning, findings)));
  all.push(...checkSlug(slug, section));
  const extra = section.extra?.(frontMatter, file, slug);
  const knownAs = [file.stem];
  const found = { file, text, slug, knownAs, written, frontMatter, files, pdfs, locate, extra };
  const page = { ...found, ...(picture && { picture }) };
  return { [value ? 'page' : 'broken']: page, problems: located() };
}

/** What is to be said of a page, at its place in the file that says it. */
export function toPageProblems(
  findings: readonly Finding[],
  page: Pick<ReadPage, 'file' | 'text' | 'written' | 'facts'>,
  topic: string,
): Problem[] {
  const { facts = page } = page;
  return findings.flatMap((finding) => {
    const { file, written, text } = finding.position ? page : facts;
    return toProblems([finding], { file: file.name, topic }, written, text);
  });
}

function findFiles(links: readonly { url: string }[], find: (url: string) => SiteFile | undefined) {
  const files: Record<string, SiteFile> = {};
  for (const { url } of links) {
    const file = find(url);
    if (file) files[url] = file;
  }
  return files;
}

function checkSlug<F extends PageFrontMatter>(slug: string, section: Section<F>): Finding[] {
  const { name, noun, reserved } = section;
  if (!reserved.includes(slug.toLowerCase())) return [];
  return [
    {
      path: ['slug'],
      severity: 'error',
      code: 'reserved-address',
      message: `the address /${name}/${slug}/ is reserved for a page of the site itself`,
      remedy: `Rename the folder, or set a different slug: for the ${noun}.`,
    },
  ];
}

/** Hugo Academic's rule: `<folder>.pdf` beside a page that names no other is its PDF. */
function withOwnPdf<F extends PageFrontMatter>(page: F, { bundle, stem }: PageFile): F {
  const own = `${stem}.pdf`;
  const named = page.url_pdf ?? page.urls?.['pdf'];
  return named === undefined && bundle?.files.includes(own) ? { ...page, url_pdf: own } : page;
}

/**
 * The files of a bundle that are published beside the page: all but pictures, which reach a page
 * through Astro's image pipeline, unless a link or the text names one, or it lies in a folder that is
 * a page of the web of its own, as programs for slides export them.
 */
export function attachmentsOf({ file, slug, files }: ReadPage, used: readonly string[]): string[] {
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
