import { splitFrontMatter, readFrontMatter } from '../../content/parse/front-matter.ts';
import { toTexts, toJekyllSettings, type JekyllSettings } from '../old-site/generator-settings.ts';
import { findListedCollection, listCollectionFiles } from '../old-site/listed-collection.ts';
import type { OldAddress, OldSite, OldTarget } from '../old-site/old-site.ts';
import { findOwn } from '../../schema/own-value.ts';

/** A file with front matter, which Jekyll renders as a page. */
interface Document {
  file: string;
  /** `posts`, `talks`; `pages` for a file outside collections. */
  collection: string;
  /** Below the folder of its collection or of the site. */
  path: string;
  data: Record<string, unknown>;
}

const themeFile =
  /^(assets\/(css|js|fonts|webfonts|_)|[^/]*\.(gemspec|lock)$|(Gemfile|Rakefile|README|LICENSE|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|Dockerfile|package)(\.|$))/i;

/** Returns every address of a Jekyll site, by the rules of Jekyll: pages, files, feed, `redirect_from`. */
export function listJekyllAddresses(site: OldSite): OldAddress[] {
  const settings = toJekyllSettings(site.configs);
  const posts = toList('posts', site);
  return [
    { old: '/', target: { kind: 'home' } },
    { old: settings.feedPath, target: { kind: 'feed', of: posts } },
    { old: '/sitemap.xml', target: { kind: 'sitemap' } },
    ...site.files.flatMap(({ path }) => listFileAddresses(path, site, settings)),
  ];
}

/** Returns the list of the pages of a collection. */
function toList(collection: string, { files }: OldSite): OldTarget & { kind: 'list' } {
  return { kind: 'list', name: collection, files: listCollectionFiles(files, collection) };
}

function listFileAddresses(file: string, site: OldSite, settings: JekyllSettings): OldAddress[] {
  const place = locateDocument(file, settings);
  if (place === undefined || isExcluded(file, settings)) return [];
  const text = isText(file) ? site.read(file) : '';
  const frontMatter = isText(file) ? readData(text) : undefined;
  if (frontMatter === undefined) {
    const isSource = /\.(scss|sass|coffee|ipynb|py|R)$/i.test(file) || themeFile.test(file);
    return isSource ? [] : [{ old: `/${file.replace(/^_/, '')}`, target: { kind: 'file', file } }];
  }
  const data = { ...mergeDefaults(file, place.collection, settings), ...frontMatter };
  if (data['published'] === false || /\.(s?css|js|xml|json|txt)$/i.test(file)) return [];
  const listed = findListedCollection(text);
  const list = listed === undefined ? undefined : toList(listed, site);
  const target: OldTarget = list?.files.length ? { ...list, file } : { kind: 'page', file };
  const isElsewhere = /^https?:/i.test(toTexts(data['permalink'])[0] ?? '');
  const permalinks = isElsewhere ? [] : [toAddress({ file, data, ...place }, settings)];
  const redirects = toTexts(data['redirect_from']).map((from) => `/${from.replace(/^\/+/, '')}`);
  return [...permalinks, ...redirects].map((one) => ({
    old: one.replace(/\/index\.html$/, '/'),
    target,
  }));
}

/** Returns the collection and path of a file; undefined for a file that Jekyll does not read. */
function locateDocument(file: string, { collections, included }: JekyllSettings) {
  const [, before = '', post] = /^(.*\/)?_posts\/(.+)$/.exec(file) ?? [];
  if (post !== undefined) return { collection: 'posts', path: before + post };
  const [, folder, rest] = /^_([^/]+)\/(.+)$/.exec(file) ?? [];
  if (folder !== undefined && rest !== undefined && collections.has(folder)) {
    return { collection: folder, path: rest };
  }
  const hidden = file.split('/').find((part) => /^[_.#~]/.test(part));
  // Themes of academicpages read _pages, also if the configuration of the site does not say so.
  const isRead = hidden === undefined || hidden === '_pages' || included.includes(hidden);
  if (!isRead) return undefined;
  return { collection: 'pages', path: file };
}

function toAddress({ collection, path, data }: Document, settings: JekyllSettings): string {
  const { permalink, collections } = settings;
  const [, folders = '', name = ''] = /^(.*\/)?([^/]*?)(?:\.[^./]*)?$/.exec(path) ?? [];
  const datedName = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/.exec(name);
  const isPost = collection === 'posts';
  const extension = /\.[^./]+$/.test(path) ? '.html' : '';
  const parts: JekyllParts = {
    ...{ collection, end: extension, path: folders + name },
    name: isPost ? (datedName?.[4] ?? name) : name,
    slug: toTexts(data['slug'])[0],
    categories: [...(isPost ? folders.split('/').filter(Boolean) : []), ...listCategories(data)],
    date: findDate(data) ?? (datedName ? toDateParts(datedName) : undefined),
  };
  const pagePattern = toTexts(data['permalink'])[0];
  if (pagePattern !== undefined) return expandPattern(pagePattern, parts);
  if (isPost) return expandPattern(toPostPattern(permalink), parts);
  if (collection !== 'pages') {
    const pattern = collections.get(collection) ?? toPagePattern('/:collection/:path', permalink);
    return expandPattern(pattern, parts);
  }
  if (name === 'index') return `/${folders}`;
  const pattern =
    /\.html?$/i.test(path) && ['date', 'none', 'ordinal'].includes(permalink)
      ? '/:path:output_ext'
      : toPagePattern('/:path', permalink);
  return expandPattern(pattern, parts);
}

function listCategories({ categories, category }: Record<string, unknown>): string[] {
  const list = typeof categories === 'string' ? categories.split(/\s+/) : categories;
  return [...new Set([...toTexts(category), ...toTexts(list)])];
}

function findDate({ date }: Record<string, unknown>): JekyllParts['date'] {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(toTexts(date)[0] ?? '');
  return found ? toDateParts(found) : undefined;
}

function toDateParts([, year = '', month = '', day = '']: readonly string[]): JekyllParts['date'] {
  return { year, month: month.padStart(2, '0'), day: day.padStart(2, '0') };
}

function mergeDefaults(file: string, collection: string, { defaults }: JekyllSettings) {
  const matching = defaults.filter(({ path, type }) => {
    const within = path === '' || file === path || file.startsWith(`${path.replace(/\/$/, '')}/`);
    return within && (type === '' || type === collection);
  });
  return Object.fromEntries(matching.flatMap(({ values }) => Object.entries(values)));
}

function isText(file: string): boolean {
  const last = file.split('/').at(-1) ?? '';
  return (
    /\.(md|markdown|mkd|mkdn|mkdown|html?|s?css|js|xml|json|txt)$/i.test(last) ||
    !last.includes('.')
  );
}

function readData(text: string): Record<string, unknown> | undefined {
  if ('failure' in splitFrontMatter(text)) return undefined;
  const read = readFrontMatter(text, []);
  return 'failure' in read ? {} : read.data;
}

/** Returns whether the configuration excludes a file, by a name, a folder, or a pattern with a star. */
export function isExcluded(file: string, { excluded, included }: JekyllSettings): boolean {
  const isNamed = (name: string) => {
    const trimmed = name.replace(/^\/|\/$/g, '');
    const pattern = trimmed.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
    return new RegExp(`^${pattern}(/|$)`).test(file);
  };
  return excluded.some(isNamed) && !included.some(isNamed);
}

/** The values for the tokens of a permalink pattern. */
interface JekyllParts {
  collection: string;
  /** Below the folder of the collection or of the site, without extension. */
  path: string;
  /** The last part of it, without the day of a post. */
  name: string;
  slug?: string | undefined;
  categories: readonly string[];
  date?: { year: string; month: string; day: string } | undefined;
  /** The extension of the rendered file, with its dot: `.html`. */
  end: string;
}

const namedPatterns: Record<string, string> = {
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
};

/** Returns the pattern of posts. */
function toPostPattern(permalink: string): string {
  return findOwn(namedPatterns, permalink) ?? permalink;
}

/** Returns the pattern of pages and collections without their own, with the same ending as that of posts. */
function toPagePattern(stem: string, permalink: string): string {
  if (permalink === 'pretty') return `${stem}/`;
  if (Object.hasOwn(namedPatterns, permalink)) return `${stem}:output_ext`;
  if (permalink.endsWith('/')) return `${stem}/`;
  return permalink.endsWith(':output_ext') ? `${stem}:output_ext` : stem;
}

/**
 * Returns the address for a pattern, not encoded.
 * @see https://jekyllrb.com/docs/permalinks/
 */
function expandPattern(pattern: string, parts: JekyllParts): string {
  const expanded = pattern.replace(/:([a-z_]+)/g, (whole, word: string) => {
    // A word may run into the next one: `:title:output_ext` and `:titles`.
    return expandToken(word, parts) ?? whole;
  });
  return `/${expanded.replace(/^\/+/, '')}`.replace(/\/{2,}/g, '/');
}

function expandToken(word: string, parts: JekyllParts): string | undefined {
  const { collection, path, name, slug = name, categories, date, end: extension } = parts;
  const removePadding = (digits: string | undefined) => digits && String(Number(digits));
  const values: Record<string, string | undefined> = {
    ...{ collection, path, output_ext: extension, basename: name },
    name: toPlainSlug(name),
    title: toPrettySlug(slug),
    slug: toPlainSlug(slug),
    categories: categories.map((one) => one.toLowerCase()).join('/'),
    slugified_categories: categories.map(toPlainSlug).join('/'),
    ...{ year: date?.year, month: date?.month, day: date?.day },
    short_year: date?.year.slice(2),
    ...{ i_month: removePadding(date?.month), i_day: removePadding(date?.day) },
    y_day: date && dayOfYear(date),
  };
  return findOwn(values, word);
}

function dayOfYear({ year, month, day }: { year: string; month: string; day: string }): string {
  const days = (Date.UTC(+year, +month - 1, +day) - Date.UTC(+year, 0, 1)) / 86_400_000 + 1;
  return String(days).padStart(3, '0');
}

function toPrettySlug(text: string): string {
  return text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-+|-+$/g, '');
}

function toPlainSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
