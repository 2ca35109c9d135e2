import { isMap } from '../../schema/describe.ts';
import { textsIn } from './hugo-settings.ts';
import type { OldConfig } from './old-site.ts';

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
    feed: feedOf(config),
  };
}

function feedOf(config: Record<string, unknown>): string {
  const paths = ['feed', 'atom_feed'].flatMap((key) => {
    const feed = config[key];
    return isMap(feed) ? textsIn(feed['path']) : [];
  });
  return `/${(paths[0] ?? 'feed.xml').replace(/^\/+/, '')}`;
}
