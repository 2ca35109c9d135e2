import { z } from 'zod';
import { optionalField } from './field.ts';
import { isOtherPage } from './other-pages.ts';
import { pageBasics } from './page-basics.ts';
import { pageBody } from './page-body.ts';
import { pageLinks } from './page-links.ts';
import { readWeight } from './weight.ts';

/** The schema of the front matter of a page outside the other sections. */
export const plainPageSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    ...pageBody,
    weight: optionalField(readWeight, {
      description:
        'The position in the default menu. Pages with a weight come first, in ascending order.',
      examples: [10],
    }),
  })
  .meta({
    title: 'page',
    description:
      'A page on any other subject: a lab, software, information for students, how to find you. The ' +
      'file `content/pages/for-students.md` becomes the page `/pages/for-students/`. The default menu ' +
      'lists it; if you write your own `navigation`, add its address there. A title is required. All ' +
      'other keys are written as for a talk, except these:',
  });

/** Returns whether a file is a widget or a page of widgets. In Jekyll, text pages use layout: archive as well. */
export function isNotAPlainPage(data: Record<string, unknown>): boolean {
  return isOtherPage({ ...data, layout: undefined }, false);
}

/** The parsed front matter of a page: trimmed, with absent keys undefined. */
export type PlainPageFrontMatter = z.output<typeof plainPageSchema>;
