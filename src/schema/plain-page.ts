import { z } from 'zod';
import { isContentPage, pageBasics, pageBody, pageLinks, weightField } from './page-keys.ts';

/** The schema of the front matter of a page outside the other sections. */
export const plainPageSchema = z
  .object({
    ...pageBasics,
    ...pageLinks,
    ...pageBody,
    weight: weightField(
      'The position in the default menu. Pages with a weight come first, in ascending order.',
      10,
    ),
  })
  .meta({
    title: 'page',
    description:
      'A page on any other subject: a lab, software, information for students, how to find you. The ' +
      'file `content/pages/for-students.md` becomes the page `/pages/for-students/`. The default menu ' +
      'lists it; if you write your own `navigation`, add its address there. A title is required. All ' +
      'other keys are written as for a talk, except these:',
  });

/** Returns whether a file is a page of text, not of widgets. In Jekyll, `layout: archive` may be text. */
export function isPlainPage(data: Record<string, unknown>): boolean {
  return isContentPage({ ...data, layout: undefined }, false);
}

/** The parsed front matter of a page: trimmed, with absent keys undefined. */
export type PlainPageFrontMatter = z.output<typeof plainPageSchema>;
