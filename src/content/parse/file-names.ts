import { htmlEndings, markdownEndings } from '../../model/page/markdown-files.ts';
import { isEmpty } from '../../schema/field.ts';
import { START_KEYS } from '../../schema/talk.ts';

/** The parts of a file name as in Hugo: `nyu.fr.md` is the page `nyu` in French. */
export interface TextName {
  name: string;
  stem: string;
  /** In lower case. Absent if the name contains no language. */
  language?: string;
}

const toNamePattern = (endings: string) =>
  new RegExp(`^(.+?)(?:\\.([a-z]{2}(?:-[a-z0-9]{2,8})*))?${endings}$`, 'i');
const MARKDOWN_NAME = toNamePattern(markdownEndings);
const HTML_NAME = toNamePattern(htmlEndings);

/** Returns the parts of the name of a Markdown file, or undefined for other files. */
export function toTextName(name: string): TextName | undefined {
  return splitName(name, MARKDOWN_NAME);
}

/** Returns the parts of the name of an HTML file, or undefined for other files. */
export function toHtmlName(name: string): TextName | undefined {
  return splitName(name, HTML_NAME);
}

function splitName(name: string, pattern: RegExp): TextName | undefined {
  const [, stem, suffix] = pattern.exec(name) ?? [];
  if (stem === undefined) return undefined;
  const language = suffix?.toLowerCase();
  if (language === undefined || isLanguage(language)) {
    return { name, stem, ...(language !== undefined && { language }) };
  }
  return { name, stem: `${stem}.${suffix}` };
}

/**
 * Chooses among the files of one page those in the language of the site (a BCP 47 tag), else those without a
 * language, else those in the first language. If `x.md` and `x.markdown` are in the same folder, the second is
 * the source from which blogdown made the first.
 */
export function chooseVariants(
  files: readonly TextName[],
  language: string,
): { chosen: TextName[]; otherLanguages: TextName[]; sources: TextName[] } {
  const primary = language.toLowerCase().split('-')[0];
  const languages = files.flatMap((file) => file.language ?? []).sort();
  const selected = [
    language.toLowerCase(),
    ...languages.filter((tag) => tag.split('-')[0] === primary),
    undefined,
    ...languages,
  ].find((tag) => files.some((file) => file.language === tag));
  const candidates = files.filter((file) => file.language === selected);
  const rendered = candidates.filter(({ name }) => /\.mdx?$/i.test(name));
  const chosen = rendered.length > 0 ? rendered : candidates;
  return {
    chosen,
    otherLanguages: files.filter((file) => file.language !== selected),
    sources: candidates.filter((file) => !chosen.includes(file)),
  };
}

function isLanguage(tag: string): boolean {
  try {
    const [primary = ''] = tag.split('-');
    return (
      new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(primary) !== undefined
    );
  } catch {
    return false;
  }
}

const DATED = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/;

/**
 * Adds the date and the title in a file name to front matter, as Jekyll does: `2021-09-11-why-we-count` has that date
 * and the title Why We Count. Keys of the front matter take precedence.
 */
export function addFileNameDate(
  data: Record<string, unknown>,
  stem: string,
): Record<string, unknown> {
  const [, year, month = '', day = '', rest = ''] = DATED.exec(stem) ?? [];
  if (year === undefined || !isWithin(month, 12) || !isWithin(day, 31)) return data;
  const isDated = [...START_KEYS, 'deliveries'].some((key) => !isEmpty(data[key]));
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return {
    ...data,
    ...(!isDated && { date }),
    ...(isEmpty(data['title']) && { title: toTitle(rest) }),
  };
}

function isWithin(digits: string, max: number): boolean {
  return Number(digits) >= 1 && Number(digits) <= max;
}

/** Converts a file name to a title: `why-we-count` → `Why We Count`. */
export function toTitle(words: string): string {
  return words
    .split(/[-_\s]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
