import Slugger from 'github-slugger';
import type { MarkdownHeading } from '@astrojs/markdown-remark';
import type { Element, Parents, Root } from 'hast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { visit } from '../source/visit.ts';

/**
 * Gives headings ids made from their texts, and lists the headings, exactly as Astro's `rehypeHeadingIds`
 * does for Markdown.
 */
export const rehypeHeadings: Plugin<[], Root> = function () {
  return (tree, file) => {
    const headings: MarkdownHeading[] = [];
    const slugger = new Slugger();
    visit(tree, 'element', (element) => {
      const { tagName, properties } = element;
      const level = tagName.startsWith('h') ? /h([0-6])/.exec(tagName)?.[1] : undefined;
      if (level === undefined) return;
      const text = toHeadingText(element);
      const slug = typeof properties['id'] === 'string' ? properties['id'] : slugger.slug(text);
      properties['id'] = slug;
      headings.push({ depth: Number(level), slug, text });
    });
    const data = file.data as { astro?: { headings?: MarkdownHeading[] } };
    (data.astro ??= {}).headings = headings;
  };
};

/** Returns the headings that `rehypeHeadings` has listed. */
export function getHeadings(file: VFile): MarkdownHeading[] {
  return (file.data as { astro?: { headings?: MarkdownHeading[] } }).astro?.headings ?? [];
}

/** Returns the text of a heading as Astro does: with a dollar before each brace outside code. */
function toHeadingText(heading: Element): string {
  let text = '';
  visit(heading, 'text', ({ value }, _, parent: Parents | undefined) => {
    const isCode = parent?.type === 'element' && /^(?:code|pre)$/.test(parent.tagName);
    text += isCode ? value : value.replace(/\{/g, '${');
  });
  return text;
}
