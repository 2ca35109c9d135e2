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
