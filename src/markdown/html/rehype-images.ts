import type { Element, ElementContent, Parents, Root } from 'hast';
import { dirname, join } from 'node:path';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isExternalUrl } from '../../model/page/link.ts';
import {
  describeImageError,
  imageWidths,
  fallbackWidth,
  textImageSizes,
  type ImageProperties,
  type ImageError,
} from '../../model/page/image.ts';
import { addFinding, environmentOf, type ReadPicture } from '../source/environment.ts';

interface Options {
  /** Reads an image by its path, if the environment has no reader. */
  readBeside?: ((file: string) => Promise<ImageProperties>) | undefined;
}

/**
 * Reads the images that a text shows. Asks Astro for several widths of each, except of an animated
 * image, which Astro would stop. Reports an image that cannot be shown, and replaces it with its
 * alternative text.
 */
export const rehypeImages: Plugin<[Options?], Root> = function ({ readBeside } = {}) {
  return (tree, file) => {
    const environment = environmentOf(file);
    const read = environment.readPicture ?? (readBeside && readerBeside(file, readBeside));
    const shown: { element: Element; written: string; parent: Parents }[] = [];
    visit(tree, 'element', (element, _, parent) => {
      // An image without alternative text is decorative.
      if (element.tagName === 'img') element.properties['alt'] ??= '';
      const { src: written } = element.properties;
      if (element.tagName !== 'img' || typeof written !== 'string' || !parent) return;
      if (!isExternalUrl(written)) shown.push({ element, written, parent });
    });
    if (typeof read !== 'function' || shown.length === 0) return undefined;
    return Promise.all(shown.map(({ written }) => read(written))).then((readings) => {
      for (const [i, { element, parent }] of shown.entries()) {
        const reading = readings[i];
        if (!reading) continue;
        const { trouble, file: picture } = reading;
        if (trouble) removeImage(element, parent, file, { trouble, picture });
        else setImageAttributes(element, reading, file);
      }
    });
  };
};

function readerBeside(file: VFile, read: NonNullable<Options['readBeside']>): ReadPicture {
  return async (written) => {
    if (!isImported(file, written)) return undefined;
    const path = join(dirname(file.path), decoded(written));
    return { ...(await read(path)), stamp: '', file: path };
  };
}

function setImageAttributes({ properties }: Element, reading: ImageProperties, file: VFile): void {
  const { width = 0, height = 0, format, animated } = reading;
  const written = String(properties['src']);
  if (animated) keepFromAstro(file, written);
  properties['loading'] ??= 'lazy';
  if (!isImported(file, written)) {
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

function removeImage(
  element: Element,
  parent: Parents,
  file: VFile,
  { trouble, picture }: { trouble: ImageError; picture: string },
): void {
  const { src, alt } = element.properties;
  const { line = 1, column = 1 } = element.position?.start ?? {};
  const { what, remedy, severity } = describeImageError(trouble);
  addFinding(file, {
    ...{ code: 'text/unreadable-picture', severity, position: { line, column } },
    message: `the image "${String(src)}" ${what}`,
    remedy,
    otherFile: picture,
  });
  keepFromAstro(file, String(src));
  const words: ElementContent = { type: 'text', value: String(alt ?? '') };
  parent.children.splice(parent.children.indexOf(element as never), 1, words);
}

/** Astro's image pipeline publishes the images of Markdown syntax. */
function isImported(file: VFile, written: string): boolean {
  return pathsIn(file).includes(decoded(written));
}

function keepFromAstro(file: VFile, written: string): void {
  const paths = pathsIn(file);
  const at = paths.indexOf(decoded(written));
  if (at >= 0) paths.splice(at, 1);
}

/** Decodes an address in the same way as Astro. */
function decoded(written: string): string {
  try {
    return decodeURI(written);
  } catch {
    return written;
  }
}

function pathsIn(file: VFile): string[] {
  const { astro } = file.data as { astro?: { localImagePaths?: string[] } };
  return astro?.localImagePaths ?? [];
}
