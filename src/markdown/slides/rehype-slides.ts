import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isExternalUrl } from '../../model/page/link.ts';
import { createAddresses, encodePath } from '../../model/page/addresses.ts';
import { addFinding, environmentOf, type TextFinding } from '../source/environment.ts';
import { slideBackground } from './slide-background.ts';

/**
 * Puts each slide of a deck into a `<section class="slide">`, and slides below one another into a
 * common `<section class="stack">`. `findSlideMarks` has marked where slides start. Does nothing to
 * other texts.
 */
export const rehypeSlides: Plugin<[{ base: string }], Root> = function ({ base }) {
  return (tree, file) => {
    if (environmentOf(file).slides !== true) return;
    const stacks: Element[][] = [];
    for (const { below, children } of split(tree.children)) {
      const slide = toSlide(children, file, base);
      if (!slide) continue;
      if (below && stacks.length > 0) stacks.at(-1)?.push(slide);
      else stacks.push([slide]);
    }
    number(stacks.flat());
    tree.children = stacks.map((stack) =>
      stack.length === 1 ? stack[0]! : section(['stack'], stack),
    );
  };
};

interface Written {
  /** Below the previous slide. */
  below: boolean;
  children: ElementContent[];
}

/** Splits a text into slides. Footnotes, at the end of the text, are a slide of their own. */
function split(children: readonly RootContent[]): Written[] {
  const slides: Written[] = [{ below: false, children: [] }];
  for (const child of children) {
    const mark = markOf(child);
    const isNotes = child.type === 'element' && 'dataFootnotes' in child.properties;
    if (mark === 'next' || mark === 'below' || isNotes) {
      slides.push({ below: mark === 'below', children: [] });
    }
    if (isNotes || !mark || mark === 'this') slides.at(-1)?.children.push(child as ElementContent);
  }
  return slides;
}

/** Returns undefined for an empty slide between two separators. */
function toSlide(children: ElementContent[], file: VFile, base: string): Element | undefined {
  const settings = children.filter((child) => markOf(child) === 'this') as Element[];
  const shown = children.filter((child) => markOf(child) !== 'this');
  const isBlank = shown.every((child) => child.type === 'text' && child.value.trim() === '');
  if (isBlank && settings.length === 0) return undefined;
  // For reveal.js, a section inside a section is a slide.
  for (const child of shown) {
    visit(child, 'element', (element: Element) => {
      if (element.tagName === 'section') element.tagName = 'div';
    });
  }
  const heading = shown.find(({ type }) => type === 'element') as Element | undefined;
  const slide = section(
    ['slide', 'prose', ...(heading?.tagName === 'h1' ? ['opening'] : [])],
    shown,
  );
  for (const { properties, position } of settings) {
    const { line = 1, column = 1 } = position?.start ?? {};
    const at = { line, column };
    const findPicture = (written: string) => pictureBehind(written, file, base, at);
    const { classes, style, id, trouble } = slideBackground(properties, findPicture);
    (slide.properties['className'] as string[]).push(...classes);
    if (style) slide.properties['style'] = style;
    if (id) slide.properties['id'] = id;
    for (const one of trouble) addFinding(file, { ...one, position: at });
  }
  return slide;
}

/**
 * Returns the address of a background image, which is published beside the deck or from `public/`.
 */
function pictureBehind(
  written: string,
  file: VFile,
  base: string,
  position: TextFinding['position'],
): string | undefined {
  const environment = environmentOf(file);
  // rehypeNoEmbeds removes images of other hosts.
  if (isExternalUrl(written) || !environment.findFile) return written;
  const found = environment.findFile(written);
  if (found?.place === 'public') return createAddresses(base).path(encodePath(found.path));
  if (found) {
    (environment.usedFiles ??= []).push(found.path);
    return encodePath(found.path);
  }
  addFinding(file, {
    ...{ code: 'text/missing-file', severity: 'warning', position },
    message: `"${written}" is neither next to this file nor in public/, so the slide has no background image`,
    remedy: 'Add the file, or delete the background.',
  });
  return undefined;
}

/** Numbers the slides for screen readers. */
function number(slides: readonly Element[]): void {
  for (const [i, { properties }] of slides.entries()) {
    properties['role'] = 'group';
    properties['ariaRoleDescription'] = ['slide'];
    properties['ariaLabel'] = `${i + 1} of ${slides.length}`;
  }
}

function section(className: string[], children: ElementContent[]): Element {
  return { type: 'element', tagName: 'section', properties: { className }, children };
}

function markOf(node: RootContent): unknown {
  return node.type === 'element' ? node.properties['dataSlide'] : undefined;
}
