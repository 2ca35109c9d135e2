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
  publicationLinks,
  publicationTexts,
  rawDoi,
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
import { plainSection } from './plain-sections.ts';
import type { Section } from './section.ts';

type Publication = ParsedPage<PublicationFrontMatter>;

/** `content/publications/`. */
export const publicationSection: Section<PublicationFrontMatter> = {
  ...plainSection({
    name: 'publications',
    noun: 'publication',
    schema: publicationSchema,
    linksOf: publicationLinks,
  }),
  keys: publicationKeys,
  accepts: isPublication,
  texts: publicationTexts,
  extra: citableBeside,
  others: readBibPages,
  merge: uniteDoubles,
};

/** Hugo Academic's `cite.bib` of a page bundle: what to cite, in the author's own words. */
function citableBeside(_: PublicationFrontMatter, { bundle }: PageFile): Citable | undefined {
  const path = bundle && join(bundle.folder, 'cite.bib');
  if (!path || !existsSync(path)) return undefined;
  const [entry] = readBibtex(readFileSync(path, 'utf8'), path).entries;
  return entry && bibEntryToCitable(entry);
}

/**
 * Of two sources that have one publication, by its DOI or its title and year, the first has its page: a
 * bundle, which says more than an entry of BibTeX, or the file that comes first. It keeps the names of
 * the other, and its BibTeX where it has none.
 */
function uniteDoubles(pages: Publication[]): Publication[] {
  const found: Publication[] = [];
  const places = new Map<string, number>();
  for (const page of pages) {
    const keys = keysOf(page);
    const place = keys.map((key) => places.get(key)).find((one) => one !== undefined);
    const known = place === undefined ? undefined : found[place];
    const isDouble = known && isFromBibtex(page) && areOne(known, page);
    if (place !== undefined && isDouble) found[place] = unite(known, page);
    else found.push(unite(page));
    for (const key of keys) {
      if (!places.has(key)) places.set(key, isDouble ? (place ?? 0) : found.length - 1);
    }
  }
  return found;
}

function isFromBibtex({ file }: Publication): boolean {
  return /\.bib$/i.test(file.path);
}

/** Two entries of one file are two; so are two DOIs. */
function areOne(a: Publication, b: Publication): boolean {
  const [one, other] = [doiOf(a), doiOf(b)];
  return a.file.path !== b.file.path && (!one || !other || one === other);
}

function unite(page: Publication, other = page): Publication {
  const citable = other.extra as Citable | undefined;
  const names = [...page.knownAs, ...other.knownAs, citable?.id ?? '', doiOf(other)];
  const knownAs = [...new Set(names.filter((name) => name !== ''))];
  return { ...page, extra: page.extra ?? other.extra, knownAs };
}

function keysOf(page: Publication): string[] {
  const { title, date } = page.frontMatter;
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const doi = doiOf(page);
  return [...(doi ? [`doi ${doi}`] : []), `title ${words} ${date?.year ?? ''}`];
}

function doiOf({ frontMatter }: Publication): string {
  return rawDoi(frontMatter).toLowerCase();
}

/** A page for each entry of the BibTeX files in `content/`. Files in the order of their names. */
export function readBibPages(folder: SiteFolder): {
  pages: ParsedPage<PublicationFrontMatter>[];
  problems: Problem[];
} {
  const inContent = existsSync(folder.content) ? readdirSync(folder.content) : [];
  const files = inContent.filter((name) => /^[^._].*\.bib$/i.test(name)).sort(compareText);
  const readings = files.map((fileName) => {
    const path = join(folder.content, fileName);
    const name = `content/${fileName}`;
    const text = readFileSync(path, 'utf8');
    const { entries, problems } = readBibtex(text, name);
    return { pages: entries.map((entry) => toPage(entry, { path, name }, text, folder)), problems };
  });
  return {
    pages: readings.flatMap(({ pages }) => pages),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

function toPage(
  entry: BibEntry,
  place: { path: string; name: string },
  text: string,
  folder: SiteFolder,
): ParsedPage<PublicationFrontMatter> {
  const file = { ...place, stem: entry.key };
  const at = { line: entry.line, column: 1 };
  return {
    ...{ file, text, slug: toSlug(entry.key), knownAs: [entry.key], files: {}, pdfs: [] },
    written: { data: {}, body: '', bodyLine: entry.line, locate: () => at, findings: [] },
    frontMatter: bibEntryToFrontMatter(entry),
    locate: (name) => locateFile(folder, file, name),
    extra: bibEntryToCitable(entry),
  };
}
