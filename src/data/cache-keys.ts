import { digestList, digestPage } from '../content/build/page-digest.ts';
import type { PageLink } from '../model/page/link.ts';
import type { Page } from '../model/page/page.ts';
import { countPassedInstants } from '../model/site/passed-instants.ts';
import { getRelatedPages } from './related-pages.ts';
import { getSitePages, now } from './collections.ts';
import { getPageEntry, type PageCollection } from './entries.ts';
import { memoize } from './memoize.ts';
import { getSite } from './site.ts';

/** A path that a route returns to Astro. */
interface StaticPath {
  params: Record<string, string | undefined>;
  props: object;
}

/**
 * Adds to each path the key by which the next build may take its page from the cache: a digest of everything that the
 * page shows. These are its props, the site, its stored entry, its related pages and its slides; its route may read
 * nothing else.
 * @param selectPage Selects the page of a path from its props.
 */
export async function addCacheKeys<P extends StaticPath>(
  collection: PageCollection,
  paths: readonly P[],
  selectPage: (props: P['props']) => LinkedPage,
): Promise<(P & { cacheKey?: string })[]> {
  if (import.meta.env.DEV) return [...paths];
  const site = await getSiteKey();
  return Promise.all(
    paths.map(async (path) => {
      const page = selectPage(path.props);
      const entry = await getEntryDigest(collection, page.slug);
      const decks = (page.links ?? []).flatMap(({ deck }) => deck ?? []);
      const slides = await Promise.all(decks.map((deck) => getEntryDigest('slides', deck)));
      const relatedPages = await getRelatedPages(page);
      return { ...path, cacheKey: digestPage([site, entry, slides, relatedPages, path.props]) };
    }),
  );
}

/**
 * Adds to each path of a list of pages the key by which the next build may take it from the cache: a digest of its props
 * and the site, and of the stored entries of the pages in it.
 * @param selectPages Selects the pages in the list from the props of its path.
 */
export async function addListKeys<P extends StaticPath>(
  collection: PageCollection,
  paths: readonly P[],
  selectPages: (props: P['props']) => readonly Page[],
): Promise<(P & { cacheKey?: string })[]> {
  if (import.meta.env.DEV) return [...paths];
  const site = await getSiteKey();
  const digests = new Map<Page, string>();
  for (const page of new Set(paths.flatMap(({ props }) => selectPages(props))))
    digests.set(page, digestPage([page, await getEntryDigest(collection, page.slug)]));
  return paths.map((path) => ({ ...path, cacheKey: digestList([site, path.props], digests) }));
}

type LinkedPage = Page & { links?: readonly PageLink[] };

const getSiteKey = memoize(async () =>
  digestPage([await getSite(), countPassedInstants(await getSitePages(), now)]),
);

const entryDigests = new Map<string, Promise<string>>();

/** Returns a digest of the stored entry of a page, with its rendered text. */
function getEntryDigest(collection: PageCollection, slug: string): Promise<string> {
  const name = `${collection}/${slug}`;
  const digest =
    entryDigests.get(name) ??
    getPageEntry(collection, slug).then(({ data, rendered, digest: source }) =>
      digestPage([data, rendered, source]),
    );
  entryDigests.set(name, digest);
  return digest;
}
