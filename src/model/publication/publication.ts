import type { PublicationFrontMatter } from '../../schema/publication.ts';
import { etAl, toAuthors, type Author } from '../page/author.ts';
import { toDeckLinks, type FindFile, toPageLinks } from '../page/page-links.ts';
import type { PageLink } from '../page/link.ts';
import { compareText } from '../page/lists.ts';
import { toPage, type Page, type PageSite, type PageSource } from '../page/page.ts';
import { type Citable, formatBibName } from './citable.ts';
import { publicationToCitable } from './publication-citable.ts';
import {
  toRawPublicationLinks,
  type PublicationType,
  toPublicationType,
  toRawAuthors,
  toRawDoi,
} from './raw-publication.ts';
import type { RichText } from '../page/page-texts.ts';
import { toRawTags } from '../page/tags.ts';
import { toUndatedRank } from './undated-groups.ts';
import { toFeedInstant, toInstant } from '../page/when.ts';

export interface Publication extends Page {
  /** In the order of the file. */
  authors: Author[];
  /** Absent without a date. */
  year?: number;
  /** For sorting, in milliseconds since 1970. */
  published?: number;
  /** The date for feeds, in milliseconds since 1970. */
  feedDate?: number;
  type?: PublicationType;
  /** Where it was published, and a short form of that. */
  venue?: RichText;
  venueShort?: RichText;
  /** A remark, such as an award. */
  note?: RichText;
  doi?: string;
  links: PageLink[];
  citable: Citable;
  tags: string[];
}

export interface PublicationSource extends PageSource {
  frontMatter: PublicationFrontMatter;
  findFile: FindFile;
  /** From its BibTeX, if there is any. */
  citable?: Citable | undefined;
}

/** Converts the file of a publication. */
export function toPublication(source: PublicationSource, site: PageSite): Publication {
  const { slug, frontMatter: fm, texts } = source;
  const { venue, venueShort, note } = texts;
  const type = toPublicationType(fm.publication_types ?? []);
  const doi = toRawDoi(fm);
  const authors = toAuthors({ authors: toRawAuthors(fm) ?? toBibAuthors(source.citable) }, site);
  return {
    ...toPage(source, 'publications', site),
    authors,
    ...(fm.date && {
      year: fm.date.year,
      published: toInstant(fm.date, site),
      feedDate: toFeedInstant(fm.date, site),
    }),
    ...(type && { type }),
    ...(venue && { venue }),
    ...(venueShort && { venueShort }),
    ...(note && { note }),
    ...(doi && { doi }),
    links: toPageLinks(toRawPublicationLinks(fm), source.findFile, toDeckLinks(fm, site.findDeck)),
    citable: source.citable ?? publicationToCitable(fm, slug, authors),
    tags: toRawTags(fm),
  };
}

/** Returns the authors in BibTeX: nobody if it names nobody. Undefined without BibTeX. */
function toBibAuthors(citable: Citable | undefined): string[] | undefined {
  if (!citable) return undefined;
  const { author, editor, others } = citable;
  const names = (author.length > 0 ? author : editor).map(formatBibName);
  return others ? [...names, etAl] : names;
}

/** Returns the authors without the `et al.` at the end of a list from BibTeX. */
export function pickNamedAuthors({ authors }: Pick<Publication, 'authors'>): Author[] {
  return authors.filter(({ name }) => name !== etAl);
}

/** Sorts publications: those without a date first, by their state and slug; then the newest first. */
export function sortPublications(publications: readonly Publication[]): Publication[] {
  return [...publications].sort(
    (a, b) =>
      (b.published ?? Infinity) - (a.published ?? Infinity) ||
      (a.published === undefined ? toUndatedRank(a) - toUndatedRank(b) : 0) ||
      compareText(a.slug, b.slug),
  );
}
