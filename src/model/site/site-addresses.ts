import type { Finding } from '../../schema/finding.ts';
import { groupByTag, groupByYear, toTalkDeliveries } from '../talk/talk-deliveries.ts';
import type { Page } from '../page/page.ts';
import { groupPeople } from '../person/people-groups.ts';
import { toPublicationFilters } from '../publication/publication-filters.ts';
import type { Publication } from '../publication/publication.ts';
import { itemsPerPage } from '../page/lists.ts';
import { toKindFilters, toMaterialFilters } from '../talk/talk-filters.ts';
import type { Talk } from '../talk/talk.ts';
import { resolveConflicts, type AddressConflict } from './address-conflicts.ts';
import { aliasTargets, claimOldAddresses, type OldAddress } from './old-addresses.ts';
import { resolveRedirects, type RedirectTargets } from './redirects.ts';
import {
  fileRoute,
  pageRoute,
  pathsAbove,
  type BuiltIn,
  type FileBeside,
  type Producer,
  type SectionName,
  type SiteAddress,
  type SitePages,
} from './site-address.ts';
import type { Addresses } from '../page/addresses.ts';

/** Everything that the addresses of a site depend on. */
export interface SiteContents {
  /** Only the pages that visitors may see: which these are depends on the clock. */
  pages: SitePages;
  /** The files that are published next to each page, by their path in its folder. */
  filesBeside: readonly FileBeside[];
  /** The files in `public/`, by their path in it. */
  publicFiles: readonly string[];
  hasCv: boolean;
  /** The old and new addresses in `content/redirects.yaml`, as written. */
  redirects: Readonly<Record<string, string>>;
  addresses: Addresses;
}

export interface SiteAddresses {
  /** Every address that the site serves, each once. */
  list: readonly SiteAddress[];
  /** The same by their paths. */
  byPath: ReadonlyMap<string, SiteAddress>;
  /** What a redirect may lead to. */
  targets: RedirectTargets;
  /** What is not served, because another page or file has the address. */
  conflicts: readonly AddressConflict[];
  /** The problems with the redirects; the path of each is its line. */
  findings: readonly Finding[];
}

const oldPageRoute = '[...alias].astro';
const oldFileRoute = 'content/build/moved-files.ts';

/**
 * Returns every address that a site serves, and what it is made from: pages, lists, files next to pages
 * and in `public/`, feeds, calendars, other copies of pages, files for hosts, redirects. The files that
 * Astro and Pagefind name after their contents are one address, that of their folder.
 * @param planned The addresses once all pages are published. A redirect to one of these waits for it.
 */
export function siteAddresses(contents: SiteContents, planned?: SiteAddresses): SiteAddresses {
  const { addresses } = contents;
  // Sorting reads many dates. The lists sort again, which is quick when talks are sorted.
  const talks = [...new Set(toTalkDeliveries(contents.pages.talks).map(({ talk }) => talk))];
  const pages = { ...contents.pages, talks };
  const { served, conflicts } = resolveConflicts(candidates({ ...contents, pages }));
  const paths = new Map(served.map((address) => [address.path, address]));
  const inOrder = [...talks, ...otherPages(pages)];
  const targets = { paths, aliases: aliasTargets(inOrder) };
  const { redirects, findings } = resolveRedirects(contents.redirects, addresses, {
    current: targets,
    planned: planned?.targets ?? targets,
  });
  const old = claimOldAddresses({ pages: inOrder, redirects, current: paths, addresses });
  const list = [...served, ...placeOld(old)];
  const hasHostFile = old.length > 0 && !paths.has('_redirects');
  if (hasHostFile) list.push(file('_redirects', { ...builtIn('[hostFile].ts'), isDefault: true }));
  const byPath = new Map(list.map((address) => [address.path, address]));
  return { list, byPath, targets, conflicts, findings };
}

/** Returns all that claims an address, redirects excepted. */
function candidates(contents: SiteContents): SiteAddress[] {
  const { pages, filesBeside, publicFiles, hasCv, addresses } = contents;
  const { talks, publications, posts } = pages;
  return [
    ...ofSite(pages),
    ...ofTalks(talks, addresses),
    ...ofPublications(publications, addresses),
    ...(posts.length > 0 ? [file('posts.xml', builtIn('[feed].xml.ts'))] : []),
    ...paginated('posts', posts.length, 'posts/[...page].astro'),
    ...(['projects', 'teaching'] as const).flatMap((name) =>
      pages[name].length > 0 ? [page(name, builtIn(`${name}/[...page].astro`))] : [],
    ),
    ...(groupPeople(pages.people).length > 0
      ? [page('people', builtIn('people/[...page].astro'))]
      : []),
    ...(hasCv ? [page('cv', builtIn('cv/[...page].astro'))] : []),
    ...ofPages(pages),
    ...filesBeside.map((beside) => {
      const path = `${beside.section}/${beside.page.slug}/${beside.name}`;
      return published(path, { kind: 'file', route: fileRoute, ...beside });
    }),
    ...publicFiles.map((name) => published(name, { kind: 'public', name })),
  ];
}

/** What every site has. */
function ofSite(pages: SitePages): SiteAddress[] {
  const files = ['rss.xml', 'feed.json', 'talks.ics', 'llms.txt', 'share.png'];
  const sitemap = builtIn('content/build/sitemap.ts');
  const isDefault = true;
  return [
    page('', builtIn('index.astro')),
    page('search', builtIn('search.astro')),
    page('subscribe', builtIn('subscribe.astro')),
    ...files.map((name) => file(name, builtIn(`${name}.ts`))),
    ...['sitemap-index.xml', 'sitemap-0.xml'].map((name) => file(name, sitemap)),
    file('robots.txt', { ...builtIn('robots.txt.ts'), isDefault }),
    file('_headers', { ...builtIn('content/build/host-headers.ts'), isDefault }),
    // Hosts answer with this file at every address where there is nothing else.
    ...['404.html', '404'].map((path) => ({
      ...file(path, { ...builtIn('404.astro'), isDefault }),
      file: '404.html',
    })),
    folder('_astro', builtIn('astro')),
    ...(isSearchable(pages) ? [folder('pagefind', builtIn('pagefind/[...file].ts'))] : []),
  ];
}

/** Returns whether the search index has an entry. */
function isSearchable(pages: SitePages): boolean {
  return [...pages.talks, ...otherPages(pages)].some((one) => !one.private && !isHome(one));
}

function ofTalks(talks: readonly Talk[], addresses: Addresses): SiteAddress[] {
  // Which delivery of a talk comes next depends on the clock; how many talks have a tag does not.
  const tags = groupByTag(
    talks.flatMap((talk) => talk.deliveries.slice(0, 1).map((delivery) => ({ talk, delivery }))),
  );
  const lists = [...toKindFilters(talks, addresses), ...toMaterialFilters(talks, addresses)];
  return [
    page('talks', builtIn('talks/index.astro')),
    page('talks/tags', builtIn('talks/tags/index.astro')),
    ...tags.flatMap(({ tag: { slug }, talks: tagged }) => [
      ...paginated(`talks/tags/${slug}`, tagged.length, 'talks/tags/[tag]/[...page].astro'),
      ...['ics', 'xml'].map((end) =>
        file(`talks/tags/${slug}.${end}`, builtIn(`talks/tags/[tag].${end}.ts`)),
      ),
    ]),
    ...lists.flatMap(({ by, slug, items }) =>
      paginated(`talks/${by}/${slug}`, items.length, 'talks/[facet]/[filter]/[...page].astro'),
    ),
    ...groupByYear(toTalkDeliveries(talks)).map(({ year }) =>
      page(`talks/in/${year}`, builtIn('talks/in/[year].astro')),
    ),
    ...talks.flatMap((talk) =>
      (talk.private ? ['ics'] : ['ics', 'md', 'png']).map((end) =>
        file(`talks/${talk.slug}.${end}`, builtIn(`talks/[slug].${end}.ts`, talk)),
      ),
    ),
  ];
}

function ofPublications(publications: readonly Publication[], addresses: Addresses): SiteAddress[] {
  if (publications.length === 0) return [];
  const lists = toPublicationFilters(publications, addresses);
  return [
    page('publications', builtIn('publications/[...page].astro')),
    file('publications.bib', builtIn('[list].bib.ts')),
    file('publications.xml', builtIn('[feed].xml.ts')),
    ...lists.flatMap(({ by, slug, items }) =>
      paginated(
        `publications/${by}/${slug}`,
        items.length,
        'publications/[facet]/[filter]/[...page].astro',
      ),
    ),
  ];
}

/** The pages of the author, and the images for shared links to them. */
function ofPages(pages: SitePages): SiteAddress[] {
  const sections = Object.entries(pages) as [SectionName, readonly Page[]][];
  return sections.flatMap(([section, found]) =>
    found
      .filter((one) => !isHome(one))
      .flatMap((one) => {
        const path = `${section}/${one.slug}`;
        const hasImage = !['talks', 'publications'].includes(section) && !one.private;
        const image = builtIn('[section]/[slug].png.ts', one);
        return [
          page(path, { kind: 'page', section, page: one, route: pageRoute(section) }),
          ...(hasImage ? [file(`${path}.png`, image)] : []),
        ];
      }),
  );
}

/** An old address that ends in `.html` is a file, unless other addresses are below it. */
function placeOld(old: readonly OldAddress[]): SiteAddress[] {
  const folders = new Set(old.flatMap(({ alias }) => pathsAbove(alias)));
  return old.map(({ alias, ...rest }) => {
    const producer = { kind: 'redirect' as const, ...rest };
    if (rest.isFile) return file(alias, { ...producer, route: oldFileRoute });
    const place = /\.html?$/i.test(alias) && !folders.has(alias) ? file : page;
    return place(alias, { ...producer, route: oldPageRoute });
  });
}

function otherPages({ talks: _, ...others }: SitePages): Page[] {
  return Object.values(others).flat();
}

/** The page of the owner is the home page. */
function isHome(page: Page): boolean {
  return 'isOwner' in page && page.isOwner === true;
}

function builtIn(route: string, page?: Page): BuiltIn {
  return { kind: 'built-in', route, ...(page && { page }) };
}

function page(path: string, producer: Producer): SiteAddress {
  return { path, file: path === '' ? 'index.html' : `${path}/index.html`, producer };
}

function file(path: string, producer: Producer): SiteAddress {
  return { path, file: path, producer };
}

function folder(path: string, producer: Producer): SiteAddress {
  return { path, file: `${path}/`, producer };
}

/** A file of the author. One named `index.html` is the page of its folder. */
function published(name: string, producer: Producer): SiteAddress {
  return { path: name.normalize('NFC').replace(/(^|\/)index\.html$/, ''), file: name, producer };
}

/** A list and its further pages: `posts`, `posts/2`. A list without entries has no page. */
function paginated(path: string, entries: number, route: string): SiteAddress[] {
  const count = Math.ceil(entries / itemsPerPage);
  return Array.from({ length: count }, (_, i) =>
    page(i === 0 ? path : `${path}/${i + 1}`, builtIn(route)),
  );
}
