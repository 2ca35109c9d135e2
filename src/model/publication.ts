import type { PublicationFrontMatter } from '../schema/publication.ts';
import type { TalkLink } from './link.ts';
import { compareText } from './order.ts';
import { toPage, type Page, type PageSource } from './page.ts';
import { toPublicationType, type PublicationType } from './publication-type.ts';
import type { RichText } from './rich-text.ts';
import { toLinks, type FindFile } from './talk-links.ts';
import { instantOf, type Clock } from './talk-when.ts';
import type { Addresses } from './url.ts';
import { writtenLinks, type WrittenLink } from './written-links.ts';

export interface Publication extends Page {
  /** In the order written. */
  authors: { name: string; isOwner: boolean }[];
  /** Absent for what is not dated. */
  year?: number;
  /** For the order alone, in milliseconds since 1970. */
  published?: number;
  type?: PublicationType;
  /** Where it appeared, and the same in short. */
  venue?: RichText;
  venueShort?: RichText;
  doi?: string;
  links: TalkLink[];
  tags: string[];
}

export interface PublicationSource extends PageSource {
  frontMatter: PublicationFrontMatter;
  findFile: FindFile;
}

/** The whole meaning of one publication's file. `owner` is the name of whose site it is. */
export function toPublication(
  source: PublicationSource,
  site: Clock & { owner: string; addresses: Addresses },
): Publication {
  const { slug, frontMatter: fm, texts } = source;
  const { venue, venueShort } = texts;
  const type = toPublicationType(fm.publication_types ?? []);
  const doi = plainDoi(fm.doi);
  return {
    ...toPage(source, site.addresses.publication(slug), site),
    authors: (fm.authors ?? fm.author ?? [site.owner]).map((name) => toAuthor(name, site.owner)),
    ...(fm.date && { year: fm.date.year, published: instantOf(fm.date, site) }),
    ...(type && { type }),
    ...(venue && { venue }),
    ...(venueShort && { venueShort }),
    ...(doi && { doi }),
    links: toLinks(publicationLinks(fm), source.findFile),
    tags: [...new Set([...(fm.tags ?? []), ...(fm.tag ?? [])])],
  };
}

/** All that a publication links to; academicpages calls its PDF `paperurl`. */
export function publicationLinks(page: PublicationFrontMatter): WrittenLink[] {
  const { url_pdf = page.paperurl } = page;
  return writtenLinks({ ...page, url_pdf });
}

/** Newest first; what is not dated stands above all, by title. */
export function sortPublications(publications: readonly Publication[]): Publication[] {
  return [...publications].sort(
    (a, b) => (b.published ?? Infinity) - (a.published ?? Infinity) || compareText(a.slug, b.slug),
  );
}

/** `admin` and `me` are the owner in the files of Hugo Academic. */
function toAuthor(written: string, owner: string): Publication['authors'][number] {
  const isOwner = written === 'admin' || written === 'me' || written === owner;
  return { name: isOwner ? owner : written, isOwner };
}

function plainDoi(written: string | undefined): string | undefined {
  return written?.replace(/^(doi:\s*|https?:\/\/(dx\.)?doi\.org\/)/i, '') || undefined;
}
