import type { ImageMetadata } from 'astro';
import type { ImageFile } from '../model/page/image.ts';

/** An image as Astro imports it: a proxy that reports when a property is read, except for these two. */
interface ImportedImage extends ImageMetadata {
  clone?: ImageMetadata;
  fsPath?: string;
}

/**
 * Returns an image whose properties can be read without publishing the original: Astro publishes the original of every
 * image of which a property was read, of any size and with the position in which a photograph was taken.
 */
export function toImageFile(image: unknown): ImageFile {
  const imported = image as ImportedImage;
  const { clone, fsPath } = imported;
  if (!clone || fsPath === undefined) return imported;
  // Astro removes the original by this path after it has made all sizes.
  return Object.defineProperties(
    { ...clone },
    {
      fsPath: { value: fsPath },
      publish: { value: () => imported.src },
    },
  );
}
