import { compareText } from '../../model/page/lists.ts';
import { hugoSettings, textsIn, type HugoSettings } from '../old-site/generator-settings.ts';
import type { OldAddress, OldSite, OldTarget } from '../old-site/old-site.ts';
import { generatedList, readHugoContent, type HugoContent, type HugoPage } from './hugo-content.ts';
import { pathOfPage, createUrlizers } from './hugo-permalinks.ts';

/**
 * Returns every address of a Hugo site, by its rules: pages, lists, terms, feeds, files beside pages and
 * by themselves, `aliases`. What `draft`, `headless` and `build` keep from being a page has none; what
 * was to come has one, for Hugo makes it in its time.
 */
export function hugoAddresses(site: OldSite): OldAddress[] {
  const settings = hugoSettings(site.configs);
  const content = readHugoContent(site, settings);
  return [
    ...homeAddresses(settings),
    ...content.pages.flatMap((page) => pageAddresses(page, settings)),
    ...sectionAddresses(content, settings),
    ...termAddresses(content, settings),
    ...otherFileAddresses(site, content, settings),
  ];
}

function homeAddresses({ prefix, feed }: HugoSettings): OldAddress[] {
  const home: OldTarget = { kind: 'home' };
  return [
    { old: '/', target: home },
    ...(prefix === '' ? [] : [{ old: `${prefix}/`, target: home }]),
    { old: `${prefix}/${feed}`, target: { kind: 'feed', of: home } },
    { old: '/sitemap.xml', target: { kind: 'sitemap' } },
  ];
}

/** Returns the address of a page, of the files of its bundle, and its aliases. */
function pageAddresses(page: HugoPage, settings: HugoSettings): OldAddress[] {
  if (page.kind === 'list') return [];
  const target: OldTarget = { kind: 'page', file: page.file };
  const [first, ...others] = createUrlizers(settings).map((urlize) =>
    pathOfPage(page, settings, urlize),
  );
  if (first === undefined) return [];
  const guessed = [...new Set(others)].filter((old) => old !== first);
  return [
    { old: first, target },
    ...guessed.map((old): OldAddress => ({ old, target, guessed: true })),
    ...aliasAddresses(page, first, settings.uglyUrls).map((old): OldAddress => ({ old, target })),
    ...fileAddresses(page, first),
  ];
}

/** Files keep their names beside the page. */
function fileAddresses({ files }: HugoPage, address: string): OldAddress[] {
  const folder = address.replace(/\.html$/, '/');
  return files.map(({ name, file }) => ({ old: folder + name, target: { kind: 'file', file } }));
}

/** Returns the aliases of a page. An alias without a leading slash is relative to the page. */
function aliasAddresses({ data }: HugoPage, address: string, ugly: boolean): string[] {
  return textsIn(data['aliases']).map((alias) => {
    const from = address.replace(/\.html$/, '/').replace(/[^/]*\/$/, '');
    const path = new URL(encodeURI(alias), `https://old.example${encodeURI(from)}`).pathname;
    const plain = decodeURI(path);
    if (ugly) return plain.replace(/(\.html|\/)?$/, '.html');
    return /\.html$|\/$/.test(plain) ? plain : `${plain}/`;
  });
}

/** Folders that have a list: those at the top with a page in them, and those that say so. */
function sectionAddresses({ pages }: HugoContent, settings: HugoSettings): OldAddress[] {
  const [urlize] = createUrlizers(settings);
  const isTerms = (name: string) => settings.taxonomies.includes(name);
  const own = pages.filter(({ kind, section }) => kind === 'list' && section && !isTerms(section));
  const named = new Map(own.map((page) => [page.folders.join('/'), page]));
  const tops = pages.map(({ section }) => section).filter((name) => name !== '' && !isTerms(name));
  const folders = [...new Set([...tops, ...named.keys()])].sort(compareText);
  return folders.flatMap((folder) => {
    const page = named.get(folder);
    const within = pages.filter(({ kind, folders: its }) => {
      return kind === 'page' && `${its.join('/')}/`.startsWith(`${folder}/`);
    });
    const files = within.map(({ file }) => file);
    const target: OldTarget = {
      ...{ kind: 'list', files, name: folder },
      ...(page && { file: page.file }),
    };
    const address = pathOfPage(
      page ?? { ...generatedList, folders: folder.split('/') },
      settings,
      urlize,
    );
    return [
      { old: address, target },
      { old: feedAddress(address, settings), target: { kind: 'feed', of: target } },
      ...(isPaginated(folder) ? paginationAddresses(address, files.length, target, settings) : []),
      ...(page
        ? [...fileAddresses(page, address), ...listAliases(page, address, target, settings)]
        : []),
    ];
  });
}

function listAliases(
  page: HugoPage,
  address: string,
  target: OldTarget,
  { uglyUrls }: HugoSettings,
): OldAddress[] {
  return aliasAddresses(page, address, uglyUrls).map((old) => ({ old, target }));
}

function feedAddress(address: string, { feed }: HugoSettings): string {
  return `${address.replace(/\.html$/, '/')}${feed}`;
}

/** Returns whether themes split the list of a folder into pages. */
function isPaginated(folder: string): boolean {
  return /^(posts?|blog|news)$/i.test(folder);
}

/** Returns the pages of a list after the first: `/post/page/2/`. */
function paginationAddresses(
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

/** Files that lie among the content or in `static/`, and pictures of `assets/`. */
function otherFileAddresses(
  site: OldSite,
  { loose, foreign }: HugoContent,
  settings: HugoSettings,
) {
  const inFolder = (folder: string, address: string): OldAddress[] =>
    site.files
      .filter(({ path }) => path.startsWith(folder) && !/(^|\/)\.(gitkeep|DS_Store)$/.test(path))
      .map(({ path }) => ({
        old: address + path.slice(folder.length),
        target: { kind: 'file', file: path },
      }));
  const languages = Map.groupBy(foreign, ({ language }) => language);
  return [
    ...settings.statics.flatMap((folder) => inFolder(`${folder}/`, '/')),
    ...['media', 'images', 'img'].flatMap((name) => inFolder(`assets/${name}/`, `/${name}/`)),
    ...loose
      .filter(({ name }) => !/\.(rmd|rmarkdown|qmd|ipynb)$/i.test(name))
      .map(({ name, file }): OldAddress => ({ old: `/${name}`, target: { kind: 'file', file } })),
    ...[...languages].map(([language, files]): OldAddress => ({
      old: `/${language}/`,
      target: { kind: 'none', reason: otherLanguageReason(language, files.length, settings) },
    })),
  ];
}

function otherLanguageReason(language: string, files: number, { languages }: HugoSettings): string {
  const count = files === 1 ? 'One page is' : `${files} pages are`;
  return `${count} in another language (${language}). The new site has one language, ${languages[0] ?? 'en'}.`;
}

/** A tag, a category or an author, and what Hugo lists under it. */
interface Term {
  name: string;
  /** Its own file, `content/authors/admin/_index.md`. */
  page?: HugoPage;
  files: string[];
}

/** Returns the addresses of taxonomies, of their terms, and of the feeds of both. */
function termAddresses(content: HugoContent, settings: HugoSettings): OldAddress[] {
  return settings.taxonomies.flatMap((taxonomy) => {
    const terms = readTerms(content, taxonomy, settings);
    const all: OldTarget = { kind: 'terms', taxonomy };
    const address = listAddress(taxonomy, settings);
    return [
      { old: address, target: all },
      { old: feedAddress(address, settings), target: { kind: 'feed', of: all } },
      ...[...terms.values()].flatMap((term) => addressesOfTerm(term, taxonomy, settings)),
    ];
  });
}

function addressesOfTerm({ name, page, files }: Term, taxonomy: string, settings: HugoSettings) {
  const file = page?.file;
  const target: OldTarget = {
    ...{ kind: 'term', taxonomy, term: name, files },
    ...(file !== undefined && { file }),
  };
  const title = page?.title ?? '';
  const [first, ...others] = createUrlizers(settings).map((urlize) => {
    const own = page ?? { ...generatedList, folders: [taxonomy, urlize(name)] };
    const asPage: HugoPage = { ...own, kind: 'page', section: taxonomy, title: title || name };
    const pattern = settings.permalinks.get(taxonomy.toLowerCase());
    if (pattern !== undefined) return pathOfPage(asPage, settings, urlize);
    return pathOfPage({ ...own, kind: 'list' }, settings, urlize);
  });
  // A browser does not send the fragment of an address to the server.
  const asked = (path: string) => path.replace(/#.*$/, '/').replace(/\/+$/, '/');
  const old = asked(first ?? '/');
  const guessed = [...new Set(others.map(asked))].filter((other) => other !== old);
  return [
    { old, target },
    ...guessed.map((other): OldAddress => ({ old: other, target, guessed: true })),
    { old: feedAddress(old, settings), target: { kind: 'feed', of: target } as OldTarget },
    ...paginationAddresses(old, files.length, target, settings),
    ...(page ? fileAddresses(page, old) : []),
    ...(page
      ? aliasAddresses(page, old, settings.uglyUrls).map((alias): OldAddress => ({
          old: alias,
          target,
        }))
      : []),
  ];
}

/** Terms by their name in addresses: two spellings of it are one. */
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
    for (const name of textsIn(data[taxonomy.toLowerCase()])) {
      const key = urlize(name);
      const term = terms.get(key) ?? { name, files: [] };
      if (!term.files.includes(file)) term.files.push(file);
      terms.set(key, term);
    }
  }
  return terms;
}

function listAddress(taxonomy: string, { prefix, uglyUrls }: HugoSettings): string {
  return `${prefix}/${taxonomy}${uglyUrls ? '.html' : '/'}`;
}
