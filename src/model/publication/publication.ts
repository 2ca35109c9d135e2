import type { PublicationFrontMatter } from '../../schema/publication.ts';
import { etAl, toAuthors, type Author } from '../page/author.ts';
import { toDeckLinks, type FindFile, toPageLinks } from '../page/page-links.ts';
import type { PageLink } from '../page/link.ts';
import { compareText } from '../page/lists.ts';
import { toPage, type Page, type PageSite, type PageSource } from '../page/page.ts';
import type { Citable } from './citable.ts';
import { publicationToCitable } from './publication-citable.ts';
import {
  publicationLinks,
  type PublicationType,
  toPublicationType,
  rawAuthors,
  rawDoi,
} from './raw-publication.ts';
import type { RichText } from '../page/page-texts.ts';
import { rawTags } from '../page/tags.ts';
import { toInstant } from '../page/when.ts';

export interface Publication extends Page {
  /** In the order written. */
  authors: Author[];
  /** Absent for what is not dated. */
  year?: number;
  /** For the order alone, in milliseconds since 1970. */
  published?: number;
  type?: PublicationType;
  /** Where it appeared, and the same in short. */
  venue?: RichText;
  venueShort?: RichText;
  doi?: string;
  links: PageLink[];
  citable: Citable;
  tags: string[];
}

export interface PublicationSource extends PageSource {
  frontMatter: PublicationFrontMatter;
  findFile: FindFile;
  /** By its BibTeX, where there is some. */
  citable?: Citable | undefined;
}

/** The whole meaning of one publication's file. `owner` is the name of whose site it is. */
export function toPublication(source: PublicationSource, site: PageSite): Publication {
  const { slug, frontMatter: fm, texts } = source;
  const { venue, venueShort } = texts;
  const type = toPublicationType(fm.publication_types ?? []);
  const doi = rawDoi(fm);
  const authors = toAuthors({ authors: rawAuthors(fm) }, site);
  return {
    ...toPage(source, 'publications', site),
    authors,
    ...(fm.date && { year: fm.date.year, published: toInstant(fm.date, site) }),
    ...(type && { type }),
    ...(venue && { venue }),
    ...(venueShort && { venueShort }),
    ...(doi && { doi }),
    links: toPageLinks(publicationLinks(fm), source.findFile, toDeckLinks(fm, site.findDeck)),
    citable: source.citable ?? publicationToCitable(fm, slug, authors),
    tags: rawTags(fm),
  };
}

/** The authors who are named: an entry of BibTeX may end its list in `et al.` */
export function namedAuthors({ authors }: Pick<Publication, 'authors'>): Author[] {
  return authors.filter(({ name }) => name !== etAl);
}

/** Newest first; what is not dated stands above all, by title. */
export function sortPublications(publications: readonly Publication[]): Publication[] {
  return [...publications].sort(
    (a, b) => (b.published ?? Infinity) - (a.published ?? Infinity) || compareText(a.slug, b.slug),
  );
}
