import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Addresses, decodePath, encodePath, toSlug } from '../../model/page/addresses.ts';
import { isExternalUrl, type SiteFile } from '../../model/page/link.ts';
import { isMarkdownFile } from '../../model/page/markdown-files.ts';
import { toInternalPath, toOldPath, toRedirects } from '../../model/site/redirects.ts';
import { findSection } from '../../model/site/section-folders.ts';
import { readFrontMatter } from '../parse/front-matter.ts';
import { findOtherSpelling, isSameName } from './file-spelling.ts';
import { imageFileName } from './find-image.ts';
import { generatedFiles } from './generated-files.ts';
import { leavesSite } from './outside-path.ts';
import type { PageFile } from './page-files.ts';
import { readRedirects } from './read-redirects.ts';
import { readStats, toRelativePath } from './file-stats.ts';
import { pointsOutside } from './symbolic-links.ts';
import { isHtmlPage } from './html-pages.ts';
import type { SiteFolder } from './site-folder.ts';
import { readAuthorText } from '../parse/decode-text.ts';

/** The file that a value means: one next to the page, or one that the site serves elsewhere. */
export interface LocatedFile {
  place: 'bundle' | 'public';
  /** Absolute path. */
  file: string;
  /** Relative to the bundle or to `public/`; for a file next to another page, its address. */
  path: string;
  /** The link that a text needs, if the link in the text does not work. */
  address?: string;
  bytes: number;
  /** `?query` and `#page=3`, as in the value. */
  suffix: string;
}

/**
 * Finds the file that a value in a page means: next to the page, else in `public/`, else at its present or
 * old address next to any page. A leading slash means an address. Names are tried unchanged, and with `%20`
 * and the like decoded, in either spelling of accents. A folder with an `index.html` means that file.
 */
export function locateFile(
  folder: SiteFolder,
  file: PageFile,
  value: string,
): LocatedFile | undefined {
  const [, name = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(value) ?? [];
  if (name === '' || isExternalUrl(value)) return undefined;
  for (const spelling of new Set([name, decodePath(name)])) {
    const inBundle = spelling.replace(/^(\.\/)+/, '');
    const files = file.bundle?.files ?? [];
    const inside = findName(files, inBundle) ?? findName(files, toIndexPath(inBundle));
    if (file.bundle && inside !== undefined) {
      const bundleFile = join(file.bundle.folder, inside);
      const bytes = readFileSize(bundleFile) ?? 0;
      const isRespelled = inside !== inBundle && isSameName(inside, inBundle);
      return {
        ...{ place: 'bundle', file: bundleFile, path: inside, bytes, suffix },
        ...(isRespelled && { address: encodePath(inside) + suffix }),
      };
    }
    // A browser stays at the root of the host if an address has too many `../`.
    const climbs = leavesSite(folder, file, spelling);
    const inPublic = spelling.replace(climbs ? /^(\.{0,2}\/)+/ : /^(\.?\/)+/, '');
    if (inPublic.split('/').includes('..')) continue;
    for (const path of [inPublic, toIndexPath(inPublic)]) {
      const published = join(folder.public, path);
      const bytes = readPublicSize(published, folder);
      const address = climbs && { address: `/${encodePath(path)}${suffix}` };
      if (bytes !== undefined)
        return { place: 'public', file: published, path, bytes, suffix, ...address };
    }
    const respelled = findOtherSpelling(folder.public, inPublic);
    if (respelled !== undefined) {
      const published = join(folder.public, respelled);
      const address = `/${encodePath(respelled)}${suffix}`;
      const bytes = readPublicSize(published, folder);
      if (bytes !== undefined)
        return { place: 'public', file: published, path: respelled, address, bytes, suffix };
    }
    const beside = locateBesidePage(folder, file, inPublic);
    if (beside) return { ...beside, address: beside.address + suffix, suffix };
    const generated = spelling.startsWith('/') && locateGenerated(folder, inPublic);
    if (generated) return { ...generated, address: generated.address + suffix, suffix };
  }
  return undefined;
}

/** Returns the size of a file in `public/`; undefined if there is none, or if it is left out or a link out of the site. */
function readPublicSize(path: string, site: SiteFolder): number | undefined {
  const { root, public: folder, leftOut, linksPublicFiles = false } = site;
  if (leftOut?.has(toRelativePath(root, path))) return undefined;
  const isPublished = linksPublicFiles || !pointsOutside(path, folder, root);
  return isPublished ? readFileSize(path) : undefined;
}

/** Finds files by their names in a page, and tells which names leave the folder of the site. */
export interface FileFinder {
  (name: string): LocatedFile | undefined;
  leavesSite?: (name: string) => boolean;
}

/** Creates a function that finds the files that values and texts of a page name. */
export function createFileFinder(folder: SiteFolder, file: PageFile): FileFinder {
  return Object.assign((name: string) => locateFile(folder, file, name), {
    leavesSite: (name: string) => leavesSite(folder, file, name),
  });
}

/** Finds a file that Lectern generates, by its address or an old one that `redirects.yaml` lists. */
function locateGenerated(folder: SiteFolder, path: string) {
  const name = followRedirect(folder, path).replace(/^\/+/, '');
  const section = generatedFiles.get(name);
  if (section === undefined || !existsSync(join(folder.content, section))) return undefined;
  const address = name === 'index.html' ? '/' : `/${name}`;
  return {
    place: 'public' as const,
    file: join(folder.public, name),
    path: name,
    address,
    bytes: 0,
  };
}

/** Returns the name in a list, in either spelling of its accents. */
function findName(names: readonly string[], name: string): string | undefined {
  return names.includes(name) ? name : names.find((other) => isSameName(other, name));
}

/** Finds a file next to this page or another one. Images next to another page are not published as files. */
function locateBesidePage(folder: SiteFolder, { bundle }: PageFile, address: string) {
  const found = findFileBesidePage(folder, address);
  if (!found) return undefined;
  const { file, path } = found;
  const bytes = readFileSize(file) ?? 0;
  if (bundle?.folder === found.folder) {
    return { place: 'bundle' as const, file, path, bytes, address: encodePath(path) };
  }
  if (imageFileName.test(path)) return undefined;
  return {
    place: 'public' as const,
    file,
    path: found.address,
    bytes,
    address: `/${encodePath(found.address)}`,
  };
}

/** Returns the path of the page in a folder: `slides/` → `slides/index.html`. */
function toIndexPath(folder: string): string {
  return `${folder.replace(/\/+$/, '')}/index.html`;
}

/** Returns the link to a located file. @param toBundleAddress Returns the address of a file next to the page. */
export function toSiteFile(
  { place, path, bytes, suffix }: LocatedFile,
  addresses: Addresses,
  toBundleAddress: (path: string) => string,
): SiteFile {
  const href = place === 'bundle' ? toBundleAddress(path) : addresses.path(encodePath(path));
  return { href: href + suffix, bytes };
}

/** Returns the size of a file, or undefined if there is none, or the path is too long or otherwise invalid. */
function readFileSize(path: string): number | undefined {
  const stats = readStats(path);
  return stats?.isFile() ? stats.size : undefined;
}

/** A file next to a page, found by its address. */
interface FileBesidePage {
  /** Absolute path. */
  file: string;
  /** Absolute path of the folder of its page. */
  folder: string;
  /** Its address, not encoded, relative to that of the page: `slides.pdf`; `slides/index.html` for `slides`. */
  path: string;
  /** Its address relative to the root of the site: `talks/nyu/slides.pdf`. */
  address: string;
}

/**
 * Finds a file in the folder of a page by its address: the present one, that of an old theme
 * (`publication/x/x.pdf`), or one that `content/redirects.yaml` redirects.
 * @param path The address without a leading slash, not encoded.
 */
function findFileBesidePage(folder: SiteFolder, path: string): FileBesidePage | undefined {
  const [, first = '', name = '', rest = ''] =
    /^([^/]+)\/([^/]+)\/(.+)$/s.exec(followRedirect(folder, path)) ?? [];
  const section = findSection(first);
  if (section === undefined || rest.split('/').includes('..')) return undefined;
  const sectionFolder = toSectionFolder(folder, section);
  const page = findPageFolder(sectionFolder, name);
  if (page === undefined) return undefined;
  const pageFolder = join(sectionFolder, page);
  const pathInFolder = [rest, toIndexPath(rest)].find((name) => isFile(join(pageFolder, name)));
  if (pathInFolder === undefined) return undefined;
  const slug = readFolderSlug(pageFolder, page);
  if (slug === undefined) return undefined;
  const address = `${section}/${slug}/${pathInFolder}`;
  return { file: join(pageFolder, pathInFolder), folder: pageFolder, path: pathInFolder, address };
}

/** Finds the slug of a page by its section and the name of its folder or file. */
export function findPageSlug(
  folder: SiteFolder,
  section: string,
  name: string,
): string | undefined {
  const sectionFolder = toSectionFolder(folder, section);
  const page = findPageFolder(sectionFolder, name);
  const path =
    page ??
    (existsSync(sectionFolder) ? readdirSync(sectionFolder) : []).find(
      (file) => isPageFile(sectionFolder, file) && file.replace(/\.[^.]+$/, '') === name,
    );
  if (path === undefined || isLeftOut(join(sectionFolder, path), folder)) return undefined;
  return page === undefined
    ? readPageSlug(join(sectionFolder, path), name)
    : readFolderSlug(join(sectionFolder, page), page);
}

/** Returns whether the build leaves out a file, or the file of the page in a folder. */
function isLeftOut(path: string, { root, leftOut }: SiteFolder): boolean {
  const name = toRelativePath(root, path);
  return [...(leftOut ?? [])].some((file) => file === name || file.startsWith(`${name}/`));
}

/** The redirects of `redirects.yaml` by its path, with its time of change in milliseconds since 1970. */
const redirectCache = new Map<string, { time: number; targets: ReadonlyMap<string, string> }>();

/** Returns the new address according to `redirects.yaml`, or the address itself if it is not listed. */
function followRedirect(folder: SiteFolder, path: string): string {
  const file = join(folder.content, 'redirects.yaml');
  const time = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  let cached = redirectCache.get(file);
  if (cached?.time !== time) {
    const { redirects } = toRedirects(readRedirects(folder).redirects);
    const targets = redirects.map(({ from, to }) => [from, toInternalPath(to) ?? ''] as const);
    redirectCache.set(file, (cached = { time, targets: new Map(targets) }));
  }
  return cached.targets.get(toOldPath(path) ?? '') || path;
}

/** Finds the folder of a page by its name, or by the slug that its name gives. */
function findPageFolder(section: string, name: string): string | undefined {
  if (!existsSync(section)) return undefined;
  const folders = readdirSync(section, { withFileTypes: true }).filter((entry) =>
    entry.isSymbolicLink()
      ? readStats(join(section, entry.name))?.isDirectory()
      : entry.isDirectory(),
  );
  const names = folders.map((entry) => entry.name);
  return names.includes(name)
    ? name
    : names.find((folder) => toSlug(folder).toLowerCase() === toSlug(name).toLowerCase());
}

/** Returns the slug of the page in a folder, or undefined if there is no page. */
function readFolderSlug(folder: string, name: string): string | undefined {
  const index = readdirSync(folder).find(
    (file) => /^_?index\./.test(file) && isPageFile(folder, file),
  );
  return index === undefined ? undefined : readPageSlug(join(folder, index), name);
}

/** Returns the slug of a page: from its key `slug`, else from the name of its folder or file. */
function readPageSlug(file: string, name: string): string {
  const parsed = readFrontMatter(readAuthorText(file).text);
  const slug = 'failure' in parsed ? undefined : parsed.data['slug'];
  return toSlug(typeof slug === 'string' && slug !== '' ? slug : name);
}

/** Returns the folder of a section. */
export function toSectionFolder({ content }: SiteFolder, section: string): string {
  return join(content, section === 'people' ? 'authors' : section);
}

function isPageFile(folder: string, name: string): boolean {
  return isMarkdownFile(name) || isHtmlPage(join(folder, name));
}

function isFile(path: string): boolean {
  return readFileSize(path) !== undefined;
}
