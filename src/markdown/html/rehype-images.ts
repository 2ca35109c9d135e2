import type { Element, ElementContent, Parents, Root } from 'hast';
import { dirname, join } from 'node:path';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { isExternalUrl } from '../../model/page/link.ts';
import {
  describeImageError,
  type ImageProperties,
  type ImageError,
} from '../../model/page/image-errors.ts';
import { imageWidths, fallbackWidth, textImageSizes } from '../../model/page/image-sizes.ts';
import { addFinding, getMarkdownContext, type ReadImage } from '../source/markdown-context.ts';
import { createMark } from '../source/problem-marks.ts';
import { visit } from '../source/visit.ts';

interface ImagesOptions {
  /** Reads an image by its path, if the context has no reader. */
  readImageFile?: ((file: string) => Promise<ImageProperties>) | undefined;
}

/**
 * Reads the images that a text shows. Asks Astro for several widths of each, except of an animated
 * image, which Astro would stop. Reports an image that cannot be shown, and replaces it with its
 * alternative text.
 */
export const rehypeImages: Plugin<[ImagesOptions?], Root> = function ({ readImageFile } = {}) {
  return (tree, file) => {
    const context = getMarkdownContext(file);
    const read = context.readImage ?? (readImageFile && createFileReader(file, readImageFile));
    const images: { element: Element; address: string; parent: Parents }[] = [];
    visit(tree, 'element', (element, _, parent) => {
      // An image without alternative text is decorative.
      if (element.tagName === 'img') element.properties['alt'] ??= '';
      const { src: address } = element.properties;
      if (element.tagName !== 'img' || typeof address !== 'string' || !parent) return;
      if (!isExternalUrl(address)) images.push({ element, address, parent });
    });
    if (typeof read !== 'function' || images.length === 0) return undefined;
    return Promise.all(images.map(({ address }) => read(address))).then((results) => {
      for (const [i, { element, parent }] of images.entries()) {
        const image = results[i];
        if (!image) continue;
        const { error: imageError } = image;
        if (imageError) removeImage(element, parent, file, imageError);
        else setImageAttributes(element, image, file);
      }
    });
  };
};

function createFileReader(
  file: VFile,
  readFile: NonNullable<ImagesOptions['readImageFile']>,
): ReadImage {
  return async (address) => {
    if (!isImported(file, address)) return undefined;
    const path = join(dirname(file.path), decodeAddress(address));
    return { ...(await readFile(path)), stamp: '', file: path };
  };
}

function setImageAttributes({ properties }: Element, image: ImageProperties, file: VFile): void {
  const { width = 0, height = 0, format, animated } = image;
  const address = String(properties['src']);
  if (animated) removeFromAstroImages(file, address);
  properties['loading'] ??= 'lazy';
  if (!isImported(file, address)) {
    properties['decoding'] ??= 'async';
    if (!('width' in properties) && !('height' in properties))
      Object.assign(properties, { width, height });
  } else if (format !== 'svg') {
    // Astro's plugin for MDX takes the widths as a string, the one for Markdown as a list.
    const isMdx = file.path.endsWith('.mdx');
    const widths = isMdx ? imageWidths.text.join(' ') : [...imageWidths.text];
    Object.assign(properties, { widths, sizes: textImageSizes });
    if (!isMdx) properties['width'] = Math.min(width, fallbackWidth);
  }
}

function removeImage(element: Element, parent: Parents, file: VFile, imageError: ImageError): void {
  const { src, alt } = element.properties;
  const { line = 1, column = 1 } = element.position?.start ?? {};
  const { what, remedy } = describeImageError(imageError);
  addFinding(file, {
    ...{ code: 'text/unreadable-picture', position: { line, column } },
    message: `the image "${String(src)}" ${what}`,
    remedy,
  });
  removeFromAstroImages(file, String(src));
  const altText: ElementContent = { type: 'text', value: String(alt ?? '') };
  const mark = createMark('text/unreadable-picture', [altText]);
  parent.children.splice(parent.children.indexOf(element as never), 1, mark);
}

/** Returns whether Astro's image pipeline publishes the file, as it does for the images of Markdown syntax. */
function isImported(file: VFile, address: string): boolean {
  return getLocalImagePaths(file).includes(decodeAddress(address));
}

function removeFromAstroImages(file: VFile, address: string): void {
  const paths = getLocalImagePaths(file);
  const index = paths.indexOf(decodeAddress(address));
  if (index >= 0) paths.splice(index, 1);
}

/** Decodes an address in the same way as Astro. */
function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function getLocalImagePaths(file: VFile): string[] {
  const { astro } = file.data as { astro?: { localImagePaths?: string[] } };
  return astro?.localImagePaths ?? [];
}
