import type { Copy, Outcome } from '../plan/plan.ts';
import type { NewSite } from './new-site.ts';
import type { OldAddress, OldTarget } from '../old-site/old-site.ts';

/** Names of old pages that correspond to lists of the new site, and the paths of the lists. */
const equivalentPages: readonly [RegExp, string][] = [
  [/^(cv|vita|vitae|curriculum-vitae|resume|experience)$/, 'cv'],
  [/^(people|team|members|group|lab|authors?)$/, 'people'],
  [/^(talks?|events?|presentations?|talkmap|map)$/, 'talks'],
  [/^(publications?|papers?|publication_types?)$/, 'publications'],
  [/^(projects?|portfolio|research|software)$/, 'projects'],
  [/^(posts?|blog|news|year-archive|archives?|collection-archive|categories)$/, 'posts'],
  [/^(teaching|courses?)$/, 'teaching'],
  [/^(tags?|topics)$/, 'talks/tags'],
  [/^slides$/, 'talks'],
  [/^(about|about-me|home|contact|index|bio)$/, ''],
];

/** Why an image of a page has no address. */
export const pageImageReason =
  'Images of pages are resized and get new addresses, or are not shown.';

/** Why a feed of one author, type or subject has no new address. */
export const noFeedReason =
  'There is no feed for this list. The Subscribe page lists the feeds of the site.';

/** Returns a function that finds the new address for an old one, or the reason why there is none. */
export function createAddressFinder(
  site: NewSite,
  copies: readonly Copy[],
): (address: OldAddress) => Outcome {
  const placed = Map.groupBy(copies, ({ from }) => from);
  return ({ old, target }) => findForTarget(target, old);

  function findForTarget(target: OldTarget, old: string): Outcome {
    switch (target.kind) {
      case 'home':
        return { to: '/' };
      case 'page':
        return findForPage(target.file, old);
      case 'list':
        return findForList(target);
      case 'terms':
        return findEquivalent(target.taxonomy) ?? { to: '/' };
      case 'term':
        return findForTerm(target);
      case 'feed':
        return findForFeed(target.of, old);
      case 'file':
        return findForFile(target.file);
      case 'sitemap':
        return { to: '/sitemap-index.xml' };
      case 'none':
        return { reason: target.reason };
    }
  }

  function findPage(from: string): string | undefined {
    return findDefined(listPlaces(from).map(site.findPage));
  }

  function findPageAround(from: string): { to: string } | undefined {
    const to = findDefined(listPlaces(from).map(site.findPageAround));
    return to === undefined ? undefined : { to };
  }

  function findForPage(from: string, old: string): Outcome {
    const to = findPage(from);
    if (to !== undefined) return { to };
    const isHomePart = /(^|\/)home\/[^/]+$/.test(from) || /(^|\/)_?index\.[a-z]+$/.test(old);
    if (isHomePart) return { to: '/' };
    return (
      findEquivalent(old) ??
      findEquivalent(from) ??
      findPageAround(from) ?? { reason: missingReason(from) }
    );
  }

  /** Returns the list that most of the pages are in now; of several, the first by name. */
  function findForList({
    files,
    name,
    file: ownFile,
  }: Omit<OldTarget & { kind: 'list' }, 'kind'>): Outcome {
    const ownPage = ownFile === undefined ? undefined : findPage(ownFile);
    if (ownPage !== undefined) return { to: ownPage };
    const counts = new Map<string, number>();
    for (const from of files) {
      const section = findPage(from)?.split('/')[1];
      if (section) counts.set(section, (counts.get(section) ?? 0) + 1);
    }
    const [largest] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (largest && site.hasPath(largest[0])) return { to: `/${largest[0]}/` };
    const equivalent =
      findEquivalent(name) ?? (largest || !ownFile ? undefined : findPageAround(ownFile));
    // A list without pages, or one that Lectern does not have: the home page links to the lists of the site.
    return equivalent ?? { to: '/' };
  }

  function findForTerm({
    taxonomy,
    term: name,
    file: ownFile,
    files,
  }: OldTarget & { kind: 'term' }): Outcome {
    const isPerson = /author|people|person/i.test(taxonomy);
    const ownPage = ownFile === undefined ? undefined : findPage(ownFile);
    const person = isPerson ? site.findPerson(name) : undefined;
    const isType = taxonomy === 'publication_types';
    const type = isType ? site.findPublicationType(name) : undefined;
    const tag = isPerson || isType ? undefined : site.findTag(name);
    const to = ownPage ?? person ?? type ?? tag;
    if (to !== undefined) return { to };
    return findEquivalent(files.length > 0 ? '' : taxonomy) ?? findForList({ files, name: '' });
  }

  /**
   * Finds a feed for a feed: of the same list, else of the site. The feed of one term is not redirected
   * to the feed of everything.
   */
  function findForFeed(of: OldTarget, old: string): Outcome {
    const listOutcome = findForTarget(of, old);
    const to = 'to' in listOutcome ? listOutcome.to : '';
    if (/^\/talks\/tags\/[^/]+\/$/.test(to)) return { to: to.replace(/\/$/, '.xml') };
    if (of.kind === 'term') return { reason: noFeedReason };
    if (to === '/posts/' || to === '/publications/') return { to: to.replace(/\/$/, '.xml') };
    const feed = ['rss.xml', 'posts.xml', 'publications.xml'].find(site.hasPath);
    return feed === undefined ? { reason: noFeedReason } : { to: `/${feed}` };
  }

  function findForFile(from: string): Outcome {
    for (const to of listPlaces(from)) {
      if (to.startsWith('public/')) return { to: to.slice('public'.length) };
      const publishedFile = site.findPublishedFile(to);
      if (publishedFile !== undefined) return { to: publishedFile };
      if (to.startsWith('content/')) return { reason: pageImageReason };
    }
    return { reason: missingReason(from) };
  }

  /** Finds a page with the same content under another name. */
  function findEquivalent(old: string): { to: string } | undefined {
    const name =
      old
        .replace(/\/$|\.html?$/g, '')
        .split('/')
        .at(-1)
        ?.toLowerCase() ?? '';
    const path = equivalentPages.find(([pattern]) => pattern.test(name))?.[1];
    if (path === undefined) return undefined;
    if (site.hasPath(path)) return { to: path === '' ? '/' : `/${path}/` };
    // A CV that cannot be parsed is a text of the home page.
    return path === 'cv' && name !== 'experience' ? { to: '/' } : undefined;
  }

  function listPlaces(from: string): string[] {
    return (placed.get(from) ?? []).map(({ to }) => to);
  }

  function missingReason(from: string): string {
    const quarantinePath = placed.get(from)?.map((copy) => copy.to)[0];
    return quarantinePath === undefined
      ? `The file of this page, ${from}, was not imported.`
      : `The file of this page, ${from}, was copied to ${quarantinePath}, which is not published.`;
  }
}

function findDefined(found: readonly (string | undefined)[]): string | undefined {
  return found.find((one) => one !== undefined);
}
