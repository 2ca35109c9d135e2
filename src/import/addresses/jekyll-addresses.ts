import { findFence, readFrontMatter } from '../../content/parse/front-matter.ts';
import { textsIn, jekyllSettings, type JekyllSettings } from '../old-site/generator-settings.ts';
import type { OldAddress, OldSite, OldTarget } from '../old-site/old-site.ts';

/** A file with front matter, which Jekyll makes a page of. */
interface Document {
  file: string;
  /** `posts`, `talks`; `pages` for a file of no collection. */
  collection: string;
  /** Below the folder of its collection or of the site. */
  path: string;
  data: Record<string, unknown>;
}

const themeFile =
  /^(assets\/(css|js|fonts|webfonts|_)|[^/]*\.(gemspec|lock)$|(Gemfile|Rakefile|README|LICENSE|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|Dockerfile|package)(\.|$))/i;

/** Returns every address of a Jekyll site, by the rules of Jekyll: pages, files, feed, `redirect_from`. */
export function jekyllAddresses(site: OldSite): OldAddress[] {
  const settings = jekyllSettings(site.configs);
  const posts: OldTarget = {
    ...{ kind: 'list', name: 'posts' },
    files: site.files.map(({ path }) => path).filter((path) => /(^|\/)_posts\//.test(path)),
  };
  return [
    { old: '/', target: { kind: 'home' } },
    { old: settings.feed, target: { kind: 'feed', of: posts } },
    { old: '/sitemap.xml', target: { kind: 'sitemap' } },
    ...site.files.flatMap(({ path }) => addressesOfFile(path, site, settings)),
  ];
}

function addressesOfFile(file: string, site: OldSite, settings: JekyllSettings): OldAddress[] {
  const place = locateDocument(file, settings);
  if (place === undefined || isExcluded(file, settings)) return [];
  const written = isText(file) ? frontMatterOf(site.read(file)) : undefined;
  if (written === undefined) {
    const isSource = /\.(scss|sass|coffee|ipynb|py|R)$/i.test(file) || themeFile.test(file);
    return isSource ? [] : [{ old: `/${file.replace(/^_/, '')}`, target: { kind: 'file', file } }];
  }
  const data = { ...defaultsOf(file, place.collection, settings), ...written };
  if (data['published'] === false || /\.(s?css|js|xml|json|txt)$/i.test(file)) return [];
  const target: OldTarget = { kind: 'page', file };
  const isElsewhere = /^https?:/i.test(textsIn(data['permalink'])[0] ?? '');
  const own = isElsewhere ? [] : [addressOf({ file, data, ...place }, settings)];
  const others = textsIn(data['redirect_from']).map((from) => `/${from.replace(/^\/+/, '')}`);
  return [...own, ...others].map((one) => ({ old: one.replace(/\/index\.html$/, '/'), target }));
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
  if (hidden !== undefined && !included.includes(hidden)) return undefined;
  return { collection: 'pages', path: file };
}

function addressOf({ collection, path, data }: Document, settings: JekyllSettings): string {
  const { permalink, collections } = settings;
  const [, folders = '', name = ''] = /^(.*\/)?([^/]*?)(?:\.[^./]*)?$/.exec(path) ?? [];
  const dated = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/.exec(name);
  const isPost = collection === 'posts';
  const end = /\.[^./]+$/.test(path) ? '.html' : '';
  const parts: JekyllParts = {
    ...{ collection, end, path: folders + name },
    name: isPost ? (dated?.[4] ?? name) : name,
    slug: textsIn(data['slug'])[0],
    categories: [...(isPost ? folders.split('/').filter(Boolean) : []), ...categoriesOf(data)],
    date: dateOf(data) ?? (dated ? toDate(dated) : undefined),
  };
  const own = textsIn(data['permalink'])[0];
  if (own !== undefined) return expandPattern(own, parts);
  if (isPost) return expandPattern(postPattern(permalink), parts);
  if (collection !== 'pages') {
    const pattern = collections.get(collection) ?? otherPattern('/:collection/:path', permalink);
    return expandPattern(pattern, parts);
  }
  if (name === 'index') return `/${folders}`;
  const pattern =
    /\.html?$/i.test(path) && permalink in { date: 1, none: 1, ordinal: 1 }
      ? '/:path:output_ext'
      : otherPattern('/:path', permalink);
  return expandPattern(pattern, parts);
}

function categoriesOf({ categories, category }: Record<string, unknown>): string[] {
  const several = typeof categories === 'string' ? categories.split(/\s+/) : categories;
  return [...new Set([...textsIn(category), ...textsIn(several)])];
}

function dateOf({ date }: Record<string, unknown>): JekyllParts['date'] {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(textsIn(date)[0] ?? '');
  return found ? toDate(found) : undefined;
}

function toDate([, year = '', month = '', day = '']: readonly string[]): JekyllParts['date'] {
  return { year, month: month.padStart(2, '0'), day: day.padStart(2, '0') };
}

function defaultsOf(file: string, collection: string, { defaults }: JekyllSettings) {
  const meant = defaults.filter(({ path, type }) => {
    const within = path === '' || file === path || file.startsWith(`${path.replace(/\/$/, '')}/`);
    return within && (type === '' || type === collection);
  });
  return Object.assign({}, ...meant.map(({ values }) => values)) as Record<string, unknown>;
}

function isText(file: string): boolean {
  const last = file.split('/').at(-1) ?? '';
  return (
    /\.(md|markdown|mkd|mkdn|mkdown|html?|s?css|js|xml|json|txt)$/i.test(last) ||
    !last.includes('.')
  );
}

function frontMatterOf(text: string): Record<string, unknown> | undefined {
  if ('failure' in findFence(text)) return undefined;
  const read = readFrontMatter(text, []);
  return 'failure' in read ? {} : read.data;
}

/** Returns whether the configuration excludes a file, by a name, a folder, or a pattern with a star. */
function isExcluded(file: string, { excluded, included }: JekyllSettings): boolean {
  const isNamed = (name: string) => {
    const plain = name.replace(/^\/|\/$/g, '');
    const pattern = plain.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
    return new RegExp(`^${pattern}(/|$)`).test(file);
  };
  return excluded.some(isNamed) && !included.some(isNamed);
}

/** What a pattern of Jekyll is filled with. */
interface JekyllParts {
  collection: string;
  /** Below the folder of the collection or of the site, without its end. */
  path: string;
  /** The last part of it, without the day of a post. */
  name: string;
  slug?: string | undefined;
  categories: readonly string[];
  date?: { year: string; month: string; day: string } | undefined;
  /** The end of the file that is made, with its dot: `.html`. */
  end: string;
}

const namedPatterns: Record<string, string> = {
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
};

/** Returns the pattern of posts. */
function postPattern(permalink: string): string {
  return namedPatterns[permalink] ?? permalink;
}

/** Returns the pattern of pages and collections without their own, with the ending of that of posts. */
function otherPattern(stem: string, permalink: string): string {
  if (permalink === 'pretty') return `${stem}/`;
  if (permalink in namedPatterns) return `${stem}:output_ext`;
  if (permalink.endsWith('/')) return `${stem}/`;
  return permalink.endsWith(':output_ext') ? `${stem}:output_ext` : stem;
}

/**
 * The address by a pattern, not encoded.
 * @see https://jekyllrb.com/docs/permalinks/
 */
function expandPattern(pattern: string, parts: JekyllParts): string {
  const filled = pattern.replace(/:([a-z_]+)/g, (whole, word: string) => {
    // A word may run into the next one: `:title:output_ext` and `:titles`.
    return valueOf(word, parts) ?? whole;
  });
  return `/${filled.replace(/^\/+/, '')}`.replace(/\/{2,}/g, '/');
}

function valueOf(word: string, parts: JekyllParts): string | undefined {
  const { collection, path, name, slug = name, categories, date, end } = parts;
  const unpadded = (digits: string | undefined) => digits && String(Number(digits));
  const values: Record<string, string | undefined> = {
    ...{ collection, path, output_ext: end, basename: name },
    name: plainSlug(name),
    title: prettySlug(slug),
    slug: plainSlug(slug),
    categories: categories.map((one) => one.toLowerCase()).join('/'),
    slugified_categories: categories.map(plainSlug).join('/'),
    ...{ year: date?.year, month: date?.month, day: date?.day },
    short_year: date?.year.slice(2),
    ...{ i_month: unpadded(date?.month), i_day: unpadded(date?.day) },
    y_day: date && dayOfYear(date),
  };
  return values[word];
}

function dayOfYear({ year, month, day }: { year: string; month: string; day: string }): string {
  const days = (Date.UTC(+year, +month - 1, +day) - Date.UTC(+year, 0, 1)) / 86_400_000 + 1;
  return String(days).padStart(3, '0');
}

function prettySlug(text: string): string {
  return text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-+|-+$/g, '');
}

function plainSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
