import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkSchema } from '../content/check-schema.ts';
import { readFrontMatter } from '../content/front-matter.ts';
import { readPages } from '../content/read-pages.ts';
import { talkSection } from '../content/talk-section.ts';
import type { SiteFolder } from '../content/site-folder.ts';
import { createTextChecker } from '../markdown/check-text.ts';
import { addressesUnder, reservedSlugs, toSlug } from '../model/url.ts';
import { quote } from '../schema/describe.ts';
import { talkSchema } from '../schema/talk.ts';
import { UsageError } from './options.ts';
import { talkTemplate, type NewTalk } from './talk-template.ts';

const LONGEST_NAME = 60;

/**
 * Writes `content/talks/<slug>/index.md` and gives its path. Nothing that exists is touched.
 * @throws UsageError when the talk would not be read without an error, or its name is taken.
 */
export function writeNewTalk(folder: SiteFolder, talk: NewTalk, slug?: string): string {
  const text = talkTemplate(talk);
  const [wrong] = checkText(text);
  if (wrong !== undefined) throw new UsageError(wrong);
  const name = slug === undefined ? nameFrom(talk) : checkName(slug);
  const taken = takenBy(folder, name);
  if (taken !== undefined) {
    const other = `${name}-${talk.date.slice(0, 4)}`;
    throw new UsageError(`${taken} has that name already. Give another one: --slug ${other}`);
  }
  const path = join(folder.talks, name, 'index.md');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
  return path;
}

/** What is wrong with one value of a talk, in the words of `npm run check`; undefined if nothing. */
export function checkValue(key: keyof NewTalk, value: string): string | undefined {
  const talk = { title: 'A title', date: '2026-05-04', [key]: value };
  return checkText(talkTemplate(talk))[0];
}

function checkText(text: string): string[] {
  const read = readFrontMatter(text);
  if ('failure' in read) return [`${read.failure.message}. ${read.failure.remedy}`];
  const { value, findings } = checkSchema(talkSchema, read.data);
  const checker = createTextChecker('/');
  const inTexts = (['title', 'event', 'location'] as const).flatMap((key) => {
    const written = value?.[key];
    const kind = key === 'title' ? 'title' : 'line';
    return written ? checker.inline(written, { kind, math: true }).findings : [];
  });
  return [...findings, ...inTexts]
    .filter(({ severity }) => severity === 'error')
    .map(({ message, remedy }) => `${message}. ${remedy}`);
}

/** `On "Growth" of $x$` → `on-growth-of`; a title without letters has the name of its day. */
function nameFrom({ title, date }: NewTalk): string {
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
  return name || `talk-${date.slice(0, 10)}`;
}

function checkName(slug: string): string {
  const name = toSlug(slug);
  if (name === slug && !/^[_.]/.test(slug)) return name;
  const remedy = 'Write letters, digits and hyphens, such as --slug on-growth.';
  throw new UsageError(`${quote(slug)} cannot be the name of a talk. ${remedy}`);
}

/** The file that has the name, or that has its address by a `slug` key. */
function takenBy(folder: SiteFolder, name: string): string | undefined {
  if (reservedSlugs.includes(name.toLowerCase())) return `A page of the site (/talks/${name}/)`;
  const { pages } = readPages(talkSection, folder, addressesUnder('/'));
  const talk = pages.find(({ slug }) => slug.toLowerCase() === name.toLowerCase());
  if (talk) return talk.file.name;
  const there = ['', '.md', '.mdx'].find((end) => existsSync(join(folder.talks, name + end)));
  return there === undefined ? undefined : `content/talks/${name}${there}`;
}
