import { compareText } from '../../model/page/lists.ts';
import { toHugoSettings, toTexts, type HugoSettings } from '../old-site/generator-settings.ts';
import type { OldAddress, OldSite, OldTarget } from '../old-site/old-site.ts';
import { generatedList, readHugoContent, type HugoContent, type HugoPage } from './hugo-content.ts';
import { toPagePath, createUrlizers } from './hugo-permalinks.ts';
import { findOwn } from '../../schema/own-value.ts';

/**
 * Returns every address of a Hugo site, by the rules of Hugo: pages, lists, terms, feeds, files of pages,
 * other files, and `aliases`. Pages that `draft`, `headless` or `build` hides have no address. Pages with
 * a date in the future have one, because Hugo publishes them later.
 */
export function listHugoAddresses(site: OldSite): OldAddress[] {
  const settings = toHugoSettings(site.configs);
  const content = readHugoContent(site, settings);
  return [
    ...listHomeAddresses(settings),
    ...content.pages.flatMap((page) => listPageAddresses(page, settings)),
    ...listSectionAddresses(content, settings),
    ...listTaxonomyAddresses(content, settings),
    ...listOtherFiles(site, content, settings),
  ];
}

function listHomeAddresses({ prefix, feedFile }: HugoSettings): OldAddress[] {
  const home: OldTarget = { kind: 'home' };
  return [
    { old: '/', target: home },
    ...(prefix === '' ? [] : [{ old: `${prefix}/`, target: home }]),
    { old: `${prefix}/${feedFile}`, target: { kind: 'feed', of: home } },
    { old: '/sitemap.xml', target: { kind: 'sitemap' } },
  ];
}

/** Returns the address of a page, of the files of its bundle, and its aliases. */
function listPageAddresses(page: HugoPage, settings: HugoSettings): OldAddress[] {
  if (page.kind === 'list') return [];
  const target: OldTarget = { kind: 'page', file: page.file };
  const [first, ...others] = createUrlizers(settings).map((urlize) =>
    toPagePath(page, settings, urlize),
  );
  if (first === undefined) return [];
  const guessed = [...new Set(others)].filter((old) => old !== first);
  return [
    { old: first, target },
    ...guessed.map((old): OldAddress => ({ old, target, guessed: true })),
    ...listAliasPaths(page, first, settings.uglyUrls).map((old): OldAddress => ({ old, target })),
    ...listFileAddresses(page, first),
  ];
}

/** Returns the addresses of the files of a page, which keep their names. */
function listFileAddresses({ files }: HugoPage, address: string): OldAddress[] {
  const folder = address.replace(/\.html$/, '/');
  return files.map(({ name, file }) => ({ old: folder + name, target: { kind: 'file', file } }));
}

/** Returns the aliases of a page that are addresses. One without a leading slash is relative to the page. */
function listAliasPaths({ data }: HugoPage, address: string, ugly: boolean): string[] {
  return toTexts(data['aliases']).flatMap((alias) => {
    const from = address.replace(/\.html$/, '/').replace(/[^/]*\/$/, '');
    const base = `https://old.example${encodeURI(from)}`;
    const path = URL.parse(encodeURI(alias.toWellFormed()), base)?.pathname;
    if (path === undefined) return [];
    const decoded = decodeValidUri(path);
    if (ugly) return decoded.replace(/(\.html|\/)?$/, '.html');
    return /\.html$|\/$/.test(decoded) ? decoded : `${decoded}/`;
  });
}

/** Decodes an address; one with a wrong escape such as `%zz` stays as it is. */
function decodeValidUri(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Returns the addresses of lists: of top folders with a page, and of folders with an `_index` file. */
function listSectionAddresses({ pages }: HugoContent, settings: HugoSettings): OldAddress[] {
  const [urlize] = createUrlizers(settings);
  const isTaxonomy = (name: string) => settings.taxonomies.includes(name);
  const ownPages = pages.filter(
    ({ kind, section }) => kind === 'list' && section && !isTaxonomy(section),
  );
  const pagesByFolder = new Map(ownPages.map((page) => [page.folders.join('/'), page]));
  const topFolders = pages
    .map(({ section }) => section)
    .filter((name) => name !== '' && !isTaxonomy(name));
  const folders = [...new Set([...topFolders, ...pagesByFolder.keys()])].sort(compareText);
  return folders.flatMap((folder) => {
    const page = pagesByFolder.get(folder);
    const contained = pages.filter(({ kind, folders: pageFolders }) => {
      return kind === 'page' && `${pageFolders.join('/')}/`.startsWith(`${folder}/`);
    });
    const files = contained.map(({ file }) => file);
    const target: OldTarget = {
      ...{ kind: 'list', files, name: folder },
      ...(page && { file: page.file }),
    };
    const address = toPagePath(
      page ?? { ...generatedList, folders: folder.split('/') },
      settings,
      urlize,
    );
    return [
      { old: address, target },
      { old: toFeedAddress(address, settings), target: { kind: 'feed', of: target } },
      ...(isPaginated(folder)
        ? listPaginationAddresses(address, files.length, target, settings)
        : []),
      ...(page
        ? [...listFileAddresses(page, address), ...listListAliases(page, address, target, settings)]
        : []),
    ];
  });
}

function listListAliases(
  page: HugoPage,
  address: string,
  target: OldTarget,
  { uglyUrls }: HugoSettings,
): OldAddress[] {
  return listAliasPaths(page, address, uglyUrls).map((old) => ({ old, target }));
}

function toFeedAddress(address: string, { feedFile }: HugoSettings): string {
  return `${address.replace(/\.html$/, '/')}${feedFile}`;
}

/** Returns whether themes split the list of a folder into pages. */
function isPaginated(folder: string): boolean {
  return /^(posts?|blog|news)$/i.test(folder);
}

/** Returns the pages of a list after the first: `/post/page/2/`. */
function listPaginationAddresses(
  address: string,
  entries: number,
  target: OldTarget,
  { pageSize }: HugoSettings,
): OldAddress[] {
  const folder = address.replace(/\.html$/, '/');
  const last = Math.ceil(entries / pageSize);
  return Array.from({ length: Math.max(0, last - 1) }, (_, i) => ({
    old: `${folder}page/${i + 2}/`,
    target,
  }));
}

/** Returns the addresses of other files in the content folder and `static/`, and of images in `assets/`. */
function listOtherFiles(
  site: OldSite,
  { otherFiles, otherLanguages }: HugoContent,
  settings: HugoSettings,
) {
  const listFolder = (folder: string, address: string): OldAddress[] =>
    site.files
      .filter(({ path }) => path.startsWith(folder) && !/(^|\/)\.(gitkeep|DS_Store)$/.test(path))
      .map(({ path }) => ({
        old: address + path.slice(folder.length),
        target: { kind: 'file', file: path },
      }));
  const languages = Map.groupBy(otherLanguages, ({ language }) => language);
  return [
    ...settings.staticDirs.flatMap((folder) => listFolder(`${folder}/`, '/')),
    ...['media', 'images', 'img'].flatMap((name) => listFolder(`assets/${name}/`, `/${name}/`)),
    ...otherFiles
      .filter(({ name }) => !/\.(rmd|rmarkdown|qmd|ipynb)$/i.test(name))
      .map(({ name, file }): OldAddress => ({ old: `/${name}`, target: { kind: 'file', file } })),
    ...[...languages].map(([language, files]): OldAddress => ({
      old: `/${language}/`,
      target: { kind: 'none', reason: toLanguageReason(language, files.length, settings) },
    })),
  ];
}

function toLanguageReason(language: string, files: number, { languages }: HugoSettings): string {
  const count = files === 1 ? 'One page is' : `${files} pages are`;
  return `${count} in another language (${language}). The new site has one language, ${languages[0] ?? 'en'}.`;
}

/** A tag, a category or an author, and the files of the pages that have it. */
interface Term {
  name: string;
  /** The page of the term itself: `content/authors/admin/_index.md`. */
  page?: HugoPage;
  files: string[];
}

/** Returns the addresses of taxonomies, of their terms, and of the feeds of both. */
function listTaxonomyAddresses(content: HugoContent, settings: HugoSettings): OldAddress[] {
  return settings.taxonomies.flatMap((taxonomy) => {
    const terms = readTerms(content, taxonomy, settings);
    const all: OldTarget = { kind: 'terms', taxonomy };
    const address = toListAddress(taxonomy, settings);
    return [
      { old: address, target: all },
      { old: toFeedAddress(address, settings), target: { kind: 'feed', of: all } },
      ...[...terms.values()].flatMap((term) => listTermAddresses(term, taxonomy, settings)),
    ];
  });
}

function listTermAddresses({ name, page, files }: Term, taxonomy: string, settings: HugoSettings) {
  const file = page?.file;
  const target: OldTarget = {
    ...{ kind: 'term', taxonomy, term: name, files },
    ...(file !== undefined && { file }),
  };
  const title = page?.title ?? '';
  const [first, ...others] = createUrlizers(settings).map((urlize) => {
    const termPage = page ?? { ...generatedList, folders: [taxonomy, urlize(name)] };
    const asPage: HugoPage = { ...termPage, kind: 'page', section: taxonomy, title: title || name };
    const pattern = settings.permalinks.get(taxonomy.toLowerCase());
    if (pattern !== undefined) return toPagePath(asPage, settings, urlize);
    return toPagePath({ ...termPage, kind: 'list' }, settings, urlize);
  });
  // A browser does not send the fragment of an address to the server.
  const removeFragment = (path: string) => path.replace(/#.*$/, '/').replace(/\/+$/, '/');
  const old = removeFragment(first ?? '/');
  const guessed = [...new Set(others.map(removeFragment))].filter((other) => other !== old);
  return [
    { old, target },
    ...guessed.map((other): OldAddress => ({ old: other, target, guessed: true })),
    { old: toFeedAddress(old, settings), target: { kind: 'feed', of: target } as OldTarget },
    ...listPaginationAddresses(old, files.length, target, settings),
    ...(page ? listFileAddresses(page, old) : []),
    ...(page
      ? listAliasPaths(page, old, settings.uglyUrls).map((alias): OldAddress => ({
          old: alias,
          target,
        }))
      : []),
  ];
}

/** Returns the terms by their name in addresses, which may be the same for several spellings. */
function readTerms({ pages }: HugoContent, taxonomy: string, settings: HugoSettings) {
  const [urlize] = createUrlizers({ ...settings, disablePathToLower: false });
  const terms = new Map<string, Term>();
  for (const page of pages) {
    const [top, ...rest] = page.folders;
    if (page.kind !== 'list' || top !== taxonomy || rest.length === 0) continue;
    const name = rest.join('/');
    terms.set(urlize(name), { name, page, files: [] });
  }
  for (const { data, file, section } of pages) {
    if (settings.taxonomies.includes(section)) continue;
    for (const name of toTexts(findOwn(data, taxonomy.toLowerCase()))) {
      const key = urlize(name);
      const term = terms.get(key) ?? { name, files: [] };
      if (!term.files.includes(file)) term.files.push(file);
      terms.set(key, term);
    }
  }
  return terms;
}

function toListAddress(taxonomy: string, { prefix, uglyUrls }: HugoSettings): string {
  return `${prefix}/${taxonomy}${uglyUrls ? '.html' : '/'}`;
}
