import type { HugoSettings } from '../old-site/generator-settings.ts';
import { pageSlug, type HugoPage } from './hugo-content.ts';

/** Turns a title, a name or a path into an address. */
type Urlize = (text: string) => string;

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * The path of a page by Hugo's rules, with a slash in front and at its end, or with `.html` where a page
 * is a file: `/talk/nyu/`.
 * @see https://gohugo.io/configuration/permalinks/
 */
export function pathOfPage(page: HugoPage, settings: HugoSettings, urlize: Urlize): string {
  const { url } = page.data;
  if (typeof url === 'string' && url.trim() !== '') return withPrefix(asWritten(url), settings);
  const pattern = settings.permalinks.get(page.section.toLowerCase());
  const expanded =
    pattern !== undefined && page.kind !== 'list' && expandPattern(pattern, page, urlize);
  const name = page.kind === 'page' ? (pageSlug(page, settings) ?? page.name) : '';
  const path = expanded || [...page.folders, name].join('/');
  return withPrefix(withSlashes(urlize(path), settings.uglyUrls), settings);
}

function withPrefix(path: string, { prefix }: HugoSettings): string {
  return path.startsWith(`${prefix}/`) && prefix !== '' ? path : prefix + path;
}

function asWritten(url: string): string {
  const path = `/${url
    .trim()
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/^\/+/, '')}`;
  return /\.html?$|\/$/i.test(path) ? path : `${path}/`;
}

function withSlashes(path: string, ugly: boolean): string {
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
  let known = true;
  const path = pattern.replace(/:(\w+)(?:\[(.+?)\])?/g, (_, word: string, cut?: string) => {
    const value = valueOf(word, cut, page, urlize);
    if (value === undefined) known = false;
    return value ?? '';
  });
  // Hugo takes it for the query of a form, where a plus is a blank.
  return known ? path.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, unescapeByte) : undefined;
}

function unescapeByte(_: string, digits: string): string {
  return String.fromCharCode(parseInt(digits, 16));
}

function valueOf(word: string, cut: string | undefined, page: HugoPage, urlize: Urlize) {
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
      return (cut === undefined ? folders : sliceFolders(folders, cut)).join('/');
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
function sliceFolders(folders: readonly string[], cut: string): readonly string[] {
  const [low = '', high] = cut.split(':');
  const index = (text: string, fallback: number) =>
    text === 'last' ? folders.length - 1 : text === '' ? fallback : Number(text);
  const from = index(low, 0);
  return folders.slice(from, high === undefined ? from + 1 : index(high, folders.length));
}

type Rules = Pick<HugoSettings, 'removePathAccents' | 'disablePathToLower'>;

const allowed = /^(?:[\p{L}\p{Nd}\p{M}./\\_#+~@-]|%[0-9a-f]{2})$/iu;

/**
 * What Hugo makes of titles, names and whole paths: letters, digits and a few signs stay, blanks become
 * one hyphen. Of the three rules the first is that of Hugo 0.111 and later; older versions treat several
 * blanks and hyphens in a row otherwise.
 */
export function createUrlizers(rules: Rules): [Urlize, ...Urlize[]] {
  const finish = (text: string) => {
    const plain = rules.removePathAccents ? withoutAccents(text) : text;
    return rules.disablePathToLower ? plain : plain.toLowerCase();
  };
  return [
    (text) => finish(keepingHyphens(text)),
    (text) => finish(collapsing(text)),
    (text) => finish(oneByOne(text)),
  ];
}

function keepingHyphens(text: string): string {
  let result = '';
  let blank = false;
  for (const sign of withEscapes(text)) {
    if (allowed.test(sign)) {
      result += blank && sign !== '-' ? `-${sign}` : sign;
      blank = false;
    } else if (/\s/.test(sign) && result !== '' && !result.endsWith('-')) blank = true;
  }
  return result;
}

function collapsing(text: string): string {
  let result = '';
  let blank = false;
  for (const sign of withEscapes(text)) {
    if (sign !== '-' && sign !== '@' && allowed.test(sign)) {
      result += blank ? `-${sign}` : sign;
      blank = false;
    } else if (/[\s-]/.test(sign) && result !== '') blank = true;
  }
  return result;
}

function oneByOne(text: string): string {
  return withEscapes(text.trim().replaceAll(' ', '-'))
    .filter((sign) => sign !== '@' && allowed.test(sign))
    .join('');
}

/** Splits a text into characters; `%20` is one. */
function withEscapes(text: string): string[] {
  return text.match(/%[0-9a-f]{2}|[\s\S]/giu) ?? [];
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}
