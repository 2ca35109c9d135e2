import type { Severity } from '../schema/finding.ts';

/** What is known of a picture file. With trouble, nothing else is. */
export interface PictureReading {
  /** In pixels, as it is shown: what its camera says of up and down is heeded. */
  width?: number;
  height?: number;
  /** `jpg`, `png`, `svg` …, by its content. */
  format?: string;
  /** It moves, so no single frame may stand for it. */
  animated?: boolean;
  trouble?: PictureTrouble;
}

/** Why a picture cannot be shown. */
export type PictureTrouble = keyof typeof troubles;

/**
 * What is wrong, to follow the name of the file, and what to do, as a sentence. A picture that is whole
 * and that no browser shows is left out with a warning; any other trouble is an error.
 */
export function describeTrouble(trouble: PictureTrouble): {
  what: string;
  remedy: string;
  severity: Severity;
} {
  const [what, remedy] = troubles[trouble];
  const isWhole = trouble === 'unusual';
  return {
    what,
    remedy: isWhole ? `${remedy}. The page shows no picture.` : `${remedy}.`,
    severity: isWhole ? 'warning' : 'error',
  };
}

const troubles = {
  empty: ['is an empty file', 'Copy the picture there again'],
  'git-lfs': ['is a pointer of Git LFS, not the picture itself', 'Run "git lfs pull"'],
  'web-page': ['is a web page, not a picture', 'Download the picture again'],
  other: [
    'is not a picture, whatever its name says',
    'Put a picture in its place: JPEG, PNG, WebP, AVIF, GIF or SVG',
  ],
  'no-size': [
    'is an SVG drawing without a size',
    'Give its <svg> a viewBox, or width and height in pixels',
  ],
  damaged: ['does not open: it is damaged or cut off', 'Export or copy it again'],
  unusual: [
    'is coded in a way that browsers do not show',
    'Save it again as an ordinary JPEG or PNG',
  ],
  'too-large': [
    'has more than 268 million pixels',
    'Save it smaller: a width of 3000 pixels is plenty',
  ],
  'unknown-format': [
    'is a picture in a format that web pages cannot show',
    'Save it as JPEG, PNG, WebP, AVIF, GIF or SVG',
  ],
} as const;

/**
 * The widths, in pixels, at which pictures are made: once and twice what a page shows, at most. Fewer
 * widths make a build faster, and AVIF is slow to make.
 */
export const pictureWidths = {
  /** As wide as the text. */
  text: [480, 960, 1440],
  /** The first page of a PDF. */
  page: [320, 640],
  portrait: [160, 320, 480],
} as const;

/** The width for those who take one picture only: feeds, and browsers of old. */
export const plainWidth = 960;

/** The `sizes` attribute of a picture as wide as the text. */
export const textSizes = '(min-width: 50rem) 37rem, 92vw';
