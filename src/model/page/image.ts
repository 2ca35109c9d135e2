import type { Severity } from '../../schema/finding.ts';
import type { RichText, RenderedTexts } from './page-texts.ts';

/** An image file with its size in pixels. Compatible with the image type of Astro. */
export interface ImageFile {
  src: string;
  width: number;
  height: number;
  format: string;
}

export interface PageImage {
  file: ImageFile;
  alt: string;
  caption?: RichText;
  /** A CSS `object-position`. */
  position: string;
  /** The image is animated, so it must not be reduced to a single frame. */
  animated: boolean;
  /** Shown in lists but not on the page itself. */
  previewOnly: boolean;
}

interface ImageSource {
  image?: ImageFile | undefined;
  animated?: boolean | undefined;
  frontMatter: {
    image?:
      | {
          alt_text?: string | undefined;
          focal_point?: string | undefined;
          preview_only?: boolean | undefined;
        }
      | undefined;
  };
  texts: RenderedTexts;
}

/** Returns the image of a page, with the settings in its front matter. */
export function toPageImage({
  image: file,
  animated = false,
  frontMatter,
  texts,
}: ImageSource): PageImage | undefined {
  if (!file) return undefined;
  const { alt_text, focal_point, preview_only } = frontMatter.image ?? {};
  return {
    file,
    alt: alt_text ?? '',
    ...(texts['caption'] && { caption: texts['caption'] }),
    position: toObjectPosition(focal_point),
    animated,
    previewOnly: preview_only ?? false,
  };
}

/** Converts an anchor of Hugo (`TopLeft`, `Right`, `Smart` …) to a CSS position. */
export function toObjectPosition(focalPoint: string | undefined): string {
  const word = focalPoint?.toLowerCase() ?? '';
  const horizontal = word.includes('left') ? 'left' : word.includes('right') ? 'right' : 'center';
  const vertical = word.includes('top') ? 'top' : word.includes('bottom') ? 'bottom' : 'center';
  return `${horizontal} ${vertical}`;
}

/** The properties of an image file. With `error`, there are no others. */
export interface ImageProperties {
  /** In pixels, as shown, after applying the EXIF orientation. */
  width?: number;
  height?: number;
  /** `jpg`, `png`, `svg` …, detected from the content. */
  format?: string;
  /** The image is animated, so it must not be reduced to a single frame. */
  animated?: boolean;
  error?: ImageError;
}

/** Why an image cannot be shown. */
export type ImageError = keyof typeof errorTexts;

/**
 * Returns what is wrong, to follow the name of the file, and what to do, as a sentence. An intact image
 * with an encoding that browsers do not support is left out with a warning; all else is an error.
 */
export function describeImageError(error: ImageError): {
  what: string;
  remedy: string;
  severity: Severity;
} {
  const [what, remedy] = errorTexts[error];
  const isIntact = error === 'unusual';
  return {
    what,
    remedy: isIntact ? `${remedy}. Until then it is not shown.` : `${remedy}.`,
    severity: isIntact ? 'warning' : 'error',
  };
}

const errorTexts = {
  empty: ['is an empty file', 'Copy the image there again'],
  'git-lfs': ['is a Git LFS pointer, not the image itself', 'Run "git lfs pull"'],
  'web-page': ['is a web page, not an image', 'Download the image again'],
  other: [
    'is not an image file, despite its name',
    'Replace it with a JPEG, PNG, WebP, AVIF, GIF or SVG image',
  ],
  'no-size': [
    'is an SVG image without a size',
    'Add a viewBox, or width and height in pixels, to its <svg> element',
  ],
  damaged: ['cannot be opened, because it is damaged or incomplete', 'Export or copy it again'],
  unusual: ['has an encoding that browsers do not support', 'Save it as a standard JPEG or PNG'],
  'too-large': [
    'has more than 268 million pixels',
    'Save a smaller version; a width of 3000 pixels is enough',
  ],
  'unknown-format': [
    'is in an image format that browsers do not support',
    'Save it as JPEG, PNG, WebP, AVIF, GIF or SVG',
  ],
} as const;

/**
 * The widths, in pixels, at which images are generated: up to twice the width on the page. Fewer widths
 * make the build faster, because AVIF is slow to encode.
 */
export const imageWidths = {
  /** The width of the text. */
  text: [480, 960, 1440],
  /** The first page of a PDF. */
  page: [320, 640],
  portrait: [160, 320, 480],
} as const;

/** The width for clients that use a single image: feeds and old browsers. */
export const fallbackWidth = 960;

/** The `sizes` attribute of an image with the width of the text. */
export const textImageSizes = '(min-width: 50rem) 37rem, 92vw';
