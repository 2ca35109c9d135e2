import type { Finding } from '../../schema/finding.ts';
import type { HostName } from '../../schema/host.ts';
import {
  groupDeliveriesByTag,
  groupDeliveriesByYear,
  toTalkDeliveries,
} from '../talk/talk-deliveries.ts';
import type { Page } from '../page/page.ts';
import { groupPeople } from '../person/people-groups.ts';
import { toPublicationFilters } from '../publication/publication-filters.ts';
import type { Publication } from '../publication/publication.ts';
import { itemsPerPage } from '../page/lists.ts';
import { toKindFilters, toMaterialFilters } from '../talk/talk-filters.ts';
import type { Talk } from '../talk/talk.ts';
import { resolveConflicts, type AddressConflict } from './address-conflicts.ts';
import { listHostFiles } from './host-files.ts';
import { toAliasTargets, claimOldAddresses, type OldAddress } from './old-addresses.ts';
import { resolveRedirects, type RedirectTargets } from './redirects.ts';
import {
  fileRoute,
  toPageRoute,
  toParentPaths,
  type BuiltIn,
  type AttachedFile,
  type Producer,
  type SectionName,
  type SiteAddress,
  type SitePages,
} from './site-address.ts';
import type { Addresses } from '../page/addresses.ts';

/** Everything that the addresses of a site depend on. */
export interface SiteContents {
  /** Only the public pages; which these are depends on the clock. */
  pages: SitePages;
  /** The files that are published next to each page, by their path in its folder. */
  attachedFiles: readonly AttachedFile[];
  /** The files in `public/`, by their path in it. */
  publicFiles: readonly string[];
  hasCv: boolean;
  /** The old and new addresses in `content/redirects.yaml`, as written. */
  redirects: Readonly<Record<string, string>>;
  addresses: Addresses;
  /** The host for which the build writes a file of its own. */
  host?: HostName;
}

export interface SiteAddresses {
  /** Every address that the site serves, each once. */
  list: readonly SiteAddress[];
  /** The same by their paths. */
  byPath: ReadonlyMap<string, SiteAddress>;
  /** The possible targets of redirects. */
  targets: RedirectTargets;
  /** The pages and files that are not served, because another one has the address. */
  conflicts: readonly AddressConflict[];
  /** The problems with the redirects; the path of each is its line. */
  findings: readonly Finding[];
}

const oldPageRoute = '[...alias].astro';
const oldFileRoute = 'content/build/host-files.ts';

/**
 * Returns every address that a site serves, and what it is made from: pages, lists, files next to pages
 * and in `public/`, feeds, calendars, other copies of pages, files for hosts, redirects. The files that
 * Astro and Pagefind name after their contents are one address, that of their folder.
 * @param planned The addresses once all pages are published. A redirect to one of these waits for it.
 */
export function toSiteAddresses(contents: SiteContents, planned?: SiteAddresses): SiteAddresses {
  const { addresses } = contents;
  // Sorting reads many dates. The lists sort again, which is quick when talks are sorted.
  const talks = [...new Set(toTalkDeliveries(contents.pages.talks).map(({ talk }) => talk))];
  const pages = { ...contents.pages, talks };
  const { served, conflicts } = resolveConflicts(listCandidates({ ...contents, pages }));
  const paths = new Map(served.map((address) => [address.path, address]));
  const pagesByPrecedence = [...talks, ...listOtherPages(pages)];
  const targets = { paths, aliases: toAliasTargets(pagesByPrecedence) };
  const { redirects, findings } = resolveRedirects(contents.redirects, addresses, {
    current: targets,
    planned: addTalkAddresses(planned?.targets ?? targets),
  });
  const old = claimOldAddresses({ pages: pagesByPrecedence, redirects, current: paths, addresses });
  const list = [...served, ...toRedirectAddresses(old)];
  const hasHostFile = old.length > 0 && !paths.has('_redirects');
  if (hasHostFile)
    list.push(toFileAddress('_redirects', { ...toBuiltIn('[hostFile].ts'), isDefault: true }));
  const byPath = new Map(list.map((address) => [address.path, address]));
  return { list, byPath, targets, conflicts, findings };
}

/** Adds the addresses that a site without talks will have with its first talk. A redirect to one of them waits for it. */
function addTalkAddresses({ paths, aliases }: RedirectTargets): RedirectTargets {
  if (paths.has('talks')) return { paths, aliases };
  const added = ['talks', 'talks/tags', ...talkFeeds].map((path) => [path, undefined] as const);
  return { paths: new Map<string, unknown>([...paths, ...added]), aliases };
}

/** Returns all addresses with their producers, except redirects. Several may have one address. */
function listCandidates(contents: SiteContents): SiteAddress[] {
  const { pages, attachedFiles, publicFiles, hasCv, addresses, host } = contents;
  const { talks, publications, posts } = pages;
  return [
    ...listBuiltInAddresses(pages, host),
    ...listTalkAddresses(talks, addresses),
    ...listPublicationAddresses(publications, addresses),
    ...(posts.length > 0 ? [toFileAddress('posts.xml', toBuiltIn('[feed].xml.ts'))] : []),
    ...listPaginatedAddresses('posts', posts.length, 'posts/[...page].astro'),
    ...(['projects', 'teaching'] as const).flatMap((name) =>
      pages[name].length > 0 ? [toPageAddress(name, toBuiltIn(`${name}/[...page].astro`))] : [],
    ),
    ...(groupPeople(pages.people).length > 0
      ? [toPageAddress('people', toBuiltIn('people/[...page].astro'))]
      : []),
    ...(hasCv ? [toPageAddress('cv', toBuiltIn('cv/[...page].astro'))] : []),
    ...listPageAddresses(pages),
    ...attachedFiles.map((attachedFile) => {
      const path = `${attachedFile.section}/${attachedFile.page.slug}/${attachedFile.name}`;
      return toAuthorFileAddress(path, { kind: 'file', route: fileRoute, ...attachedFile });
    }),
    ...publicFiles.map((name) => toAuthorFileAddress(name, { kind: 'public', name })),
  ];
}

/** The feeds of all talks, which a site without talks does not have. */
const talkFeeds = ['rss.xml', 'feed.json', 'talks.ics'];

/** Returns the addresses that every site has, and those of feeds and the search index. */
function listBuiltInAddresses(pages: SitePages, host?: HostName): SiteAddress[] {
  const feeds = pages.talks.some((talk) => !talk.private) ? talkFeeds : [];
  const files = [...feeds, 'llms.txt', 'share.png'];
  const sitemap = toBuiltIn('content/build/sitemap.ts');
  const isDefault = true;
  return [
    toPageAddress('', toBuiltIn('index.astro')),
    toPageAddress('search', toBuiltIn('search.astro')),
    toPageAddress('subscribe', toBuiltIn('subscribe.astro')),
    ...files.map((name) => toFileAddress(name, toBuiltIn(`${name}.ts`))),
    ...['sitemap-index.xml', 'sitemap-0.xml'].map((name) => toFileAddress(name, sitemap)),
    toFileAddress('robots.txt', { ...toBuiltIn('robots.txt.ts'), isDefault }),
    ...listHostFiles(host).map((name) =>
      toFileAddress(name, { ...toBuiltIn('content/build/host-files.ts'), isDefault }),
    ),
    // Hosts serve this file at every address that does not exist.
    ...['404.html', '404'].map((path) => ({
      ...toFileAddress(path, { ...toBuiltIn('404.astro'), isDefault }),
      file: '404.html',
    })),
    toFolderAddress('_astro', toBuiltIn('astro')),
    ...(isSearchable(pages)
      ? [toFolderAddress('pagefind', toBuiltIn('pagefind/[...file].ts'))]
      : []),
  ];
}

/** Returns whether the search index has an entry. */
function isSearchable(pages: SitePages): boolean {
  return [...pages.talks, ...listOtherPages(pages)].some((item) => !item.private && !isHome(item));
}

function listTalkAddresses(talks: readonly Talk[], addresses: Addresses): SiteAddress[] {
  // Which delivery of a talk comes next depends on the clock; how many talks have a tag does not.
  const tags = groupDeliveriesByTag(
    talks.flatMap((talk) => talk.deliveries.slice(0, 1).map((delivery) => ({ talk, delivery }))),
  );
  const lists = [...toKindFilters(talks, addresses), ...toMaterialFilters(talks, addresses)];
  return [
    ...(talks.some((talk) => !talk.private)
      ? [
          toPageAddress('talks', toBuiltIn('talks/index.astro')),
          toPageAddress('talks/tags', toBuiltIn('talks/tags/index.astro')),
        ]
      : []),
    ...tags.flatMap(({ tag: { slug }, talks: tagged }) => [
      ...listPaginatedAddresses(
        `talks/tags/${slug}`,
        tagged.length,
        'talks/tags/[tag]/[...page].astro',
      ),
      ...['ics', 'xml'].map((end) =>
        toFileAddress(`talks/tags/${slug}.${end}`, toBuiltIn(`talks/tags/[tag].${end}.ts`)),
      ),
    ]),
    ...lists.flatMap(({ by, slug, items }) =>
      listPaginatedAddresses(
        `talks/${by}/${slug}`,
        items.length,
        'talks/[facet]/[filter]/[...page].astro',
      ),
    ),
    ...groupDeliveriesByYear(toTalkDeliveries(talks)).map(({ year }) =>
      toPageAddress(`talks/in/${year}`, toBuiltIn('talks/in/[year].astro')),
    ),
    ...talks.flatMap((talk) =>
      (talk.private ? ['ics'] : ['ics', 'md', 'png']).map((end) =>
        toFileAddress(`talks/${talk.slug}.${end}`, toBuiltIn(`talks/[slug].${end}.ts`)),
      ),
    ),
  ];
}

function listPublicationAddresses(
  publications: readonly Publication[],
  addresses: Addresses,
): SiteAddress[] {
  if (publications.length === 0) return [];
  const lists = toPublicationFilters(publications, addresses);
  return [
    toPageAddress('publications', toBuiltIn('publications/[...page].astro')),
    toFileAddress('publications.bib', toBuiltIn('[list].bib.ts')),
    toFileAddress('publications.xml', toBuiltIn('[feed].xml.ts')),
    ...lists.flatMap(({ by, slug, items }) =>
      listPaginatedAddresses(
        `publications/${by}/${slug}`,
        items.length,
        'publications/[facet]/[filter]/[...page].astro',
      ),
    ),
  ];
}

/** The pages of the author, and the images for shared links to them. */
function listPageAddresses(pages: SitePages): SiteAddress[] {
  const sections = Object.entries(pages) as [SectionName, readonly Page[]][];
  return sections.flatMap(([section, items]) =>
    items
      .filter((item) => !isHome(item))
      .flatMap((item) => {
        const path = `${section}/${item.slug}`;
        const isChapter = item.slug.includes('/');
        const hasImage =
          !['talks', 'publications'].includes(section) && !item.private && !isChapter;
        const image = toBuiltIn('[section]/[slug].png.ts');
        return [
          toPageAddress(path, {
            kind: 'page',
            section,
            page: item,
            route: toPageRoute(section, item),
          }),
          ...(hasImage ? [toFileAddress(`${path}.png`, image)] : []),
        ];
      }),
  );
}

/** Returns the addresses of redirects. One that ends in `.html` is a file, unless others are below it. */
function toRedirectAddresses(old: readonly OldAddress[]): SiteAddress[] {
  const folders = new Set(old.flatMap(({ alias }) => toParentPaths(alias)));
  return old.map(({ alias, ...rest }) => {
    const producer = { kind: 'redirect' as const, ...rest };
    if (rest.isFile) return toFileAddress(alias, { ...producer, route: oldFileRoute });
    const toAddress =
      /\.html?$/i.test(alias) && !folders.has(alias) ? toFileAddress : toPageAddress;
    return toAddress(alias, { ...producer, route: oldPageRoute });
  });
}

function listOtherPages({ talks: _, ...others }: SitePages): Page[] {
  return Object.values(others).flat();
}

/** Returns whether a page is the home page, as that of the owner is. */
function isHome(page: Page): boolean {
  return 'isOwner' in page && page.isOwner === true;
}

function toBuiltIn(route: string): BuiltIn {
  return { kind: 'built-in', route };
}

function toPageAddress(path: string, producer: Producer): SiteAddress {
  return { path, file: path === '' ? 'index.html' : `${path}/index.html`, producer };
}

function toFileAddress(path: string, producer: Producer): SiteAddress {
  return { path, file: path, producer };
}

function toFolderAddress(path: string, producer: Producer): SiteAddress {
  return { path, file: `${path}/`, producer };
}

/** Returns the address of a file of the author. `index.html` is the page of its folder. */
function toAuthorFileAddress(name: string, producer: Producer): SiteAddress {
  return { path: name.normalize('NFC').replace(/(^|\/)index\.html$/, ''), file: name, producer };
}

/** Returns the addresses of the pages of a list: `posts`, `posts/2`. An empty list has none. */
function listPaginatedAddresses(path: string, entries: number, route: string): SiteAddress[] {
  const count = Math.ceil(entries / itemsPerPage);
  return Array.from({ length: count }, (_, i) =>
    toPageAddress(i === 0 ? path : `${path}/${i + 1}`, toBuiltIn(route)),
  );
}
