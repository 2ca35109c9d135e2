import { type Addresses, toSlug } from '../../model/page/addresses.ts';
import type { SiteFile } from '../../model/page/link.ts';
import type { FindFile } from '../../model/page/page-links.ts';
import type { CheckContext } from '../../model/page/page.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { findOwn } from '../../schema/own-value.ts';
import { createFileFinder, findPageSlug, toSiteFile } from '../assets/find-file.ts';
import { findPageByAddress, suggestPage } from '../assets/find-page.ts';
import { findPageImage } from '../assets/find-image.ts';
import { describeOutsidePath, leavesSite } from '../assets/outside-path.ts';
import {
  listPageFiles,
  type PageFile,
  type PageFileRules,
  type PageListing,
  type PageFrontMatter,
} from '../assets/page-files.ts';
import { findLinkedPdfs } from '../assets/page-pdfs.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { toSkipProblem } from '../assets/skipped-files.ts';
import { findingsOnValidKeys, pickValidKeys } from '../parse/check-schema.ts';
import { readAuthorText } from '../parse/decode-text.ts';
import { type Problem, toFailureProblem, toProblems, toTextProblems } from '../parse/problem.ts';
import { locateParsed } from '../parse/raw-path.ts';
import { now } from '../site/now.ts';
import type { SiteReading } from '../site/read-site.ts';
import { checkAddressNames } from './check-address-names.ts';
import { deckSection } from './deck-section.ts';
import { type ParsePageText, parsePageText } from './page-text.ts';
import type { ParsedPage } from './parsed-page.ts';
import { getSectionFolder, type Section } from './section.ts';

/** The settings of the site on which the reading of pages depends. */
export interface ReadingContext extends CheckContext {
  language: string;
  /** Definitions of TeX, on which the texts of pages depend. */
  macros?: readonly string[];
  /** Whether notes list what no page shows. */
  verbose?: boolean;
  /** Parses the texts of files, from a cache. */
  parse?: ParsePageText;
}

/** Returns the settings of the site on which the reading of pages depends. */
export function createReadingContext(
  { settings, hasZSetting }: SiteReading,
  folder: SiteFolder,
): ReadingContext {
  const { language, timezone = 'UTC', name, role, macros = [] } = settings;
  const decks = listSection(deckSection, folder, language).files.map(({ stem }) => stem);
  return { language, macros, timezone, hasZSetting, now, owner: { name, role }, decks };
}

/** Lists and reads the files of a section. */
export interface FileReader<F extends PageFrontMatter> {
  list: typeof listSection;
  read: typeof readPage<F>;
}

/** Reads the pages of a section, with the problems of their front matter. */
export function readPages<F extends PageFrontMatter>(
  section: Section<F>,
  folder: SiteFolder,
  addresses: Addresses,
  context?: ReadingContext,
  reader: FileReader<F> = { list: listSection, read: readPage },
): { pages: ParsedPage<F>[]; broken: ParsedPage<F>[]; problems: Problem[] } {
  const language = context?.language ?? 'en';
  const { files, skipped } = reader.list(section, folder, language);
  const readings = files.map((file) => reader.read(section, file, folder, addresses, context));
  const extra = section.readExtraPages?.(folder, addresses, context) ?? { pages: [], problems: [] };
  const allPages = [...readings.flatMap(({ page }) => page ?? []), ...extra.pages];
  const pages = section.dedupe?.(allPages) ?? allPages;
  const problems = [...readings.flatMap((reading) => reading.problems), ...extra.problems];
  const broken = readings.flatMap((reading) => reading.broken ?? []);
  const notes = skipped.map((file) => toSkipProblem(file, section));
  const pageSetProblems = section.checkAcrossPages?.(pages, folder, context) ?? [];
  return { pages, broken, problems: [...notes, ...problems, ...pageSetProblems] };
}

/** Lists the files of a section. */
export function listSection(
  section: Pick<Section, 'name' | 'folder'> & PageFileRules,
  folder: SiteFolder,
  language: string,
): PageListing {
  const listing = listPageFiles(getSectionFolder(section, folder), folder.root, language, section);
  if (!folder.leftOut) return listing;
  return { ...listing, files: listing.files.filter(({ name }) => !folder.leftOut?.has(name)) };
}

/** The result of reading a file of a section. */
export interface PageReading<F extends PageFrontMatter> {
  /** Absent if the file is not a page of the section, or could not be parsed. */
  page?: ParsedPage<F>;
  /** The valid part of an invalid page, so that all its errors are reported together. */
  broken?: ParsedPage<F>;
  problems: Problem[];
}

/** Reads a file of a section, and checks its front matter by the schema and the checks of the section. */
export function readPage<F extends PageFrontMatter>(
  section: Section<F>,
  file: PageFile,
  folder: SiteFolder,
  addresses: Addresses,
  context?: CheckContext & Pick<ReadingContext, 'parse'>,
): PageReading<F> {
  const { text, findings: textFindings, failure } = readAuthorText(file.path);
  if (failure) return { problems: [toFailureProblem(failure, file.name, text)] };
  const pageText = (context?.parse ?? parsePageText)(section, file, text);
  if ('failure' in pageText) {
    return { problems: [toFailureProblem(pageText.failure, file.name, text)] };
  }
  const { parsed, data, isPage, value, findings } = pageText;
  if (!isPage) return { problems: [toSkipProblem({ name: file.name, reason: 'widget' }, section)] };
  const parsedPage = locateParsed(parsed, data);
  const fileNames = { file: file.name, topic: section.noun };
  const locate = createFileFinder(folder, file);

  const frontMatter = addNamesakePdf(value ?? pickValidKeys(section.schema, data, findings), file);
  const slug = readSlug(frontMatter, file, folder, section);
  const toBundleAddress = (path: string) => addresses.file(section.name, slug, path);
  const files = locateLinks(section.links(frontMatter), (url) => {
    const located = locate(url);
    if (located) return toSiteFile(located, addresses, toBundleAddress);
    return findPageByAddress(folder, url, addresses);
  });
  const findFile: FindFile = Object.assign((url: string) => findOwn(files, url), {
    suggestPage: (url: string) => suggestPage(folder, url, addresses),
  });
  const sectionImage = section.findImage?.(frontMatter, file, folder);
  const { image, findings: imageFindings } = sectionImage
    ? { image: sectionImage, findings: [] }
    : findPageImage(frontMatter, file, folder);
  const pdfs = findLinkedPdfs(section.pdfs(frontMatter), locate);
  const checked = [...section.check(frontMatter, findFile, context), ...imageFindings];
  const outside = checkOutside(section.links(frontMatter), file, folder);
  const outsideKeys = new Set(outside.map(({ path }) => path.join()));
  const inside = checked.filter(({ path }) => !outsideKeys.has(path.join()));
  const problems = [
    ...toTextProblems(toPageFindings(textFindings, file), file.name, text),
    ...toProblems([...parsed.findings, ...findings], fileNames, parsed, text),
    ...toProblems(
      findingsOnValidKeys([...outside, ...inside], findings),
      fileNames,
      parsedPage,
      text,
    ),
    ...toProblems(
      checkAddressNames(frontMatter, slug, file.stem, section),
      fileNames,
      parsedPage,
      text,
    ),
  ];
  const page: ParsedPage<F> = {
    // Chapters of several courses may have the same name.
    ...{ file, text, slug, identifiers: file.chapter ? [] : [file.stem] },
    ...{ frontMatter, files, pdfs, locate },
    parsed: parsedPage,
    ...(image && { image }),
    sectionData: section.toSectionData?.(frontMatter, file, slug),
  };
  return { [value ? 'page' : 'broken']: page, problems };
}

/** Returns the slug of a page: `nyu`; for a chapter, below that of its course: `knots/guide/two`. */
function readSlug(
  { slug }: PageFrontMatter,
  { stem, chapter }: PageFile,
  folder: SiteFolder,
  section: Pick<Section, 'name'>,
): string {
  if (!chapter) return toSlug(slug ?? stem);
  const { course, path } = chapter;
  const names = [...path.split('/').slice(0, -1), slug ?? stem];
  const courseSlug = findPageSlug(folder, section.name, course) ?? toSlug(course);
  return [courseSlug, ...names.map(toSlug)].join('/');
}

/** Locates the files that links name, by the values of the links. */
export function locateLinks(
  links: readonly { url: string }[],
  find: (url: string) => SiteFile | undefined,
) {
  const files = new Map<string, SiteFile>();
  for (const { url } of links) {
    const file = find(url);
    if (file) files.set(url, file);
  }
  return Object.fromEntries(files);
}

/** Returns an error for each path that leaves the folder of the site. */
function checkOutside(
  links: readonly { path: KeyPath; url: string }[],
  file: PageFile,
  folder: SiteFolder,
): Finding[] {
  return links.flatMap(({ path, url }) =>
    leavesSite(folder, file, url) ? [{ path, ...describeOutsidePath(url) }] : [],
  );
}

/** The codes of findings on the encoding of MDX files, which are errors, because Astro reads the files again as UTF-8. */
const mdxCodes = new Map([
  ['file/encoding', { code: 'file/mdx-encoding' }],
  ['file/lost-character', { code: 'file/mdx-lost-character' }],
]);

function toPageFindings(findings: readonly Finding[], { path }: PageFile): Finding[] {
  if (!path.endsWith('.mdx')) return [...findings];
  return findings.map((finding) => ({ ...finding, ...mdxCodes.get(finding.code) }));
}

/** Adds the PDF of a page that names none, as in Hugo Academic: `<folder>.pdf` next to the page. */
function addNamesakePdf<F extends PageFrontMatter>(page: F, { bundle, stem }: PageFile): F {
  const namesake = `${stem}.pdf`;
  const named = page.url_pdf ?? page.urls?.['pdf'];
  return named === undefined && bundle?.files.includes(namesake)
    ? { ...page, url_pdf: namesake }
    : page;
}
