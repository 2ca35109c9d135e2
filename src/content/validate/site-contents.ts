import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sortCourses, toCourse } from '../../model/course/course.ts';
import { createDeckFinder, toDeck } from '../../model/deck/deck.ts';
import { isPublic, type Page, type PageSite, type PageSource } from '../../model/page/page.ts';
import { findOwner } from '../../model/person/person-lookup.ts';
import { toPerson, type Person } from '../../model/person/person.ts';
import { toRawName } from '../../model/person/raw-person.ts';
import { sortPlainPages, toPlainPage } from '../../model/plain-page/plain-page.ts';
import { sortPosts, toPost } from '../../model/post/post.ts';
import { sortProjects, toProject } from '../../model/project/project.ts';
import type { Citable } from '../../model/publication/citable.ts';
import { sortPublications, toPublication } from '../../model/publication/publication.ts';
import { toRichText } from '../../model/page/page-texts.ts';
import type { AttachedFile, SectionName, SitePages } from '../../model/site/site-address.ts';
import type { SiteContents } from '../../model/site/site-addresses.ts';
import { toSite } from '../../model/site/site.ts';
import type { Addresses } from '../../model/page/addresses.ts';
import type { FindFile } from '../../model/page/page-links.ts';
import { toTalk } from '../../model/talk/talk.ts';
import { findOwn } from '../../schema/own-value.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';
import { listAttachments, type ParsedPage } from '../sections/parsed-page.ts';
import type { ParsePageText } from '../sections/page-text.ts';
import { createReadingContext, readPages } from '../sections/read-pages.ts';
import { sections } from '../sections/sections.ts';
import type { SiteReading } from '../site/read-site.ts';
import { listPublicFiles } from '../assets/public-files.ts';
import type { SiteFolder } from '../assets/site-folder.ts';

/** The pages of each section by its name, each with the files that are published next to it. */
export type ReadSections = ReadonlyMap<string, ReadonlyMap<ParsedPage, readonly string[]>>;

/** Everything that the addresses of the site depend on, with the pages that were read. */
export interface ReadContents {
  /** Includes drafts and other pages that are not published yet. */
  planned: SiteContents;
  /** Only what visitors can see now. */
  current: SiteContents;
  /** The pages of the model by the pages that were read. */
  pages: ReadonlyMap<ParsedPage, Page>;
}

/**
 * Reads the pages of every section. Texts are not rendered, so the files do not include images that only a text refers
 * to.
 * @param parse Parses the texts of files, from a cache.
 */
export function readSections(
  folder: SiteFolder,
  site: SiteReading,
  addresses: Addresses,
  parse?: ParsePageText,
): ReadSections {
  const context = { ...createReadingContext(site, folder), ...(parse && { parse }) };
  return new Map(
    sections.map((section) => {
      const { pages } = readPages(section, folder, addresses, context);
      return [section.name, new Map(pages.map((page) => [page, listAttachments(page, [])]))];
    }),
  );
}

interface ContentsContext {
  folder: SiteFolder;
  site: SiteReading;
  addresses: Addresses;
  /** The new addresses by the old ones. */
  redirects?: Readonly<Record<string, string>>;
  /** In milliseconds since 1970. */
  now: number;
}

/** Collects everything that the addresses of a site depend on. */
export function toSiteContents(read: ReadSections, context: ContentsContext): ReadContents {
  const {
    folder,
    site: { settings },
    addresses,
    redirects = {},
    now,
  } = context;
  const site = { ...toSite(settings), owner: settings.name, addresses };
  const { pages, models } = toModels(read, site);
  const attachedFiles = [...read].flatMap(([name, sectionPages]) =>
    [...sectionPages].flatMap(([parsedPage, files]) => {
      const page = models.get(parsedPage);
      const section = name as SectionName;
      return page ? files.map((file): AttachedFile => ({ section, page, name: file })) : [];
    }),
  );
  const publicFiles = listPublicFiles(folder);
  const hasCv = existsSync(join(folder.content, 'cv.yaml'));
  const planned = {
    ...{ pages, attachedFiles, publicFiles, hasCv, redirects, addresses },
    ...(settings.host && { host: settings.host }),
  };
  const isShown = (page: Page) => isPublic(page, now);
  if ([...models.values()].every(isShown)) return { planned, current: planned, pages: models };
  const shown = Object.entries(pages).map(([name, list]: [string, readonly Page[]]) => [
    name,
    list.filter(isShown),
  ]);
  return {
    planned,
    current: {
      ...planned,
      pages: Object.fromEntries(shown) as SitePages,
      attachedFiles: attachedFiles.filter(({ page }) => isShown(page)),
    },
    pages: models,
  };
}

/** Converts the pages to those of the model, without their texts, on which no address depends. */
function toModels(read: ReadSections, site: PageSite & { language: string }) {
  const models = new Map<ParsedPage, Page>();
  const convert = <S extends PageSource, P extends Page>(
    name: SectionName,
    toModel: (source: S & { findFile: FindFile }, page: ParsedPage) => P,
  ): P[] =>
    [...(read.get(name)?.keys() ?? [])].map((page) => {
      const model = toModel(toSource(page) as S & { findFile: FindFile }, page);
      models.set(page, model);
      return model;
    });
  const slides = convert('slides', (source: Parameters<typeof toDeck>[0], { sectionData }) =>
    toDeck({ ...source, name: String(sectionData) }, site),
  );
  const siteWithDecks = { ...site, findDeck: createDeckFinder(slides) };
  const people = [...(read.get('people')?.keys() ?? [])] as ParsedPage<PersonFrontMatter>[];
  const owner = findOwner(people, site.owner);
  const talks = convert('talks', (source: Parameters<typeof toTalk>[0]) =>
    toTalk(source, siteWithDecks),
  );
  const pages: SitePages = {
    talks,
    publications: sortPublications(
      convert('publications', (source: Parameters<typeof toPublication>[0], { sectionData }) =>
        toPublication({ ...source, citable: sectionData as Citable | undefined }, siteWithDecks),
      ),
    ),
    projects: sortProjects(
      convert('projects', (source: Parameters<typeof toProject>[0]) =>
        toProject(source, siteWithDecks),
      ),
    ),
    posts: sortPosts(
      convert('posts', (source: Parameters<typeof toPost>[0]) => toPost(source, siteWithDecks)),
    ),
    teaching: sortCourses(
      convert('teaching', (source: Parameters<typeof toCourse>[0]) =>
        toCourse(source, siteWithDecks),
      ),
    ),
    people: convert('people', (source: Parameters<typeof toPerson>[0], page): Person => {
      const title = toRichText(toRawName(source.frontMatter)?.value ?? source.slug);
      return toPerson({ ...source, texts: { title } }, siteWithDecks, page === owner);
    }),
    pages: sortPlainPages(
      convert('pages', (source: Parameters<typeof toPlainPage>[0]) =>
        toPlainPage(source, siteWithDecks),
      ),
    ),
    slides,
  };
  return { pages, models };
}

/** Converts a page to the source of a page of the model without rendered texts. */
function toSource({ slug, identifiers, frontMatter, files }: ParsedPage) {
  const findFile: FindFile = (value) => findOwn(files, value);
  const unrendered = { texts: {}, hasBody: false, hasMath: false, hasPlayer: false };
  return { slug, identifiers, frontMatter, findFile, ...unrendered };
}
