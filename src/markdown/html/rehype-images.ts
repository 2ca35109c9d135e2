import type { Element, ElementContent, Parents, Root } from 'hast';
import { dirname, join } from 'node:path';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { leavesSite } from '../../model/link.ts';
import {
  describeTrouble,
  pictureWidths,
  plainWidth,
  textSizes,
  type PictureReading,
  type PictureTrouble,
} from '../../model/picture.ts';
import { addFinding, environmentOf, type ReadPicture } from '../source/environment.ts';

interface Options {
  /** Reads a picture by its path, where the environment has no reader. */
  readBeside?: ((file: string) => Promise<PictureReading>) | undefined;
}

/**
 * Reads the pictures that a text shows. Astro is asked for several widths of each; one that moves is
 * kept from Astro, which would stop it; one that cannot be shown is a finding and leaves its words.
 */
export const rehypeImages: Plugin<[Options?], Root> = function ({ readBeside } = {}) {
  return (tree, file) => {
    const environment = environmentOf(file);
    const read = environment.readPicture ?? (readBeside && readerBeside(file, readBeside));
    const shown: { element: Element; written: string; parent: Parents }[] = [];
    visit(tree, 'element', (element, _, parent) => {
      // A picture without words, written in HTML, says nothing to those who cannot see it.
      if (element.tagName === 'img') element.properties['alt'] ??= '';
      const { src: written } = element.properties;
      if (element.tagName !== 'img' || typeof written !== 'string' || !parent) return;
      if (!leavesSite(written)) shown.push({ element, written, parent });
    });
    if (typeof read !== 'function' || shown.length === 0) return undefined;
    return Promise.all(shown.map(({ written }) => read(written))).then((readings) => {
      for (const [i, { element, parent }] of shown.entries()) {
        const reading = readings[i];
        if (!reading) continue;
        const { trouble, file: picture } = reading;
        if (trouble) takeOut(element, parent, file, { trouble, picture });
        else describe(element, reading, file);
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

function describe({ properties }: Element, reading: PictureReading, file: VFile): void {
  const { width = 0, height = 0, format, animated } = reading;
  const written = String(properties['src']);
  if (animated) keepFromAstro(file, written);
  properties['loading'] ??= 'lazy';
  if (!isImported(file, written)) {
    properties['decoding'] ??= 'async';
    if (!('width' in properties) && !('height' in properties))
      Object.assign(properties, { width, height });
  } else if (format !== 'svg') {
    // Astro's plugin for MDX takes a list as words, the other one as a list.
    const isMdx = file.path.endsWith('.mdx');
    const widths = isMdx ? pictureWidths.text.join(' ') : [...pictureWidths.text];
    Object.assign(properties, { widths, sizes: textSizes });
    if (!isMdx) properties['width'] = Math.min(width, plainWidth);
  }
}

function takeOut(
  element: Element,
  parent: Parents,
  file: VFile,
  { trouble, picture }: { trouble: PictureTrouble; picture: string },
): void {
  const { src, alt } = element.properties;
  const { line = 1, column = 1 } = element.position?.start ?? {};
  const { what, remedy, severity } = describeTrouble(trouble);
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

/** Pictures written in Markdown reach the page through Astro's image pipeline. */
function isImported(file: VFile, written: string): boolean {
  return pathsIn(file).includes(decoded(written));
}

function keepFromAstro(file: VFile, written: string): void {
  const paths = pathsIn(file);
  const at = paths.indexOf(decoded(written));
  if (at >= 0) paths.splice(at, 1);
}

/** As Astro spells it. */
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
