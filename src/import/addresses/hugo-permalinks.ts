import type { HugoSettings } from '../old-site/generator-settings.ts';
import { findPageSlug, type HugoPage } from './hugo-content.ts';

/** Turns a title, a name or a path into an address. */
type Urlize = (text: string) => string;

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * Returns the path of a page by Hugo's rules, with a slash at both ends, `/talk/nyu/`, or with `.html` at
 * the end if pages are files.
 * @see https://gohugo.io/configuration/permalinks/
 */
export function toPagePath(page: HugoPage, settings: HugoSettings, urlize: Urlize): string {
  const { url } = page.data;
  if (typeof url === 'string' && url.trim() !== '') return addPrefix(toUrlPath(url), settings);
  const pattern = settings.permalinks.get(page.section.toLowerCase());
  const expanded =
    pattern !== undefined && page.kind !== 'list' && expandPattern(pattern, page, urlize);
  const name = page.kind === 'page' ? (findPageSlug(page, settings) ?? page.name) : '';
  const path = expanded || [...page.folders, name].join('/');
  return addPrefix(addSlashes(urlize(path), settings.uglyUrls), settings);
}

function addPrefix(path: string, { prefix }: HugoSettings): string {
  return path.startsWith(`${prefix}/`) && prefix !== '' ? path : prefix + path;
}

function toUrlPath(url: string): string {
  const path = `/${url
    .trim()
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/^\/+/, '')}`;
  return /\.html?$|\/$/i.test(path) ? path : `${path}/`;
}

function addSlashes(path: string, ugly: boolean): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0) return '/';
  const joined = `/${parts.join('/')}`;
  return ugly && !joined.endsWith('.html')
    ? `${joined}.html`
    : joined.endsWith('.html')
      ? joined
      : `${joined}/`;
}

/** Expands a pattern; undefined if it has a token that Hugo does not know. */
function expandPattern(pattern: string, page: HugoPage, urlize: Urlize): string | undefined {
  let isKnown = true;
  const path = pattern.replace(/:(\w+)(?:\[(.+?)\])?/g, (_, word: string, slice?: string) => {
    const value = expandToken(word, slice, page, urlize);
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  // Hugo decodes the path like the query of a form, in which a plus is a blank.
  return isKnown ? path.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, unescapeByte) : undefined;
}

function unescapeByte(_: string, digits: string): string {
  return String.fromCharCode(parseInt(digits, 16));
}

function expandToken(word: string, slice: string | undefined, page: HugoPage, urlize: Urlize) {
  const { date, folders, name, section } = page;
  const title = () => urlize(page.title);
  const slug = page.slug === undefined ? undefined : urlize(page.slug);
  const day = new Date(Date.UTC(date.year, date.month - 1, date.day));
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  switch (word) {
    case 'year':
    case '2006':
      return String(date.year);
    case '06':
      return twoDigits(date.year % 100);
    case 'month':
    case '01':
      return twoDigits(date.month);
    case 'day':
    case '02':
      return twoDigits(date.day);
    case '1':
      return String(date.month);
    case '2':
      return String(date.day);
    case 'monthname':
    case 'January':
      return months[date.month - 1];
    case 'Jan':
      return months[date.month - 1]?.slice(0, 3);
    case 'weekday':
      return String(day.getUTCDay());
    case 'weekdayname':
      return weekdays[day.getUTCDay()];
    case 'yearday':
      return String((day.getTime() - Date.UTC(date.year, 0, 1)) / 86_400_000 + 1);
    case 'section':
      return section;
    case 'sections':
      return (slice === undefined ? folders : sliceFolders(folders, slice)).join('/');
    case 'title':
      return title();
    case 'slug':
      return slug ?? title();
    case 'filename':
    case 'contentbasename':
      return urlize(name);
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return slug ?? urlize(name);
    default:
      return undefined;
  }
}

/** Returns the folders of `[1:]`, `[0]` or `[last]`. */
function sliceFolders(folders: readonly string[], slice: string): readonly string[] {
  const [low = '', high] = slice.split(':');
  const index = (text: string, fallback: number) =>
    text === 'last' ? folders.length - 1 : text === '' ? fallback : Number(text);
  const from = index(low, 0);
  return folders.slice(from, high === undefined ? from + 1 : index(high, folders.length));
}

type Rules = Pick<HugoSettings, 'removePathAccents' | 'disablePathToLower'>;

const allowed = /^(?:[\p{L}\p{Nd}\p{M}./\\_#+~@-]|%[0-9a-f]{2})$/iu;

/**
 * Returns the rules by which Hugo turns titles, names and paths into addresses: letters, digits and a few
 * signs are kept, and blanks become one hyphen. The first rule is that of Hugo 0.111 and later. The other
 * two are those of older versions, which treat several blanks and hyphens in a row differently.
 */
export function createUrlizers(rules: Rules): [Urlize, ...Urlize[]] {
  const finish = (text: string) => {
    const unaccented = rules.removePathAccents ? removeAccents(text) : text;
    return rules.disablePathToLower ? unaccented : unaccented.toLowerCase();
  };
  return [
    (text) => finish(urlizeKeepingHyphens(text)),
    (text) => finish(urlizeCollapsing(text)),
    (text) => finish(urlizeEachCharacter(text)),
  ];
}

function urlizeKeepingHyphens(text: string): string {
  let result = '';
  let isAfterBlank = false;
  for (const character of splitCharacters(text)) {
    if (allowed.test(character)) {
      result += isAfterBlank && character !== '-' ? `-${character}` : character;
      isAfterBlank = false;
    } else if (/\s/.test(character) && result !== '' && !result.endsWith('-')) isAfterBlank = true;
  }
  return result;
}

function urlizeCollapsing(text: string): string {
  let result = '';
  let isAfterBlank = false;
  for (const character of splitCharacters(text)) {
    if (character !== '-' && character !== '@' && allowed.test(character)) {
      result += isAfterBlank ? `-${character}` : character;
      isAfterBlank = false;
    } else if (/[\s-]/.test(character) && result !== '') isAfterBlank = true;
  }
  return result;
}

function urlizeEachCharacter(text: string): string {
  return splitCharacters(text.trim().replaceAll(' ', '-'))
    .filter((character) => character !== '@' && allowed.test(character))
    .join('');
}

/** Splits a text into characters; `%20` is one. */
function splitCharacters(text: string): string[] {
  return text.match(/%[0-9a-f]{2}|[\s\S]/giu) ?? [];
}

function removeAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}
