import type { ImageFile } from './image.ts';

/** What a link leads to. `other` is what the author named themselves. */
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

/** A link as a visitor finds it: it leads somewhere that exists. */
export interface PageLink {
  kind: LinkKind;
  label: string;
  href: string;
  /** An icon of the author's choice, by Font Awesome or Academicons name. */
  icon?: { name: string; pack: string | undefined };
  /** Set for a file of this site. */
  file?: SiteFile;
  /** Set for a deck of this site: its last part of the address. */
  deck?: string;
}

/** A published file of the site. */
export interface SiteFile {
  /** Its address, under the base path. */
  href: string;
  bytes: number;
  /** Of a PDF that could be opened. */
  pages?: number | undefined;
  /** The first page of a PDF of slides or of a poster. */
  preview?: ImageFile | undefined;
}

/** The first page of what a link leads to. */
export interface FirstPage {
  of: 'slides' | 'poster';
  href: string;
  image: ImageFile;
}

/** The picture of the slides among the links, else of the poster; the first that has one. */
export function findFirstPage(links: readonly PageLink[]): FirstPage | undefined {
  for (const kind of ['slides', 'poster'] as const) {
    const link = links.find((one) => one.kind === kind && one.file?.preview);
    if (link?.file?.preview) return { of: kind, href: link.href, image: link.file.preview };
  }
  return undefined;
}

/** The kinds in the order in which pages show them, with their words. */
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

/** `Slides`, `slides` and `My slides (PDF)` are slides. */
export function toLinkKind(name: string | undefined): LinkKind {
  const word = name?.toLowerCase() ?? '';
  return linkKinds.find(([kind]) => new RegExp(`\\b${kind}\\b`).test(word))?.[0] ?? 'other';
}

/** The host of an address, or the name of a file, for a link that has no name. */
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

/** `www.example.org` and `example.org/page` with the scheme that their authors left out. */
export function addScheme(url: string): string {
  return /^www\.[^\s/]+\.[a-z]{2,}/i.test(url) || hostWithPath.test(url) ? `https://${url}` : url;
}

export interface SiteLink {
  name: string;
  href: string;
  icon?: { name: string; pack: string | undefined };
}

/** What a link says of the file that it leads to. */
export interface FileDetails {
  /** `PDF`, by the ending of its name. */
  format: string;
  /** `42 pages, 3.1 MB`, or the size alone. */
  extent: string;
}

const documents: readonly LinkKind[] = ['slides', 'poster', 'pdf'];
const formats = /\.(pdf|pptx?|ppsx?|key|odp|ps|djvu|zip)$/i;

/** How long and how large a document of the site is; undefined for any other link. */
export function describeFile(link: PageLink, language: string): FileDetails | undefined {
  if (!link.file || !documents.includes(link.kind)) return undefined;
  const { href, bytes, pages } = link.file;
  const [, format] = formats.exec(href.replace(/[?#].*$/s, '')) ?? [];
  if (format === undefined) return undefined;
  const size = formatFileSize(bytes, language);
  const extent = pages === undefined ? size : `${formatPages(pages, language)}, ${size}`;
  return { format: format.toUpperCase(), extent };
}

/**
 * A size in units of the SI, as the language writes them: `361 kB`, `3.1 MB`, in French `3,1 Mo`.
 * Below ten units one decimal is given. Its blank does not break.
 * @param bytes Not negative.
 * @param language A BCP 47 tag.
 */
export function formatFileSize(bytes: number, language: string): string {
  const units = ['kilobyte', 'megabyte', 'gigabyte'];
  // What would round to a thousand of a unit is one of the next.
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
