import { fromMarkdown } from 'mdast-util-from-markdown';
import { treeToPlainText } from '../../markdown/render/plain-text.ts';
import type { OldValue } from '../old-site/old-values.ts';
import { formatSources, type YamlItem, type YamlList } from './annotated-yaml.ts';
import { toYear } from './cv-entries.ts';
import type { CvSection } from './widget-cv.ts';

/** A heading of the page and the text below it. */
interface Chapter {
  heading: string;
  text: string;
}

/** The CV from a Markdown page of academicpages. */
interface MarkdownCv {
  lines: YamlList[];
  /** The rest of the page, in no known form, as Markdown; may be empty. */
  rest: string;
}

/** Parses lists below known headings. Lists of pages are skipped, because the pages are imported. */
export function parseMarkdownCv(body: string, from: OldValue): MarkdownCv {
  const sections = new Map<string, YamlItem[]>();
  const rest: string[] = [];
  for (const { heading, text } of splitChapters(body)) {
    if (text.trim() === '' || /\{%-?\s*for\s/.test(text)) continue;
    const reader = findReader(heading);
    const bullets = parseBullets(text)?.filter((one) => !isThemeBullet(one));
    const entries = reader && bullets?.map(reader[1]);
    if (!entries || entries.includes(undefined)) {
      rest.push(heading === '' ? text.trim() : `## ${heading}\n\n${text.trim()}`);
      continue;
    }
    const items = entries.map((value) => ({ value, from: { '': from } }));
    if (items.length > 0) sections.set(reader[0], [...(sections.get(reader[0]) ?? []), ...items]);
  }
  const note = formatSources([from]) ?? '';
  const lines = [...sections].map(([key, items]) => ({ key, items, note }));
  return { lines, rest: rest.join('\n\n') };
}

/** Splits a page at its headings: `# Education`, and `Education` above `====`. */
function splitChapters(body: string): Chapter[] {
  const cleaned = body
    .replace(/\r\n/g, '\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^[ \t]*\{%-?\s*include[^%]*%\}[ \t]*$/gm, '')
    .replace(/^([^\n]+)\n[=-]{3,}[ \t]*$/gm, '# $1');
  const [before = '', ...rest] = cleaned.split(/^#{1,3}[ \t]+/m);
  const chapters = rest.map((chapter) => {
    const [heading = '', ...lines] = chapter.split('\n');
    return { heading: heading.replace(/[\s#]+$/, ''), text: lines.join('\n') };
  });
  return before.trim() === '' ? chapters : [{ heading: '', text: before }, ...chapters];
}

/** Parses the items of a list; undefined for any other text. */
function parseBullets(text: string): Bullet[] | undefined {
  const bullets: Bullet[] = [];
  for (const line of text.split('\n')) {
    const [, indent = '', item] = /^(\s*)[*+-]\s+(.*\S)\s*$/.exec(line) ?? [];
    if (line.trim() === '' || /^\s*<\/?(div|br|ul|ol)\b[^>]*>\s*$/i.test(line)) continue;
    const last = bullets.at(-1);
    if (item === undefined) {
      if (!last || !/^\s/.test(line)) return undefined;
      const below = last.below.pop();
      if (below === undefined) last.text += ` ${line.trim()}`;
      else last.below.push(`${below} ${line.trim()}`);
    } else if (indent === '') bullets.push({ text: item, below: [] });
    else if (!last) return undefined;
    else last.below.push(item);
  }
  return bullets;
}

/** An item of a list, with the items below it. */
interface Bullet {
  text: string;
  below: string[];
}

/** An entry of a CV; undefined for an item in a form that is not known. */
type ReadBullet = (bullet: Bullet) => Record<string, unknown> | undefined;

/** Returns the section of a CV for a heading, and how to read its items. */
function findReader(heading: string): [CvSection, ReadBullet] | undefined {
  const match = readers.find(([pattern]) => pattern.test(heading));
  return match && [match[1], match[2]];
}

const readers: readonly [RegExp, CvSection, ReadBullet][] = [
  [/education|degrees?|academic background/i, 'education', toDegree],
  [/experience|employment|positions?|appointments/i, 'work', toWork],
  [/skills/i, 'skills', toSkill],
  [/award|honou?r|grant|prize|fellowship|scholarship/i, 'awards', toAward],
  [/service|review|leadership|outreach|volunteer/i, 'volunteer', toService],
  [/^languages/i, 'languages', ({ text }) => ({ language: parseInline(text).words })],
];

/** Returns whether an item is an example of the theme. */
function isThemeBullet({ text, below }: Bullet): boolean {
  return /github university|academic pages collaborator|^(sub-)?skill \d|43 different slack teams/i.test(
    [text, ...below].join('\n'),
  );
}

const month = '(?:([A-Za-z]+)\\.?\\s+)?';
const dash = '\\s*[–—-]+\\s*';
/** `2019-2021: …`, `Fall 2015: …`, `June 2024 - present: …`, `2020-: …` */
const datesAtStart = new RegExp(
  `^${month}(\\d{4})(?:(${dash})(?:${month}(\\d{4})|(present|now))?)?\\s*:\\s*(.+)$`,
  'i',
);
const datesAtEnd = /^(.*?),?\s+\(?(?:(\d{4})\s*[–—-]+\s*)?(\d{4}|present)\)?(?:\s*\([^)]*\))?\.?$/i;
const institutionWords =
  /universit|institut|college|school|academy|polytech|politec|hochschule|école|ecole|eth\b|epfl|\bmit\b|center|centre|laborator/i;

/** Splits the dates at the start of a line from the rest; undefined for a line without dates. */
function splitDates(text: string) {
  const [line, inMonth, from, to, untilMonth, until, now, rest = ''] =
    datesAtStart.exec(text) ?? [];
  if (line === undefined || from === undefined) return undefined;
  const end = until ? toDate(until, untilMonth) : now || to ? 'present' : toDate(from, inMonth);
  return { rest, startDate: toDate(from, inMonth), endDate: end };
}

/** Parses `Ph.D in Statistics, University of Example, 2018 (expected)`, also with the years in front. */
function toDegree({ text, below }: Bullet) {
  const leadingDates = splitDates(text);
  if (!leadingDates && /^\W*\d{4}/.test(text)) return undefined;
  const [, before, start, end] = datesAtEnd.exec(text) ?? [];
  const parts = (leadingDates?.rest ?? before ?? text).split(/,\s+/);
  const institutionIndex = Math.max(
    1,
    parts.findIndex((part, i) => i > 0 && institutionWords.test(part)),
  );
  const [studyType, institution] = [
    parts.slice(0, institutionIndex).join(', '),
    parts.slice(institutionIndex).join(', '),
  ];
  if (institution === '') return undefined;
  const { startDate, endDate } = leadingDates ?? { startDate: start, endDate: end };
  return {
    ...{ studyType: parseInline(studyType).words, institution: parseInline(institution).words },
    ...firstLink(institution, studyType),
    ...(startDate && startDate !== endDate && { startDate: toYear(String(startDate)) }),
    ...(endDate && { endDate: toYear(String(endDate)) }),
    ...(below.length > 0 && { summary: below.join('; ') }),
  };
}

/** Parses `2021--present: Postdoctoral Researcher`, with the institution below. */
function toWork({ text, below }: Bullet) {
  const dates = splitDates(text);
  const [name, ...highlights] = below;
  if (!dates || !name) return undefined;
  const { rest, startDate, endDate } = dates;
  return {
    ...{ position: parseInline(rest).words, name: parseInline(name).words },
    ...firstLink(name, rest),
    ...{ startDate, endDate },
    ...(highlights.length > 0 && { highlights }),
  };
}

function toSkill({ text, below }: Bullet) {
  const keywords = below.map((one) => parseInline(one).words);
  return { name: parseInline(text).words, ...(keywords.length > 0 && { keywords }) };
}

function toAward({ text, below }: Bullet) {
  const [, before, title, after] =
    /^(?:(\d{4})\s*[:,–—-]\s*)?(.*?)(?:[,(]\s*(\d{4})\)?)?\.?$/.exec(text) ?? [];
  const date = before ?? after;
  if (!title) return undefined;
  return {
    title: parseInline(title).words,
    ...firstLink(title),
    ...(date && { date: toYear(date) }),
    ...(below.length > 0 && { summary: below.join('; ') }),
  };
}

function toService({ text, below }: Bullet) {
  return {
    organization: parseInline(text).words,
    ...firstLink(text),
    ...(below.length > 0 && { highlights: below }),
  };
}

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** Returns a month, or a year if the word before it is not a month: `Fall 2015`. */
function toDate(year: string, word: string | undefined): string | number {
  const index = monthNames.indexOf((word ?? '').slice(0, 3).toLowerCase());
  return index < 0 ? toYear(year) : `${year}-${String(index + 1).padStart(2, '0')}`;
}

/** Returns the plain text of inline Markdown, and the address of its first link. */
function parseInline(markdown: string): { words: string; url?: string } {
  const tree = fromMarkdown(markdown);
  const url = /\]\(\s*<?([^\s)>]+)/.exec(markdown)?.[1];
  return { words: treeToPlainText(tree, { math: false }), ...(url !== undefined && { url }) };
}

function firstLink(...texts: readonly string[]): { url?: string } {
  const url = texts.map((text) => parseInline(text).url).find((one) => one !== undefined);
  return url === undefined ? {} : { url };
}
