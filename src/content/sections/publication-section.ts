import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bibEntryToCitable } from '../../model/publication/bib-entry.ts';
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
import type { PageFile } from '../assets/page-files.ts';
import { readBibtex } from '../parse/bibtex.ts';
import { readAuthorText } from '../parse/decode-text.ts';
import type { ParsedPage } from './parsed-page.ts';
import { isFromBibtex, readBibPages } from './bib-pages.ts';
import { assignBibSlugs, checkBibSlugs } from './bib-slugs.ts';
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
  readExtraPages: (folder, addresses, context) =>
    readBibPages({ folder, addresses, verbose: context?.verbose ?? false }),
  dedupe: (pages) => assignBibSlugs(mergeDuplicates(pages)),
  checkAcrossPages: checkBibSlugs,
};

/** Reads the `cite.bib` of a page bundle, from which Hugo Academic makes the citation. */
function readCiteBib(_: PublicationFrontMatter, { bundle }: PageFile): Citable | undefined {
  const path = bundle && join(bundle.folder, 'cite.bib');
  if (!path || !existsSync(path)) return undefined;
  const { text, failure } = readAuthorText(path);
  const [entry] = failure ? [] : readBibtex(text, path).entries;
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
