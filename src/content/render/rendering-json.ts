import type { FoundFile } from '../../markdown/source/markdown-context.ts';
import type { ImageProperties } from '../../model/page/image-errors.ts';
import type { PageRendering } from './render-job.ts';

/**
 * A rendering as JSON. It contains no absolute path, so that it is also valid where the site is in another folder.
 */
export interface StoredRendering extends Omit<PageRendering, 'lookedUp'> {
  /** Files by their names in the texts. JSON leaves out `undefined`: there is no file of that name. */
  files: [name: string, file?: FoundFile][];
  /** Addresses by the values of `ref`; none for an unknown page. */
  pages: [reference: string, address?: string][];
  /** The stamps of images by their names in the texts, and the properties on which the HTML depends. */
  images: [name: string, stamp: string, properties: ImageProperties][];
}

/** Converts a rendering to JSON. */
export function toStoredRendering(
  { lookedUp, ...rendering }: PageRendering,
  properties: ReadonlyMap<string, ImageProperties>,
): StoredRendering {
  const { files, pages, images } = lookedUp;
  return {
    ...rendering,
    files: [...files].map(([name, file]) => (file ? [name, file] : [name])),
    pages: [...pages].map(([name, address]) => (address === undefined ? [name] : [name, address])),
    images: [...images].map(([name, stamp]) => [name, stamp, properties.get(name) ?? {}]),
  };
}

/** Converts JSON to a rendering. */
export function fromStoredRendering({
  files,
  pages,
  images,
  ...rendering
}: StoredRendering): PageRendering {
  return {
    ...rendering,
    lookedUp: {
      files: new Map(files.map(([name, file]) => [name, file])),
      pages: new Map(pages.map(([name, address]) => [name, address])),
      images: new Map(images.map(([name, stamp]) => [name, stamp])),
    },
  };
}
