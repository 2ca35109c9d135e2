import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkSchema } from '../content/parse/check-schema.ts';
import { readFrontMatter } from '../content/parse/front-matter.ts';
import { readPages } from '../content/sections/read-pages.ts';
import { getSectionFolder, type Section } from '../content/sections/section.ts';
import type { SiteFolder } from '../content/assets/site-folder.ts';
import { toFullCode } from '../schema/finding.ts';
import { toSeverity } from '../schema/severity.ts';
import { createTextChecker } from '../markdown/render/text-checker.ts';
import { createAddresses, toSlug } from '../model/page/addresses.ts';
import { quote } from '../schema/describe.ts';
import { UsageError } from './options.ts';
import { printTemplate, type Template, type TemplateValues } from './template.ts';

const MAX_NAME_LENGTH = 60;

/** A kind of page: its section, and the template of its file. */
export interface PageKind {
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
  kind: PageKind,
  given: TemplateValues,
  { slug, today }: { slug?: string | undefined; today: string },
): string {
  const { section, template } = kind;
  const todayValues = template.blocks.flatMap(({ key, today: isToday }) =>
    key && isToday && !given[key] ? [[key, today] as const] : [],
  );
  const values = { ...given, ...Object.fromEntries(todayValues) };
  const text = printTemplate(template, values);
  const [problem] = checkText(section, text);
  if (problem !== undefined) throw new UsageError(problem);
  const day = (values['date'] ?? today).slice(0, 10);
  const name =
    slug === undefined
      ? toName(values['title'] ?? '', `${section.noun}-${day}`)
      : checkName(slug, section);
  const nameOwner = findNameOwner(folder, name, section);
  if (nameOwner !== undefined) {
    const other = `${name}-${day.slice(0, 4)}`;
    throw new UsageError(`${nameOwner} already has this name. Choose another one: --slug ${other}`);
  }
  const file = section.allowsYamlFile ? '_index.md' : 'index.md';
  const path = join(getSectionFolder(section, folder), name, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
  return path;
}

/** Returns the problem with a value as `npm run check` would print it, or undefined. */
export function checkValue({ section, template }: PageKind, key: string, value: string) {
  const page = { title: 'A title', date: '2026-05-04', [key]: value };
  return checkText(section, printTemplate(template, page))[0];
}

function checkText(section: Section, text: string): string[] {
  const read = readFrontMatter(text, section.keys);
  if ('failure' in read) return [`${read.failure.message}. ${read.failure.remedy}`];
  const { value, findings } = checkSchema(section.schema, read.data, section.keys);
  const checker = createTextChecker('/');
  const texts = value ? section.texts(value) : [];
  const textFindings = texts.flatMap(({ value: source, kind }) =>
    kind === 'block' ? [] : checker.inline(source, { kind, math: true }).findings,
  );
  return [...findings, ...textFindings]
    .filter(({ code }) => toSeverity(toFullCode(code, section.noun)) !== 'note')
    .map(({ message, remedy }) => `${message}. ${remedy}`);
}

/** Returns a name for a title: `On "Growth" of $x$` → `on-growth-of`; `fallback` for a title without letters. */
function toName(title: string, fallback: string): string {
  const text = title.replace(/\$[^$]*\$/g, ' ');
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  let name = '';
  for (const word of words) {
    const extended = name === '' ? word : `${name}-${word}`;
    if (extended.length <= MAX_NAME_LENGTH) name = extended;
    else break;
  }
  return name || fallback;
}

function checkName(slug: string, { noun }: Section): string {
  const name = toSlug(slug);
  if (name === slug && !/^[_.]/.test(slug)) return name;
  const remedy = 'Use letters, digits and hyphens, for example --slug on-growth.';
  throw new UsageError(`${quote(slug)} is not a valid name for a ${noun}. ${remedy}`);
}

/** Returns the file that has the name, or that has its address through a `slug` key. */
function findNameOwner(siteFolder: SiteFolder, name: string, section: Section): string | undefined {
  const { name: folder, reserved } = section;
  if (reserved.includes(name.toLowerCase())) return `The page /${folder}/${name}/ of the site`;
  const { pages } = readPages(section, siteFolder, createAddresses('/'));
  const page = pages.find(({ slug }) => slug.toLowerCase() === name.toLowerCase());
  if (page) return page.file.name;
  const path = getSectionFolder(section, siteFolder);
  const extension = ['', '.md', '.mdx', '.yaml'].find((end) => existsSync(join(path, name + end)));
  return extension === undefined
    ? undefined
    : `content/${section.folder ?? folder}/${name}${extension}`;
}
