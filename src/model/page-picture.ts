import type { RichText } from './rich-text.ts';
import type { Texts } from './written-text.ts';

/** A picture file, measured. Astro's own image type fits it. */
export interface ImageFile {
  src: string;
  width: number;
  height: number;
  format: string;
}

export interface Picture {
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
  texts: Texts;
}

/** What its front matter says of a page's picture. */
export function pictureOf({
  picture,
  animated = false,
  frontMatter,
  texts,
}: PicturedPage): Picture | undefined {
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
