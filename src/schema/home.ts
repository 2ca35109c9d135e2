import { z } from 'zod';
import { describe, isMap, quote } from './describe.ts';
import { complainInto, isEmpty, optionalField, type Complain } from './field.ts';
import type { KeyPath } from './finding.ts';
import {
  homeSections,
  readCount,
  readFileName,
  readSection,
  type HomeSection,
} from './home-values.ts';
import { suggest } from './suggest.ts';
import { readText } from './text.ts';

/** Those that are no list, of which there is nothing to count. */
const notCounted: readonly unknown[] = ['about', 'next_talk', 'contact'] satisfies HomeSection[];

const partShape = {
  section: optionalField(readSection, {
    description: `A part that is made from what the site has: ${homeSections.join(', ')}.`,
    examples: ['recent_talks'],
  }),
  text: optionalField(readFileName, {
    description: 'A text of your own, in place of section: the name of a file in content/home/.',
    examples: ['press'],
  }),
  title: optionalField(readText, {
    description: 'The name that stands in the margin. Default: that of the part, or of the text.',
    examples: ['Talks'],
  }),
  count: optionalField(readCount, {
    description:
      'How many are shown, of a part that is a list. Default: five of what goes by date, else all.',
    examples: [5],
  }),
};

const howTo = 'Write the name of a part, such as recent_talks, or text: and the name of a file.';

/** The parts of the home page in their order. A part that has nothing to show is left out. */
export const homeField = z
  .preprocess(
    toParts,
    z
      .array(
        z
          .strictObject(partShape)
          .nullable()
          .meta({ orElse: [{ enum: homeSections }] }),
      )
      .transform((parts) => parts.filter((part) => part !== null))
      .optional(),
  )
  .optional()
  .meta({
    description:
      'What the home page shows, in this order: names of parts, or maps as below. A part without ' +
      'content is left out, and so is one that is not named here. Default: who you are, your talks, ' +
      'publications and posts.',
    examples: [['about', 'next_talk', { section: 'recent_talks', count: 5 }, { text: 'press' }]],
    orOne: true,
  });

export type HomePart = NonNullable<z.output<typeof homeField>>[number];

/** One map an item, null for what is empty; complains of all that is no part, by its place. */
function toParts(value: unknown, context: z.core.$RefinementCtx): unknown {
  if (isEmpty(value)) return undefined;
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const complain = complainInto(context);
  const named = new Set<string>();
  return items.map((item, index) => {
    const place = Array.isArray(value) ? [index] : [];
    const part: unknown = typeof item === 'string' ? { section: item } : item;
    const complainThere: Complain = ({ path = [], ...complaint }) =>
      complain({ ...complaint, path: [...place, ...path] });
    return !isEmpty(item) && isPart(part, named, complainThere) ? part : null;
  });
}

/** @param named What the parts above it are called; it is added to them. */
function isPart(part: unknown, named: Set<string>, complain: Complain): boolean {
  const warn = (code: string, message: string, remedy: string, path: KeyPath = []) => {
    complain({ code, severity: 'warning', message, remedy, path });
    return false;
  };
  if (!isMap(part)) {
    return warn('site/home-part', `holds ${describe(part)} where a part belongs`, howTo);
  }
  const [section, text, count] = ['section', 'text', 'count'].map((key) =>
    isEmpty(part[key]) ? undefined : part[key],
  );
  if ((section === undefined) === (text === undefined)) {
    return warn('site/home-part', 'has a part that is not one section or one text', howTo);
  }
  const name = readSection(section) ?? readFileName(text);
  if (name === undefined && section === undefined) {
    const remedy = 'Write the name alone, such as press for content/home/press.md.';
    return warn('site/home-text', 'has a text whose name is not that of a file', remedy);
  }
  if (name === undefined) {
    const near = typeof section === 'string' && suggest(section, [...homeSections, 'text']);
    const remedy = near ? `Did you mean ${near}?` : `Write ${homeSections.join(', ')}, or text.`;
    return warn('site/home-part', `has no part called ${quote(String(section))}`, remedy);
  }
  const key = section === undefined ? `text ${name}` : name;
  if (named.has(key)) {
    return warn(
      'site/home-duplicate',
      `names ${quote(name)} a second time`,
      'Name each part once.',
    );
  }
  named.add(key);
  if (count !== undefined && (section === undefined || notCounted.includes(name))) {
    warn('site/home-count', `counts ${quote(name)}, which is no list`, 'Take it out.', ['count']);
  } else if (count !== undefined && readCount(count) === undefined) {
    const message = `holds ${describe(count)} where a number from 1 belongs`;
    warn('site/home-count', message, 'Write a number, such as 5, or take it out.', ['count']);
  }
  return true;
}
