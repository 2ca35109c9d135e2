import type { ImageFile } from './image.ts';

/** What a link points to. `other` is a link with a label of the author's own. */
export type LinkKind =
  | 'slides'
  | 'video'
  | 'pdf'
  | 'code'
  | 'preprint'
  | 'poster'
  | 'dataset'
  | 'source'
  | 'project'
  | 'other';

/** A link on a page. Its target exists. */
export interface PageLink {
  kind: LinkKind;
  label: string;
  href: string;
  /** The icon that the author chose, by its name in Font Awesome or Academicons. */
  icon?: { name: string; pack: string | undefined };
  /** Set for a file of this site. */
  file?: SiteFile;
  /** Set for a deck of this site: its slug. */
  deck?: string;
  /** When it stops being useful, in milliseconds since 1970. */
  until?: number;
}

/** A published file of the site. */
export interface SiteFile {
  /** Its address, under the base path. */
  href: string;
  bytes: number;
  /** Set for a page of the site, which is not a file to download. */
  isPage?: true;
  /** Set for a PDF that could be opened. */
  pages?: number | undefined;
  /** The first page of a PDF of slides or of a poster. */
  preview?: ImageFile | undefined;
}

/** The first page of the file that a link points to. */
export interface FirstPage {
  kind: 'slides' | 'poster';
  href: string;
  image: ImageFile;
}

/** Finds the first page of the slides among the links, or else of the poster. */
export function findFirstPage(links: readonly PageLink[]): FirstPage | undefined {
  for (const kind of ['slides', 'poster'] as const) {
    const link = links.find((candidate) => candidate.kind === kind && candidate.file?.preview);
    if (link?.file?.preview) return { kind, href: link.href, image: link.file.preview };
  }
  return undefined;
}

/** The kinds in the order in which pages show them, with their labels. */
export const linkKinds: readonly [LinkKind, string][] = [
  ['slides', 'Slides'],
  ['video', 'Video'],
  ['pdf', 'PDF'],
  ['code', 'Code'],
  ['preprint', 'Preprint'],
  ['poster', 'Poster'],
  ['dataset', 'Dataset'],
  ['source', 'Source'],
  ['project', 'Project'],
];

/** Returns the kind that a name contains: `slides` for `Slides` and `My slides (PDF)`. */
export function toLinkKind(name: string | undefined): LinkKind {
  const word = name?.toLowerCase() ?? '';
  return linkKinds.find(([kind]) => new RegExp(`\\b${kind}\\b`).test(word))?.[0] ?? 'other';
}

/** Returns the label of a link without a name: the host of the address, or the name of the file. */
export function defaultLinkLabel(url: string): string {
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1];
  return (
    host ??
    url
      .replace(/^mailto:/i, '')
      .split('/')
      .at(-1) ??
    url
  );
}

export function isExternalUrl(url: string): boolean {
  return /^(https?:|mailto:|tel:|\/\/)/i.test(url);
}

const hostWithPath = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|org|net|edu|gov|info|dev|[a-z]{2})\/[^\s]/i;

/** Adds the scheme to `www.example.org` and `example.org/page`. */
export function addScheme(url: string): string {
  return /^www\.[^\s/]+\.[a-z]{2,}/i.test(url) || hostWithPath.test(url) ? `https://${url}` : url;
}

export interface SiteLink {
  name: string;
  href: string;
  icon?: { name: string; pack: string | undefined };
}

/** The format and size of the file that a link points to. */
export interface FileDetails {
  /** `PDF`, from the extension of its name. */
  format: string;
  /** `42 pages, 3.1 MB`, or the size alone. */
  extent: string;
}

const documentKinds: readonly LinkKind[] = ['slides', 'poster', 'pdf'];
const documentExtension = /\.(pdf|pptx?|ppsx?|key|odp|ps|djvu|zip)$/i;

/** Returns the format and size of a document of the site; undefined for any other link. */
export function describeFile(link: PageLink, language: string): FileDetails | undefined {
  if (!link.file || !documentKinds.includes(link.kind)) return undefined;
  const { href, bytes, pages } = link.file;
  const [, format] = documentExtension.exec(href.replace(/[?#].*$/s, '')) ?? [];
  if (format === undefined) return undefined;
  const size = formatFileSize(bytes, language);
  const extent = pages === undefined ? size : `${formatPages(pages, language)}, ${size}`;
  return { format: format.toUpperCase(), extent };
}

/**
 * Formats a size in SI units of a language: `361 kB`, `3.1 MB`, in French `3,1 Mo`. Values below ten
 * units have one decimal. The space does not break.
 * @param bytes Not negative.
 * @param language A BCP 47 tag.
 */
export function formatFileSize(bytes: number, language: string): string {
  const units = ['kilobyte', 'megabyte', 'gigabyte'];
  // A value that would round to 1000 of a unit is formatted in the next one.
  const step = [999_500, 999_500_000].filter((end) => bytes >= end).length;
  const value = bytes / 1000 ** (step + 1);
  const shown = bytes === 0 ? 0 : Math.max(value, 0.1);
  return new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit: units[step] as string, unitDisplay: 'short' },
    maximumFractionDigits: shown < 9.95 ? 1 : 0,
  })
    .format(shown)
    .replace(/\s/g, '\u00a0');
}

function formatPages(pages: number, language: string): string {
  const number = new Intl.NumberFormat(language).format(pages);
  return `${number}\u00a0${pages === 1 ? 'page' : 'pages'}`;
}
