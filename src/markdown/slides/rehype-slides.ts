import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { isExternalUrl } from '../../model/page/link.ts';
import { createAddresses, encodePath } from '../../model/page/addresses.ts';
import { addFinding, getMarkdownContext, type TextFinding } from '../source/markdown-context.ts';
import { applyElementMarks } from './element-marks.ts';
import { toSlideBackground } from './slide-background.ts';
import { visit } from '../source/visit.ts';

/**
 * Puts each slide of a deck into a `<section class="slide">`, and slides below one another into a
 * common `<section class="stack">`. `findSlideMarks` has marked where slides start. Does nothing to
 * other texts.
 */
export const rehypeSlides: Plugin<[{ base: string }], Root> = function ({ base }) {
  return (tree, file) => {
    if (getMarkdownContext(file).slides !== true) return;
    applyElementMarks(tree);
    const stacks: Element[][] = [];
    for (const { below, children } of splitSlides(tree.children)) {
      const slide = toSlide(children, file, base);
      if (!slide) continue;
      if (below && stacks.length > 0) stacks.at(-1)?.push(slide);
      else stacks.push([slide]);
    }
    numberSlides(stacks.flat());
    tree.children = stacks.map((stack) =>
      stack.length === 1 ? stack[0]! : createSection(['stack'], stack),
    );
  };
};

/** The nodes of one slide. */
interface SlideContent {
  /** Below the previous slide. */
  below: boolean;
  children: ElementContent[];
}

/** Splits a text into slides. Footnotes, at the end of the text, are a slide of their own. */
function splitSlides(children: readonly RootContent[]): SlideContent[] {
  const slides: SlideContent[] = [{ below: false, children: [] }];
  for (const child of children) {
    const mark = getSlideMark(child);
    const isFootnotes = child.type === 'element' && 'dataFootnotes' in child.properties;
    if (mark === 'next' || mark === 'below' || isFootnotes) {
      slides.push({ below: mark === 'below', children: [] });
    }
    if (isFootnotes || !mark || mark === 'this')
      slides.at(-1)?.children.push(child as ElementContent);
  }
  return slides;
}

/** Returns undefined for an empty slide between two separators. */
function toSlide(children: ElementContent[], file: VFile, base: string): Element | undefined {
  const settings = children.filter((child) => getSlideMark(child) === 'this') as Element[];
  const visible = children.filter((child) => getSlideMark(child) !== 'this');
  const isBlank = visible.every((child) => child.type === 'text' && child.value.trim() === '');
  if (isBlank && settings.length === 0) return undefined;
  // For reveal.js, a section inside a section is a slide.
  for (const child of visible) {
    visit(child, 'element', (element: Element) => {
      if (element.tagName === 'section') element.tagName = 'div';
    });
  }
  const heading = visible.find(({ type }) => type === 'element') as Element | undefined;
  const slide = createSection(
    ['slide', 'prose', ...(heading?.tagName === 'h1' ? ['opening'] : [])],
    visible,
  );
  for (const { properties, position: { start } = {} } of settings) {
    const { line = 1, column = 1 } = start ?? {};
    const position = { line, column };
    const findImage = (name: string) => findBackgroundImage(name, file, base, position);
    const { classes, style, id, findings } = toSlideBackground(properties, findImage);
    (slide.properties['className'] as string[]).push(...classes);
    if (style) slide.properties['style'] = style;
    if (id) slide.properties['id'] = id;
    for (const finding of findings) addFinding(file, { ...finding, position });
  }
  return slide;
}

/**
 * Returns the address of a background image, which is published next to the deck or from `public/`.
 */
function findBackgroundImage(
  name: string,
  file: VFile,
  base: string,
  position: TextFinding['position'],
): string | undefined {
  const context = getMarkdownContext(file);
  // rehypeNoEmbeds removes images of other hosts.
  if (isExternalUrl(name) || !context.findFile) return name;
  const found = context.findFile(name);
  if (found?.place === 'public') return createAddresses(base).path(encodePath(found.path));
  if (found) {
    (context.usedFiles ??= []).push(found.path);
    return encodePath(found.path);
  }
  addFinding(file, {
    ...{ code: 'text/missing-file', position },
    message: `"${name}" is neither next to this file nor in public/, so the slide has no background image`,
    remedy: 'Add the file, or delete the background.',
  });
  return undefined;
}

/** Numbers the slides for screen readers. */
function numberSlides(slides: readonly Element[]): void {
  for (const [i, { properties }] of slides.entries()) {
    properties['role'] = 'group';
    properties['ariaRoleDescription'] = ['slide'];
    properties['ariaLabel'] = `${i + 1} of ${slides.length}`;
  }
}

function createSection(className: string[], children: ElementContent[]): Element {
  return { type: 'element', tagName: 'section', properties: { className }, children };
}

/** Returns what an element of `findSlideMarks` says: `next`, `below` or `this`. */
function getSlideMark(node: RootContent): unknown {
  return node.type === 'element' ? node.properties['dataSlide'] : undefined;
}
