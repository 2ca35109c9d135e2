import { isMap } from '../../schema/describe.ts';
import type { OldConfig } from './old-site.ts';
import { defaultLanguageKey, languagesOf } from './site-language.ts';

/** All of a configuration of Hugo that decides which addresses a site has. Keys are in lower case. */
export interface HugoSettings {
  /** The folder of the content in the default language: `content`. */
  contentDir: string;
  /** The folders of files that are served as they are: `static`. */
  statics: readonly string[];
  /** The keys of the languages, the default one first. */
  languages: readonly string[];
  /** In front of every page of the default language: `/en`, or nothing, as where there is no other. */
  prefix: string;
  uglyUrls: boolean;
  removePathAccents: boolean;
  disablePathToLower: boolean;
  /** The patterns of pages by the section they are in, and of terms by their taxonomy. */
  permalinks: ReadonlyMap<string, string>;
  /** The keys of front matter that hold terms: `tags`. */
  taxonomies: readonly string[];
  /** The day, and then the slug, are taken from names of files. */
  dateFromFilename: boolean;
  ignored: readonly RegExp[];
  /** The name of the file of a feed: `index.xml`. */
  feed: string;
  /** The number of entries on a page of a list. */
  pageSize: number;
}

export function hugoSettings(configs: readonly OldConfig[]): HugoSettings {
  const main = defaultLanguageKey(configs);
  const all = mergeConfigs(configs);
  const own = inLowerCase(languagesOf(configs).get(main));
  const config = { ...all, ...own };
  const others = [...languagesOf(configs).keys()].filter((key) => key !== main);
  const dates = mapAt(config, 'frontmatter')['date'];
  const rss = inLowerCase(mapAt(inLowerCase(config['outputformats']), 'rss'));
  const taxonomies = config['taxonomies'] ?? { tag: 'tags', category: 'categories' };
  return {
    contentDir: folderOf(textOr(config['contentdir'], 'content')),
    statics: textsIn(config['staticdir'] ?? 'static').map(folderOf),
    languages: [main, ...others],
    prefix:
      others.length > 0 && config['defaultcontentlanguageinsubdir'] === true ? `/${main}` : '',
    uglyUrls: config['uglyurls'] === true,
    removePathAccents: config['removepathaccents'] === true,
    disablePathToLower: config['disablepathtolower'] === true,
    permalinks: permalinksOf(config['permalinks']),
    taxonomies: isMap(taxonomies) ? textsIn(Object.values(taxonomies)) : [],
    dateFromFilename: Array.isArray(dates) && dates[0] === ':filename',
    ignored: textsIn(config['ignorefiles']).flatMap(toPattern),
    feed: `${textOr(rss['basename'], 'index')}.xml`,
    pageSize: numberOr(mapAt(config, 'pagination')['pagersize'] ?? config['paginate'], 10),
  };
}

/** Merges all files of the configuration. `permalinks.toml` has the value of `permalinks`. */
function mergeConfigs(configs: readonly OldConfig[]): Record<string, unknown> {
  return configs.reduce<Record<string, unknown>>((merged, { path, data }) => {
    const name = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '').toLowerCase();
    const whole = !path.startsWith('config/') || name === 'config' || name === 'hugo';
    const added = whole ? inLowerCase(data) : { [name]: data };
    for (const [key, value] of Object.entries(added)) {
      const known = merged[key];
      merged[key] = isMap(known) && isMap(value) ? { ...known, ...value } : value;
    }
    return merged;
  }, {});
}

/** Patterns by section; newer versions have them by kind of page first. */
function permalinksOf(written: unknown): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(inLowerCase(written))) {
    if (typeof value === 'string') found.set(key, value);
    else if (key === 'page' || key === 'term') {
      for (const [name, pattern] of Object.entries(inLowerCase(value))) {
        if (typeof pattern === 'string') found.set(name, pattern);
      }
    }
  }
  return found;
}

export function inLowerCase(value: unknown): Record<string, unknown> {
  if (!isMap(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one]));
}

function mapAt(map: Record<string, unknown>, key: string): Record<string, unknown> {
  return inLowerCase(map[key]);
}

/** Returns a text, or a list of texts, as a list. */
export function textsIn(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) =>
    typeof item === 'string' || typeof item === 'number' ? String(item).trim() || [] : [],
  );
}

function folderOf(written: string): string {
  return written.replace(/^(\.?\/)+|\/+$/g, '');
}

function textOr(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' && value > 0 ? value : fallback;
}

function toPattern(source: string): RegExp[] {
  try {
    return [new RegExp(source)];
  } catch {
    return [];
  }
}

/** All of a configuration of Jekyll that decides which addresses a site has. */
export interface JekyllSettings {
  /** The pattern of posts, or the name of one: `pretty`. */
  permalink: string;
  /** The collections with pages, posts apart, with the pattern of each that has its own. */
  collections: ReadonlyMap<string, string | undefined>;
  /** Front matter that files have unless they say otherwise; later ones win. */
  defaults: readonly { path: string; type: string; values: Record<string, unknown> }[];
  /** Folders with `_` in front that are read as pages. */
  included: readonly string[];
  excluded: readonly string[];
  /** The address of the feed. */
  feed: string;
}

export function jekyllSettings(configs: readonly OldConfig[]): JekyllSettings {
  const config: Record<string, unknown> = Object.assign({}, ...configs.map(({ data }) => data));
  const { collections, defaults, permalink } = config;
  const all = isMap(collections) ? Object.entries(collections) : [];
  const withPages = all.filter(
    ([name, one]) => name !== 'posts' && isMap(one) && one['output'] === true,
  );
  const ofPosts = isMap(collections) && isMap(collections['posts']) ? collections['posts'] : {};
  return {
    permalink: textsIn(ofPosts['permalink'] ?? permalink)[0] ?? 'date',
    collections: new Map(
      withPages.map(([name, one]) => [
        name,
        textsIn((one as Record<string, unknown>)['permalink'])[0],
      ]),
    ),
    defaults: (Array.isArray(defaults) ? (defaults as unknown[]) : []).flatMap((one) => {
      if (!isMap(one) || !isMap(one['values'])) return [];
      const scope = isMap(one['scope']) ? one['scope'] : {};
      const [path = '', type = ''] = [textsIn(scope['path'])[0], textsIn(scope['type'])[0]];
      return [{ path, type, values: one['values'] }];
    }),
    included: textsIn(config['include']),
    excluded: textsIn(config['exclude']),
    feed: feedPathOf(config),
  };
}

function feedPathOf(config: Record<string, unknown>): string {
  const paths = ['feed', 'atom_feed'].flatMap((key) => {
    const feed = config[key];
    return isMap(feed) ? textsIn(feed['path']) : [];
  });
  return `/${(paths[0] ?? 'feed.xml').replace(/^\/+/, '')}`;
}
