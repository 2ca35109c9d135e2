import type { PublicationFrontMatter } from '../schema/publication.ts';
import type { TalkLink } from './link.ts';
import { compareText } from './order.ts';
import { pictureOf, type ImageFile, type Picture } from './page-picture.ts';
import { toPublicationType, type PublicationType } from './publication-type.ts';
import type { RichText } from './rich-text.ts';
import { toLinks, type FindFile } from './talk-links.ts';
import { instantOf, type Clock } from './talk-when.ts';
import type { Addresses } from './url.ts';
import { writtenLinks, type WrittenLink } from './written-links.ts';
import type { Texts } from './written-text.ts';

export interface Publication {
  slug: string;
  href: string;
  title: RichText;
  subtitle?: RichText;
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
  abstract?: RichText;
  summary?: RichText;
  doi?: string;
  links: TalkLink[];
  picture?: Picture;
  tags: string[];
  featured: boolean;
  draft: boolean;
  /** Not to be seen before and from these instants. */
  hiddenUntil?: number;
  hiddenFrom?: number;
  private: boolean;
  /** Old addresses, site-relative, that lead here. */
  aliases: string[];
  hasBody: boolean;
  hasMath: boolean;
  hasPlayer: boolean;
}

export interface PublicationSource {
  slug: string;
  frontMatter: PublicationFrontMatter;
  texts: Texts;
  picture?: ImageFile | undefined;
  animated?: boolean | undefined;
  hasBody: boolean;
  hasMath: boolean;
  hasPlayer: boolean;
  findFile: FindFile;
}

/** The whole meaning of one publication's file. `owner` is the name of whose site it is. */
export function toPublication(
  source: PublicationSource,
  site: Clock & { owner: string; addresses: Addresses },
): Publication {
  const { slug, frontMatter: fm, texts } = source;
  const type = toPublicationType(fm.publication_types ?? []);
  const picture = pictureOf(source);
  const doi = plainDoi(fm.doi);
  const hiddenUntil = fm.publishDate && instantOf(fm.publishDate, site);
  const hiddenFrom = fm.expiryDate && instantOf(fm.expiryDate, site);
  return {
    slug,
    href: site.addresses.publication(slug),
    title: texts['title'] ?? { html: '', text: '' },
    ...(texts['subtitle'] && { subtitle: texts['subtitle'] }),
    authors: (fm.authors ?? fm.author ?? [site.owner]).map((name) => toAuthor(name, site.owner)),
    ...(fm.date && { year: fm.date.year, published: instantOf(fm.date, site) }),
    ...(type && { type }),
    ...(texts['venue'] && { venue: texts['venue'] }),
    ...(texts['venueShort'] && { venueShort: texts['venueShort'] }),
    ...(texts['abstract'] && { abstract: texts['abstract'] }),
    ...(texts['summary'] && { summary: texts['summary'] }),
    ...(doi && { doi }),
    links: toLinks(publicationLinks(fm), source.findFile),
    ...(picture && { picture }),
    tags: [...new Set([...(fm.tags ?? []), ...(fm.tag ?? [])])],
    featured: fm.featured ?? fm.selected ?? false,
    draft: fm.draft ?? false,
    ...(hiddenUntil !== undefined && { hiddenUntil }),
    ...(hiddenFrom !== undefined && { hiddenFrom }),
    private: fm.private ?? false,
    aliases: [...(fm.aliases ?? []), ...(fm.alias ?? []), ...(fm.permalink ? [fm.permalink] : [])],
    hasBody: source.hasBody,
    hasMath: source.hasMath,
    hasPlayer: source.hasPlayer,
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
