import { z } from 'zod';
import { describe, isMap, quote } from './describe.ts';
import {
  createIssueReporter,
  isEmpty,
  optionalField,
  type Issue,
  type ReportIssue,
} from './field.ts';
import { suggest } from './suggest.ts';
import { pageMacrosField } from './macros.ts';
import { flagField, textField } from './text.ts';

/** The names of the parts of the home page that are made from the content of the site. */
const homeSections = [
  'about',
  'next_talk',
  'featured_talks',
  'recent_talks',
  'featured_publications',
  'recent_publications',
  'projects',
  'posts',
  'teaching',
  'experience',
  'education',
  'awards',
  'skills',
  'contact',
] as const;

export type HomeSection = (typeof homeSections)[number];

function isHomeSection(name: string): name is HomeSection {
  return homeSections.some((section) => section === name);
}

/** Reads the name of a part. An unknown name has already been reported. */
function readHomeSection(value: unknown): HomeSection | undefined {
  const name = String(value).trim();
  return isHomeSection(name) ? name : undefined;
}

readHomeSection.json = { enum: homeSections };

/** Reads the name of a file in `content/home/`, with or without `.md`. */
export function readFileName(value: unknown): string | undefined {
  const name = typeof value === 'string' ? value.trim().replace(/\.md$/i, '') : '';
  return /^[^./\\][^/\\]*$/.test(name) ? name : undefined;
}

readFileName.json = { type: 'string' };

/** Reads a whole number of 1 or more. */
function readCount(value: unknown): number | undefined {
  const count = typeof value === 'string' ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : undefined;
}

readCount.json = {
  anyOf: [
    { type: 'integer', minimum: 1 },
    { type: 'string', pattern: '^\\s*[1-9]\\d*\\s*$' },
  ],
};

/** The sections that are not lists, for which `count` has no effect. */
const unlistedSections: readonly unknown[] = [
  'about',
  'next_talk',
  'contact',
] satisfies HomeSection[];

const partShape = {
  section: optionalField(readHomeSection, {
    description: `A part made from the content of the site: ${homeSections.join(', ')}.`,
    examples: ['recent_talks'],
  }),
  text: optionalField(readFileName, {
    description: 'A text of your own, instead of section: the name of a file in content/home/.',
    examples: ['press'],
  }),
  title: textField(
    'The heading in the margin. Default: the name of the part, or the title of the text.',
    'Talks',
  ),
  count: optionalField(readCount, {
    description:
      'How many entries a list shows. Default: five if the list is in order of date, otherwise all.',
    examples: [5],
  }),
};

const partRemedy =
  'Write the name of a part, such as recent_talks, or text: with the name of a file.';

/** The parts of the home page in order. A part without content is left out. */
export const homeField = z
  .preprocess(
    toParts,
    z
      .array(
        z
          .strictObject(partShape)
          .nullable()
          .meta({ alsoAccepts: [{ enum: homeSections }] }),
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
    allowsSingle: true,
  });

export type HomePart = NonNullable<z.output<typeof homeField>>[number];

/** Returns one map per item, or null for an empty one. Reports every item that is not a part. */
function toParts(value: unknown, context: z.core.$RefinementCtx): unknown {
  if (isEmpty(value)) return undefined;
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const reportIssue = createIssueReporter(context);
  const usedNames = new Set<string>();
  return items.map((item, index) => {
    const itemPath = Array.isArray(value) ? [index] : [];
    const part: unknown = typeof item === 'string' ? { section: item } : item;
    const reportHere: ReportIssue = ({ path = [], ...issue }) =>
      reportIssue({ ...issue, path: [...itemPath, ...path] });
    return !isEmpty(item) && isPart(part, usedNames, reportHere) ? part : null;
  });
}

/** @param usedNames The names of the parts above; the name of this part is added. */
function isPart(part: unknown, usedNames: Set<string>, reportIssue: ReportIssue): boolean {
  const warn = (code: string, message: string, remedy: string, more: Partial<Issue> = {}) => {
    reportIssue({ code, message, remedy, result: 'so it is left out', ...more });
    return false;
  };
  if (!isMap(part)) {
    return warn('site/home-part', `contains ${describe(part)} instead of a part`, partRemedy);
  }
  const [section, text, count] = ['section', 'text', 'count'].map((key) =>
    isEmpty(part[key]) ? undefined : part[key],
  );
  if ((section === undefined) === (text === undefined)) {
    return warn(
      'site/home-part',
      'has a part that does not name exactly one section or text',
      partRemedy,
    );
  }
  const name = readHomeSection(section) ?? readFileName(text);
  if (name === undefined && section === undefined) {
    const remedy = 'Write the file name only, such as press for content/home/press.md.';
    return warn('site/home-text', 'has a text that is not a file name', remedy);
  }
  if (name === undefined) {
    const suggestion = typeof section === 'string' && suggest(section, [...homeSections, 'text']);
    const remedy = suggestion
      ? `Did you mean ${suggestion}?`
      : `Known parts: ${homeSections.join(', ')} and text.`;
    return warn(
      'site/home-part',
      `contains ${quote(String(section))}, which is not a known part`,
      remedy,
    );
  }
  const key = section === undefined ? `text ${name}` : name;
  if (usedNames.has(key)) {
    return warn('site/home-duplicate', `lists ${quote(name)} twice`, 'Delete one of them.', {
      result: 'and only the first is shown',
    });
  }
  usedNames.add(key);
  if (count !== undefined && (section === undefined || unlistedSections.includes(name))) {
    warn(
      'site/home-count',
      `has no effect, because ${quote(name)} is not a list`,
      'Delete count.',
      { path: ['count'], result: '' },
    );
  } else if (count !== undefined && readCount(count) === undefined) {
    const message = `must be a whole number of 1 or more, not ${describe(count)}`;
    warn('site/home-count', message, 'Write a number, such as 5, or delete count.', {
      path: ['count'],
      result: 'so it is ignored',
    });
  }
  return true;
}

/** The front matter of `content/home/<name>.md`. Its body is shown on the home page. */
export const homeTextSchema = z
  .object({
    title: textField('The heading in the margin. Default: none.', 'In the press'),
    subtitle: textField('A line above the text; may contain Markdown. Default: none.'),
    active: flagField('Set it to false to hide the text. Default: true.', false),
    math: flagField(
      'Typesets formulas. Set it to false to show dollar signs as written. Default: true.',
      false,
    ),
    macros: pageMacrosField,
  })
  .meta({
    title: 'home-text',
    description:
      'To show the text, list it under `home` in `site.yaml` as `{ text: <name> }`. All keys are optional. ' +
      'Widgets of Hugo Academic work unchanged. Their other keys (`widget`, `headless`, `weight`, ' +
      '`design`, `advanced`) are ignored: `home` sets the order, and the site has its own design.',
  });

/** Keys of Hugo Academic's widgets that are ignored. */
export const ignoredWidgetKeys = [
  ...['widget', 'widget_id', 'headless', 'weight', 'design', 'advanced', 'content', 'type'],
  ...['date', 'lastmod', 'author', 'authors', 'summary', 'tags', 'image', 'block', 'id', 'toc'],
];
