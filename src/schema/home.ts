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

/** The parts that are not lists, so that `count` has no effect. */
const notCounted: readonly unknown[] = ['about', 'next_talk', 'contact'] satisfies HomeSection[];

const partShape = {
  section: optionalField(readSection, {
    description: `A part made from the content of the site: ${homeSections.join(', ')}.`,
    examples: ['recent_talks'],
  }),
  text: optionalField(readFileName, {
    description: 'A text of your own, instead of section: the name of a file in content/home/.',
    examples: ['press'],
  }),
  title: optionalField(readText, {
    description:
      'The heading in the margin. Default: the name of the part, or the title of the text.',
    examples: ['Talks'],
  }),
  count: optionalField(readCount, {
    description:
      'How many entries a list shows. Default: five if the list is in order of date, otherwise all.',
    examples: [5],
  }),
};

const howTo = 'Write the name of a part, such as recent_talks, or text: with the name of a file.';

/** The parts of the home page in order. A part without content is left out. */
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
      'The parts of the home page, in order: names of parts, or maps with the keys below. A part ' +
      'without content is left out. Default: who you are, your talks, publications and posts.',
    examples: [['about', 'next_talk', { section: 'recent_talks', count: 5 }, { text: 'press' }]],
    orOne: true,
  });

export type HomePart = NonNullable<z.output<typeof homeField>>[number];

/** Returns one map per item, or null for an empty one. Reports every item that is not a part. */
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

/** @param named The names of the parts above; the name of this part is added. */
function isPart(part: unknown, named: Set<string>, complain: Complain): boolean {
  const warn = (code: string, message: string, remedy: string, path: KeyPath = []) => {
    complain({ code, severity: 'warning', message, remedy, path });
    return false;
  };
  if (!isMap(part)) {
    return warn(
      'site/home-part',
      `contains ${describe(part)} instead of a part, so the item is left out`,
      howTo,
    );
  }
  const [section, text, count] = ['section', 'text', 'count'].map((key) =>
    isEmpty(part[key]) ? undefined : part[key],
  );
  if ((section === undefined) === (text === undefined)) {
    return warn(
      'site/home-part',
      'has a part that does not name exactly one section or text, so it is left out',
      howTo,
    );
  }
  const name = readSection(section) ?? readFileName(text);
  if (name === undefined && section === undefined) {
    const remedy = 'Write the file name only, such as press for content/home/press.md.';
    return warn('site/home-text', 'has a text that is not a file name, so it is left out', remedy);
  }
  if (name === undefined) {
    const near = typeof section === 'string' && suggest(section, [...homeSections, 'text']);
    const remedy = near
      ? `Did you mean ${near}?`
      : `Known parts: ${homeSections.join(', ')} and text.`;
    return warn(
      'site/home-part',
      `contains ${quote(String(section))}, which is not a known part, so it is left out`,
      remedy,
    );
  }
  const key = section === undefined ? `text ${name}` : name;
  if (named.has(key)) {
    return warn(
      'site/home-duplicate',
      `lists ${quote(name)} twice, and only the first is shown`,
      'Delete one of them.',
    );
  }
  named.add(key);
  if (count !== undefined && (section === undefined || notCounted.includes(name))) {
    warn(
      'site/home-count',
      `has no effect, because ${quote(name)} is not a list`,
      'Delete count.',
      ['count'],
    );
  } else if (count !== undefined && readCount(count) === undefined) {
    const message = `must be a whole number of 1 or more, not ${describe(count)}`;
    warn('site/home-count', message, 'Write a number, such as 5, or delete count.', ['count']);
  }
  return true;
}
