import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toSlug } from '../../model/page/addresses.ts';
import { compareText } from '../../model/page/lists.ts';
import {
  type BibEntry,
  bibEntryToCitable,
  bibEntryToFrontMatter,
} from '../../model/publication/bib-entry.ts';
import type { Citable } from '../../model/publication/citable.ts';
import {
  toRawPublicationLinks,
  toPublicationTexts,
  toRawDoi,
} from '../../model/publication/raw-publication.ts';
import {
  isPublication,
  type PublicationFrontMatter,
  publicationKeys,
  publicationSchema,
} from '../../schema/publication.ts';
import { locateFile } from '../assets/find-file.ts';
import type { PageFile } from '../assets/page-files.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { readBibtex } from '../parse/bibtex.ts';
import type { Problem } from '../parse/problem.ts';
import type { ParsedPage } from './parsed-page.ts';
import { createPlainSection } from './plain-sections.ts';
import type { Section } from './section.ts';

type Publication = ParsedPage<PublicationFrontMatter>;

/** `content/publications/`. */
export const publicationSection: Section<PublicationFrontMatter> = {
  ...createPlainSection({
    name: 'publications',
    noun: 'publication',
    schema: publicationSchema,
    toLinks: toRawPublicationLinks,
  }),
  keys: publicationKeys,
  accepts: isPublication,
  texts: toPublicationTexts,
  toSectionData: readCiteBib,
  readExtraPages: readBibPages,
  dedupe: mergeDuplicates,
};

/** Reads the `cite.bib` of a page bundle, from which Hugo Academic makes the citation. */
function readCiteBib(_: PublicationFrontMatter, { bundle }: PageFile): Citable | undefined {
  const path = bundle && join(bundle.folder, 'cite.bib');
  if (!path || !existsSync(path)) return undefined;
  const [entry] = readBibtex(readFileSync(path, 'utf8'), path).entries;
  return entry && bibEntryToCitable(entry);
}

/**
 * Merges publications with the same DOI, or with the same title and year. The first one is kept: a page bundle, which
 * contains more than an entry of BibTeX, or the first file. It takes over the identifiers of the other one, and its
 * BibTeX if it has none.
 */
function mergeDuplicates(pages: Publication[]): Publication[] {
  const merged: Publication[] = [];
  const indices = new Map<string, number>();
  for (const page of pages) {
    const keys = toMatchKeys(page);
    const index = keys.map((key) => indices.get(key)).find((value) => value !== undefined);
    const earlier = index === undefined ? undefined : merged[index];
    const isDuplicate = earlier && isFromBibtex(page) && canBeSame(earlier, page);
    if (index !== undefined && isDuplicate) merged[index] = mergePublications(earlier, page);
    else merged.push(mergePublications(page));
    for (const key of keys) {
      if (!indices.has(key)) indices.set(key, isDuplicate ? (index ?? 0) : merged.length - 1);
    }
  }
  return merged;
}

function isFromBibtex({ file }: Publication): boolean {
  return /\.bib$/i.test(file.path);
}

/** Returns whether two publications may be the same: they are not from the same file, and their DOIs do not differ. */
function canBeSame(a: Publication, b: Publication): boolean {
  const [doiA, doiB] = [toDoi(a), toDoi(b)];
  return a.file.path !== b.file.path && (!doiA || !doiB || doiA === doiB);
}

function mergePublications(page: Publication, other = page): Publication {
  const citable = other.sectionData as Citable | undefined;
  const names = [...page.identifiers, ...other.identifiers, citable?.id ?? '', toDoi(other)];
  const identifiers = [...new Set(names.filter((name) => name !== ''))];
  return { ...page, sectionData: page.sectionData ?? other.sectionData, identifiers };
}

/** Returns texts of which equal publications have at least one in common. */
function toMatchKeys(page: Publication): string[] {
  const { title, date } = page.frontMatter;
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const doi = toDoi(page);
  return [...(doi ? [`doi ${doi}`] : []), `title ${words} ${date?.year ?? ''}`];
}

function toDoi({ frontMatter }: Publication): string {
  return toRawDoi(frontMatter).toLowerCase();
}

/** Reads the BibTeX files in `content/` in the order of their names, and returns a page for each entry. */
function readBibPages(folder: SiteFolder): {
  pages: ParsedPage<PublicationFrontMatter>[];
  problems: Problem[];
} {
  const allNames = existsSync(folder.content) ? readdirSync(folder.content) : [];
  const files = allNames.filter((name) => /^[^._].*\.bib$/i.test(name)).sort(compareText);
  const parsedFiles = files.map((fileName) => {
    const path = join(folder.content, fileName);
    const name = `content/${fileName}`;
    const text = readFileSync(path, 'utf8');
    const { entries, problems } = readBibtex(text, name);
    return {
      pages: entries.map((entry) => toBibPage(entry, { path, name }, text, folder)),
      problems,
    };
  });
  return {
    pages: parsedFiles.flatMap(({ pages }) => pages),
    problems: parsedFiles.flatMap(({ problems }) => problems),
  };
}

function toBibPage(
  entry: BibEntry,
  source: { path: string; name: string },
  text: string,
  folder: SiteFolder,
): ParsedPage<PublicationFrontMatter> {
  const file = { ...source, stem: entry.key };
  const position = { line: entry.line, column: 1 };
  return {
    ...{ file, text, slug: toSlug(entry.key), identifiers: [entry.key], files: {}, pdfs: [] },
    parsed: { data: {}, body: '', bodyLine: entry.line, locate: () => position, findings: [] },
    frontMatter: bibEntryToFrontMatter(entry),
    locate: (name) => locateFile(folder, file, name),
    sectionData: bibEntryToCitable(entry),
  };
}
