import { readFileSync } from 'node:fs';
import { type Addresses, toSlug } from '../../model/page/addresses.ts';
import type { SiteFile } from '../../model/page/link.ts';
import type { CheckContext } from '../../model/page/page.ts';
import type { Finding } from '../../schema/finding.ts';
import { locateFile, toSiteFile } from '../assets/find-file.ts';
import { findPicture } from '../assets/find-image.ts';
import {
  listPages,
  type PageFile,
  type PageFolder,
  type PageFrontMatter,
} from '../assets/page-files.ts';
import { findPdfs } from '../assets/page-pdfs.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { toNote } from '../assets/skipped-files.ts';
import { checkSchema, findingsOnValidKeys, pickValidKeys } from '../parse/check-schema.ts';
import { withNameDate } from '../parse/file-names.ts';
import { readFrontMatter, readSettings } from '../parse/front-matter.ts';
import { type Problem, toFailureProblem, toProblems } from '../parse/problem.ts';
import { now } from '../site/now.ts';
import type { SiteReading } from '../site/read-site.ts';
import { deckSection } from './deck-section.ts';
import type { ParsedPage } from './parsed-page.ts';
import { folderOf, type Section } from './section.ts';

/** What the reading of pages takes from the site. */
export interface ReadingContext extends CheckContext {
  language: string;
}

export function readingContext(
  { settings, zChosen }: SiteReading,
  folder: SiteFolder,
): ReadingContext {
  const { language, timezone, name, role } = settings;
  const decks = listSection(deckSection, folder, language).files.map(({ stem }) => stem);
  return { language, timezone, zChosen, now, owner: { name, role }, decks };
}

/** All pages of a section, and all that is to be said of their front matter. */
export function readPages<F extends PageFrontMatter>(
  section: Section<F>,
  folder: SiteFolder,
  addresses: Addresses,
  context?: ReadingContext,
): { pages: ParsedPage<F>[]; broken: ParsedPage<F>[]; problems: Problem[] } {
  const language = context?.language ?? 'en';
  const { files, passedOver } = listSection(section, folder, language);
  const readings = files.map((file) => readPage(section, file, folder, addresses, context));
  const others = section.others?.(folder) ?? { pages: [], problems: [] };
  const found = [...readings.flatMap(({ page }) => page ?? []), ...others.pages];
  const pages = section.merge?.(found) ?? found;
  const problems = [...readings.flatMap((reading) => reading.problems), ...others.problems];
  const broken = readings.flatMap((reading) => reading.broken ?? []);
  const notes = passedOver.map((one) => toNote(one, section));
  const together = section.checkTogether?.(pages, folder, context) ?? [];
  return { pages, broken, problems: [...notes, ...problems, ...together] };
}

/** The files of a section. */
export function listSection(
  section: Pick<Section, 'name' | 'folder' | 'branches' | 'profiles'>,
  folder: SiteFolder,
  language: string,
): PageFolder {
  return listPages(folderOf(section, folder), folder.root, language, section);
}

export interface PageReading<F extends PageFrontMatter> {
  /** Absent if the file is not a page of the section, or could not be parsed. */
  page?: ParsedPage<F>;
  /** The valid parts of an invalid page, so that all its errors are reported together. */
  broken?: ParsedPage<F>;
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
