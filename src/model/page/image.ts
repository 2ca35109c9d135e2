import type { Severity } from '../../schema/finding.ts';
import type { RichText, RenderedTexts } from './page-texts.ts';

/** A picture file, measured. Astro's own image type fits it. */
export interface ImageFile {
  src: string;
  width: number;
  height: number;
  format: string;
}

export interface PageImage {
  image: ImageFile;
  alt: string;
  caption?: RichText;
  /** A CSS `object-position`. */
  position: string;
  /** It moves, so no single frame may stand for it. */
  animated: boolean;
  /** Shown in lists but not on the page itself. */
  previewOnly: boolean;
}

interface PicturedPage {
  picture?: ImageFile | undefined;
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

/** What its front matter says of a page's picture. */
export function toPageImage({
  picture,
  animated = false,
  frontMatter,
  texts,
}: PicturedPage): PageImage | undefined {
  if (!picture) return undefined;
  const { alt_text, focal_point, preview_only } = frontMatter.image ?? {};
  return {
    image: picture,
    alt: alt_text ?? '',
    ...(texts['caption'] && { caption: texts['caption'] }),
    position: toObjectPosition(focal_point),
    animated,
    previewOnly: preview_only ?? false,
  };
}

/** Hugo's anchors (`TopLeft`, `Right`, `Smart` …) as a CSS position. */
export function toObjectPosition(focalPoint: string | undefined): string {
  const word = focalPoint?.toLowerCase() ?? '';
  const across = word.includes('left') ? 'left' : word.includes('right') ? 'right' : 'center';
  const down = word.includes('top') ? 'top' : word.includes('bottom') ? 'bottom' : 'center';
  return `${across} ${down}`;
}

/** The properties of an image file. With `trouble`, there are no others. */
export interface ImageProperties {
  /** In pixels, as shown, after applying the EXIF orientation. */
  width?: number;
  height?: number;
  /** `jpg`, `png`, `svg` …, detected from the content. */
  format?: string;
  /** The image is animated, so it must not be reduced to a single frame. */
  animated?: boolean;
  trouble?: ImageError;
}

/** Why an image cannot be shown. */
export type ImageError = keyof typeof troubles;

/**
 * Returns what is wrong, to follow the name of the file, and what to do, as a sentence. An intact image
 * with an encoding that browsers do not support is left out with a warning; all else is an error.
 */
export function describeImageError(trouble: ImageError): {
  what: string;
  remedy: string;
  severity: Severity;
} {
  const [what, remedy] = troubles[trouble];
  const isWhole = trouble === 'unusual';
  return {
    what,
    remedy: isWhole ? `${remedy}. Until then it is not shown.` : `${remedy}.`,
    severity: isWhole ? 'warning' : 'error',
  };
}

const troubles = {
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
