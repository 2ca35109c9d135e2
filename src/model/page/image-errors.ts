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

/** Returns what is wrong, to follow the name of the file, and what to do, as sentences. */
export function describeImageError(error: ImageError): { what: string; remedy: string } {
  const [what, remedy] = errorTexts[error];
  return { what, remedy: `${remedy}. Until then it is not shown.` };
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
  heic: [
    'is a HEIC image, as phones take them, which browsers do not show',
    'Export it as a JPEG image',
  ],
  'too-large': [
    'has more than 268 million pixels',
    'Save a smaller version; a width of 3000 pixels is enough',
  ],
  'unknown-format': [
    'is in an image format that browsers do not support',
    'Save it as JPEG, PNG, WebP, AVIF, GIF or SVG',
  ],
} as const;
