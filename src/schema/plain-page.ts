import { z } from 'zod';
import { optionalField } from './field.ts';
import { isOtherPage } from './other-pages.ts';
import { pageBasics } from './page-basics.ts';
import { pageBody } from './page-body.ts';
import { pageLinks } from './page-links.ts';
import { readWeight } from './weight.ts';

/** What the front matter of a page may hold that is of no other section. */
export const plainPageSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    ...pageBody,
    weight: optionalField(readWeight, {
      description:
        'Its place in a menu that you have not written: those with a weight stand first, the least on top.',
      examples: [10],
    }),
  })
  .meta({
    title: 'page',
    description:
      'Whatever is none of the others: about a lab or a program, for students, how to find you. The ' +
      'file `content/pages/for-students.md` is the page `/pages/for-students/`. A menu that you have ' +
      'not written names it; in your own you write its address. A title is required; all else is ' +
      'written as for a talk, but for these keys:',
  });

/** True for what is no page but a part of one, or made of parts. Jekyll calls pages of words archives, too. */
export function isNotAPlainPage(data: Record<string, unknown>): boolean {
  return isOtherPage({ ...data, layout: undefined }, false);
}

/** A page's front matter after reading: trimmed, with absent keys undefined. */
export type PlainPageFrontMatter = z.output<typeof plainPageSchema>;
