import type { RichText, RenderedTexts } from './page-texts.ts';

/** An image file with its size in pixels. Compatible with the image type of Astro. */
export interface ImageFile {
  src: string;
  width: number;
  height: number;
  format: string;
  /** Publishes the original and returns its address. Without this function, all images are published. */
  publish?: () => string;
}

/** Publishes the original of an image, which is not published otherwise, and returns its address. */
export function publishOriginal({ src, publish }: ImageFile): string {
  return publish?.() ?? src;
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
