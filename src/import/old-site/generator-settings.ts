import { isMap } from '../../schema/describe.ts';
import type { OldConfig } from './old-site.ts';
import { defaultLanguageKey, readLanguages } from './site-languages.ts';
import { findOwn } from '../../schema/own-value.ts';

/** The Hugo settings that determine the addresses of a site. Keys are in lower case. */
export interface HugoSettings {
  /** The folder of the content in the default language: `content`. */
  contentDir: string;
  /** The folders of files that are served unchanged: `static`. */
  staticDirs: readonly string[];
  /** The keys of the languages, the default one first. */
  languages: readonly string[];
  /** The prefix of pages in the default language: `/en`; empty if it is the only language. */
  prefix: string;
  uglyUrls: boolean;
  removePathAccents: boolean;
  disablePathToLower: boolean;
  /** The patterns of pages by section, and of terms by taxonomy. */
  permalinks: ReadonlyMap<string, string>;
  /** The keys of front matter that hold terms: `tags`. */
  taxonomies: readonly string[];
  /** File names begin with the date, followed by the slug. */
  dateFromFilename: boolean;
  ignoredFiles: readonly RegExp[];
  /** The name of the file of a feed: `index.xml`. */
  feedFile: string;
  /** The number of entries on a page of a list. */
  pageSize: number;
}

export function toHugoSettings(configs: readonly OldConfig[]): HugoSettings {
  const mainLanguage = defaultLanguageKey(configs);
  const merged = mergeConfigs(configs);
  const languageConfig = toLowerCaseKeys(readLanguages(configs).get(mainLanguage));
  const config = { ...merged, ...languageConfig };
  const otherLanguages = [...readLanguages(configs).keys()].filter((key) => key !== mainLanguage);
  const dates = getMap(config, 'frontmatter')['date'];
  const rss = toLowerCaseKeys(getMap(toLowerCaseKeys(config['outputformats']), 'rss'));
  const taxonomies = config['taxonomies'] ?? { tag: 'tags', category: 'categories' };
  return {
    contentDir: trimSlashes(toTextOr(config['contentdir'], 'content')),
    staticDirs: toTexts(config['staticdir'] ?? 'static').map(trimSlashes),
    languages: [mainLanguage, ...otherLanguages],
    prefix:
      otherLanguages.length > 0 && config['defaultcontentlanguageinsubdir'] === true
        ? `/${mainLanguage}`
        : '',
    uglyUrls: config['uglyurls'] === true,
    removePathAccents: config['removepathaccents'] === true,
    disablePathToLower: config['disablepathtolower'] === true,
    permalinks: toPermalinks(config['permalinks']),
    taxonomies: isMap(taxonomies) ? toTexts(Object.values(taxonomies)) : [],
    dateFromFilename: Array.isArray(dates) && dates[0] === ':filename',
    ignoredFiles: toTexts(config['ignorefiles']).flatMap(toPattern),
    feedFile: `${toTextOr(rss['basename'], 'index')}.xml`,
    pageSize: toNumberOr(getMap(config, 'pagination')['pagersize'] ?? config['paginate'], 10),
  };
}

/** Merges all files of the configuration. `permalinks.toml` has the value of `permalinks`. */
function mergeConfigs(configs: readonly OldConfig[]): Record<string, unknown> {
  const merged = new Map<string, unknown>();
  for (const { path, data } of configs) {
    const name = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '').toLowerCase();
    const isWhole = !path.startsWith('config/') || name === 'config' || name === 'hugo';
    const values = isWhole ? toLowerCaseKeys(data) : { [name]: data };
    for (const [key, value] of Object.entries(values)) {
      const previous = merged.get(key);
      merged.set(key, isMap(previous) && isMap(value) ? { ...previous, ...value } : value);
    }
  }
  return Object.fromEntries(merged);
}

/** Returns the patterns by section. Newer versions group them by the kind of page. */
function toPermalinks(permalinks: unknown): Map<string, string> {
  const patterns = new Map<string, string>();
  for (const [key, value] of Object.entries(toLowerCaseKeys(permalinks))) {
    if (typeof value === 'string') patterns.set(key, value);
    else if (key === 'page' || key === 'term') {
      for (const [name, pattern] of Object.entries(toLowerCaseKeys(value))) {
        if (typeof pattern === 'string') patterns.set(name, pattern);
      }
    }
  }
  return patterns;
}

export function toLowerCaseKeys(value: unknown): Record<string, unknown> {
  if (!isMap(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one]));
}

function getMap(map: Record<string, unknown>, key: string): Record<string, unknown> {
  return toLowerCaseKeys(findOwn(map, key));
}

/** Returns a text, or a list of texts, as a list. */
export function toTexts(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) =>
    typeof item === 'string' || typeof item === 'number' ? String(item).trim() || [] : [],
  );
}

function trimSlashes(path: string): string {
  return path.replace(/^(\.?\/)+|\/+$/g, '');
}

function toTextOr(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

function toNumberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' && value > 0 ? value : fallback;
}

function toPattern(source: string): RegExp[] {
  try {
    return [new RegExp(source)];
  } catch {
    return [];
  }
}

/** The Jekyll settings that determine the addresses of a site. */
export interface JekyllSettings {
  /** The pattern of posts, or the name of one: `pretty`. */
  permalink: string;
  /** The collections with pages, except posts, and the pattern of each that has one. */
  collections: ReadonlyMap<string, string | undefined>;
  /** Returns whether a collection has pages; true for all if the configuration declares none. */
  publishes: (collection: string) => boolean;
  /** Default front matter. Later entries take precedence. */
  defaults: readonly { path: string; type: string; values: Record<string, unknown> }[];
  /** Folders that begin with `_` and are read as pages. */
  included: readonly string[];
  excluded: readonly string[];
  /** The address of the feed. */
  feedPath: string;
}

export function toJekyllSettings(configs: readonly OldConfig[]): JekyllSettings {
  const config = Object.fromEntries(configs.flatMap(({ data }) => Object.entries(data)));
  const { collections, defaults, permalink } = config;
  const entries = isMap(collections) ? Object.entries(collections) : [];
  const pageCollections = entries.filter(
    ([name, one]) => name !== 'posts' && isMap(one) && one['output'] === true,
  );
  const postSettings =
    isMap(collections) && isMap(collections['posts']) ? collections['posts'] : {};
  return {
    permalink: toTexts(postSettings['permalink'] ?? permalink)[0] ?? 'date',
    collections: new Map(
      pageCollections.map(([name, one]) => [
        name,
        toTexts((one as Record<string, unknown>)['permalink'])[0],
      ]),
    ),
    publishes: (name) =>
      collections === undefined || pageCollections.some(([published]) => published === name),
    defaults: (Array.isArray(defaults) ? (defaults as unknown[]) : []).flatMap((one) => {
      if (!isMap(one) || !isMap(one['values'])) return [];
      const scope = isMap(one['scope']) ? one['scope'] : {};
      const [path = '', type = ''] = [toTexts(scope['path'])[0], toTexts(scope['type'])[0]];
      return [{ path, type, values: one['values'] }];
    }),
    included: toTexts(config['include']),
    excluded: toTexts(config['exclude']),
    feedPath: findFeedPath(config),
  };
}

function findFeedPath(config: Record<string, unknown>): string {
  const paths = ['feed', 'atom_feed'].flatMap((key) => {
    const feed = config[key];
    return isMap(feed) ? toTexts(feed['path']) : [];
  });
  return `/${(paths[0] ?? 'feed.xml').replace(/^\/+/, '')}`;
}
