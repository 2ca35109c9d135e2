import type { LinkKind, TalkLink } from './link.ts';

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
export function describeFile(link: TalkLink, language: string): FileDetails | undefined {
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
