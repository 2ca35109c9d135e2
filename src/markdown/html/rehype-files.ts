import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { SKIP } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { decodePath } from '../../model/page/addresses.ts';
import { findOwn } from '../../schema/own-value.ts';
import {
  addFinding,
  getMarkdownContext,
  type FindNamedFile,
  type MarkdownContext,
} from '../source/markdown-context.ts';
import { createMark } from '../source/problem-marks.ts';
import { visit } from '../source/visit.ts';

/**
 * Resolves the files that a text shows or links to. Files in `public/` get a root-relative address.
 * Replaces a missing file with its text, with a warning, so that no page has a dead link.
 */
export const rehypeLocalFiles: Plugin<[], Root> = function () {
  return (tree, file) => {
    const context = getMarkdownContext(file);
    const { findFile } = context;
    if (!findFile) return;
    visit(tree, 'element', (element, index, parent) => {
      resolvePoster(element, file);
      const attribute = findOwn(addressAttributes, element.tagName);
      const address = attribute && element.properties[attribute];
      if (!attribute || typeof address !== 'string' || !isFileAddress(address)) return;
      const found = findFile(address);
      if (found?.place === 'bundle' && !isImported(file, found.address ?? address)) {
        (context.usedFiles ??= []).push(found.path);
      }
      if (found?.place === 'public') element.properties[attribute] = toRootRelative(address);
      if (found?.address !== undefined) element.properties[attribute] = found.address;
      if (found || !parent || index === undefined) return;
      const finding = toFileFinding(element, address, findFile);
      addFinding(file, finding);
      // No words may be among the sources of a video or in a drawing.
      const isPart = /^(?:source|track|image|feImage|use)$/.test(element.tagName);
      const marks = isPart ? [] : [createMark(finding.code, toReplacement(element))];
      parent.children.splice(index, 1, ...marks);
      return [SKIP, index + marks.length];
    });
  };
};

/** The attributes with the files of elements. */
const addressAttributes: Readonly<Record<string, 'href' | 'src'>> = {
  ...{ a: 'href', img: 'src', iframe: 'src', video: 'src', audio: 'src', source: 'src' },
  ...{ track: 'src', input: 'src', image: 'href', feImage: 'href', use: 'href' },
};

/** Returns what is shown instead of an element whose file is missing. */
function toReplacement({ tagName, properties, children }: Element): ElementContent[] {
  if (tagName === 'a') return children;
  if (tagName !== 'img') return [];
  return [{ type: 'text', value: String(properties['alt'] ?? '') }];
}

/** Resolves the image that a video shows before it plays, or removes it. */
function resolvePoster(element: Element, file: VFile): void {
  const { poster } = element.properties;
  if (typeof poster !== 'string' || !isFileAddress(poster)) return;
  const context = getMarkdownContext(file);
  const address = resolveCandidate(poster, context);
  if (address !== undefined) element.properties['poster'] = address;
  else {
    delete element.properties['poster'];
    addFinding(file, toFileFinding(element, poster, context.findFile));
  }
}

/** Returns whether Astro's image pipeline publishes the file, as it does for the images of Markdown syntax. */
function isImported(file: VFile, address: string): boolean {
  const { astro } = file.data as { astro?: { localImagePaths?: string[] } };
  const paths = astro?.localImagePaths ?? [];
  return paths.includes(address) || paths.includes(decodePath(address));
}

/**
 * Returns true for an address within this site whose last part has an extension: pages have none.
 */
function isFileAddress(address: string): boolean {
  if (/^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address)) return false;
  return /\.[a-z0-9]{2,5}$/i.test(address.replace(/[?#].*$/s, ''));
}

function toRootRelative(address: string): string {
  return `/${address.replace(/^(\.?\/)+/, '')}`;
}

/** Returns the finding on a file that is missing or outside the site. */
function toFileFinding(element: Element, address: string, findFile?: FindNamedFile) {
  const { line = 1, column = 1 } = element.position?.start ?? {};
  const nouns: Record<string, string> = {
    a: 'link',
    img: 'image',
    iframe: 'frame',
    audio: 'audio',
    input: 'image',
    image: 'image',
    feImage: 'image',
    use: 'drawing',
    source: 'source',
  };
  const [participle, noun] = [
    element.tagName === 'a' ? 'linked' : 'shown',
    findOwn(nouns, element.tagName) ?? 'video',
  ];
  if (findFile?.leavesSite?.(address)) {
    return {
      code: 'text/outside-site',
      message: `"${address}" leaves the folder of the site, so it is not ${participle}`,
      remedy: 'Put the file next to this one or in public/, and write its name.',
      position: { line, column },
    };
  }
  return {
    code: 'text/missing-file',
    message: `"${address}" is neither next to this file nor in public/, so it is not ${participle}`,
    remedy: `Add the file, or delete the ${noun}.`,
    position: { line, column },
  };
}

/** An address, then a width or a density (HTML Standard, 4.8.4.2.1). */
const srcsetCandidate = /([^\s,][^\s]*[^\s,])(\s+[\d.]+[wx])?\s*(?:,|$)/g;

/**
 * Resolves the files in `srcset` attributes. Files in `public/` get a root-relative address.
 * Removes missing files: of an image without a finding, because it has its `src`.
 */
export const rehypeSrcset: Plugin<[], Root> = function () {
  return (tree, file) => {
    const context = getMarkdownContext(file);
    if (!context.findFile) return;
    visit(tree, 'element', (element: Element) => {
      const { properties, tagName } = element;
      const srcset = properties['srcSet'];
      if (typeof srcset !== 'string') return;
      const candidates = [...srcset.matchAll(srcsetCandidate)].flatMap(
        ([, address = '', descriptor = '']) => {
          const found = resolveCandidate(address, context);
          if (found !== undefined) return found + descriptor;
          if (tagName === 'source')
            addFinding(file, toFileFinding(element, address, context.findFile));
          return [];
        },
      );
      if (candidates.length > 0) properties['srcSet'] = candidates.join(', ');
      else delete properties['srcSet'];
    });
  };
};

function resolveCandidate(address: string, context: MarkdownContext): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return address;
  const found = context.findFile?.(address);
  if (found?.place === 'bundle') (context.usedFiles ??= []).push(found.path);
  if (found?.address !== undefined) return found.address;
  return found?.place === 'public' ? toRootRelative(address) : found && address;
}
