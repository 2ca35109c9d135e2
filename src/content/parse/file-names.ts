import { isEmpty } from '../../schema/field.ts';
import { START_KEYS } from '../../schema/talk.ts';

/** A file name as Hugo reads it: `nyu.fr.md` is the talk `nyu` in French. */
export interface TextName {
  name: string;
  stem: string;
  /** In lower case; absent for a file that names no language. */
  language?: string;
}

const NAME = /^(.+?)(?:\.([a-z]{2}(?:-[a-z0-9]{2,8})*))?\.(?:mdx?|markdown)$/i;

/** The parts of a Markdown file's name, or undefined for other files. */
export function parseTextName(name: string): TextName | undefined {
  const [, stem, suffix] = NAME.exec(name) ?? [];
  if (stem === undefined) return undefined;
  const language = suffix?.toLowerCase();
  if (language === undefined || isLanguage(language)) {
    return { name, stem, ...(language !== undefined && { language }) };
  }
  return { name, stem: `${stem}.${suffix}` };
}

/**
 * Of the files of one talk those in the language of the site (a BCP 47 tag); else those that name
 * none; else those of the first language there is. Where `x.md` and `x.markdown` lie side by side,
 * the second is what blogdown made the first from.
 */
export function chooseVariants(
  files: readonly TextName[],
  language: string,
): { chosen: TextName[]; otherLanguages: TextName[]; sources: TextName[] } {
  const primary = language.toLowerCase().split('-')[0];
  const spoken = files.flatMap((file) => file.language ?? []).sort();
  const wanted = [
    language.toLowerCase(),
    ...spoken.filter((tag) => tag.split('-')[0] === primary),
    undefined,
    ...spoken,
  ].find((tag) => files.some((file) => file.language === tag));
  const inWanted = files.filter((file) => file.language === wanted);
  const rendered = inWanted.filter(({ name }) => !isLongName(name));
  const chosen = rendered.length > 0 ? rendered : inWanted;
  return {
    chosen,
    otherLanguages: files.filter((file) => file.language !== wanted),
    sources: inWanted.filter((file) => !chosen.includes(file)),
  };
}

function isLongName(name: string): boolean {
  return /\.markdown$/i.test(name);
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
 * What a file says, with what its name says as Jekyll reads it: `2021-09-11-why-we-count` is of that
 * day, and without a title it is called Why We Count. Front matter goes first.
 */
export function withNameDate(data: Record<string, unknown>, stem: string): Record<string, unknown> {
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

function isWithin(digits: string, most: number): boolean {
  return Number(digits) >= 1 && Number(digits) <= most;
}

function toTitle(words: string): string {
  return words
    .split('-')
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
