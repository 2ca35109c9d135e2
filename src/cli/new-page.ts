import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkSchema } from '../content/parse/check-schema.ts';
import { readFrontMatter } from '../content/parse/front-matter.ts';
import { readPages } from '../content/sections/read-pages.ts';
import { folderOf, type Section } from '../content/sections/section.ts';
import type { SiteFolder } from '../content/assets/site-folder.ts';
import { createTextChecker } from '../markdown/render/text-checker.ts';
import { createAddresses, toSlug } from '../model/page/addresses.ts';
import { quote } from '../schema/describe.ts';
import { UsageError } from './options.ts';
import { printTemplate, type Template, type Values } from './template.ts';

const LONGEST_NAME = 60;

/** One page of a section, and how its file begins. */
export interface Kind {
  section: Section;
  template: Template;
}

/**
 * Writes the file of a new page, such as `content/talks/<slug>/index.md`, and returns its path. Never
 * changes existing files.
 * @param today The current date: `2026-05-04`.
 * @throws UsageError if the page would have an error, or its name is taken.
 */
export function writeNewPage(
  folder: SiteFolder,
  kind: Kind,
  given: Values,
  { slug, today }: { slug?: string | undefined; today: string },
): string {
  const { section, template } = kind;
  const dated = template.blocks.flatMap(({ key, today: isToday }) =>
    key && isToday && !given[key] ? [[key, today] as const] : [],
  );
  const values = { ...given, ...Object.fromEntries(dated) };
  const text = printTemplate(template, values);
  const [wrong] = checkText(section, text);
  if (wrong !== undefined) throw new UsageError(wrong);
  const day = (values['date'] ?? today).slice(0, 10);
  const name =
    slug === undefined
      ? nameFrom(values['title'] ?? '', `${section.noun}-${day}`)
      : checkName(slug, section);
  const taken = takenBy(folder, name, section);
  if (taken !== undefined) {
    const other = `${name}-${day.slice(0, 4)}`;
    throw new UsageError(`${taken} already has this name. Choose another one: --slug ${other}`);
  }
  const file = section.profiles ? '_index.md' : 'index.md';
  const path = join(folderOf(section, folder), name, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
  return path;
}

/** Returns the problem with a value as `npm run check` would print it, or undefined. */
export function checkValue({ section, template }: Kind, key: string, value: string) {
  const page = { title: 'A title', date: '2026-05-04', [key]: value };
  return checkText(section, printTemplate(template, page))[0];
}

function checkText(section: Section, text: string): string[] {
  const read = readFrontMatter(text, section.keys);
  if ('failure' in read) return [`${read.failure.message}. ${read.failure.remedy}`];
  const { value, findings } = checkSchema(section.schema, read.data, section.keys);
  const checker = createTextChecker('/');
  const texts = value ? section.texts(value) : [];
  const inTexts = texts.flatMap(({ value: written, kind }) =>
    kind === 'block' ? [] : checker.inline(written, { kind, math: true }).findings,
  );
  return [...findings, ...inTexts]
    .filter(({ severity }) => severity === 'error')
    .map(({ message, remedy }) => `${message}. ${remedy}`);
}

/** `On "Growth" of $x$` → `on-growth-of`; `otherwise` for a title without letters. */
function nameFrom(title: string, otherwise: string): string {
  const text = title.replace(/\$[^$]*\$/g, ' ');
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  let name = '';
  for (const word of words) {
    const longer = name === '' ? word : `${name}-${word}`;
    if (longer.length <= LONGEST_NAME) name = longer;
    else break;
  }
  return name || otherwise;
}

function checkName(slug: string, { noun }: Section): string {
  const name = toSlug(slug);
  if (name === slug && !/^[_.]/.test(slug)) return name;
  const remedy = 'Use letters, digits and hyphens, for example --slug on-growth.';
  throw new UsageError(`${quote(slug)} is not a valid name for a ${noun}. ${remedy}`);
}

/** Returns the file that has the name, or that has its address through a `slug` key. */
function takenBy(siteFolder: SiteFolder, name: string, section: Section): string | undefined {
  const { name: folder, reserved } = section;
  if (reserved.includes(name.toLowerCase())) return `The page /${folder}/${name}/ of the site`;
  const { pages } = readPages(section, siteFolder, createAddresses('/'));
  const page = pages.find(({ slug }) => slug.toLowerCase() === name.toLowerCase());
  if (page) return page.file.name;
  const path = folderOf(section, siteFolder);
  const there = ['', '.md', '.mdx', '.yaml'].find((end) => existsSync(join(path, name + end)));
  return there === undefined ? undefined : `content/${section.folder ?? folder}/${name}${there}`;
}
