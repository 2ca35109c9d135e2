import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Addresses, decodePath, encodePath, toSlug } from '../../model/page/addresses.ts';
import { isExternalUrl, type SiteFile } from '../../model/page/link.ts';
import { toInternalPath, toOldPath, toRedirects } from '../../model/site/redirects.ts';
import { findSection } from '../../model/site/section-folders.ts';
import { readFrontMatter } from '../parse/front-matter.ts';
import { pictureName } from './find-image.ts';
import type { PageFile } from './page-files.ts';
import { readRedirects } from './read-redirects.ts';
import type { SiteFolder } from './site-folder.ts';

/** Where a value leads: a file beside the page, or one that the site serves elsewhere. */
export interface LocatedFile {
  place: 'bundle' | 'public';
  /** Absolute. */
  file: string;
  /** Relative to the bundle or to `public/`; of a file beside another page its address. */
  path: string;
  /** How a text is to name it, where what is written does not lead there. */
  named?: string;
  bytes: number;
  /** `?query` and `#page=3`, as written. */
  suffix: string;
}

/**
 * Looks for the file that an author's value means: beside the page, else in `public/`, else at the
 * address that it has or had beside any page. A leading slash means an address. Names are tried as
 * written and with `%20` and the like decoded. A folder with a page in it, `index.html`, is that page.
 */
export function locateFile(
  folder: SiteFolder,
  file: PageFile,
  written: string,
): LocatedFile | undefined {
  const [, name = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
  if (name === '' || isExternalUrl(written)) return undefined;
  for (const spelling of new Set([name, decodePath(name)])) {
    const inBundle = spelling.replace(/^(\.\/)+/, '');
    const files = file.bundle?.files ?? [];
    const inside = [inBundle, pageIn(inBundle)].find((one) => files.includes(one));
    if (file.bundle && inside !== undefined) {
      const found = join(file.bundle.folder, inside);
      return { place: 'bundle', file: found, path: inside, bytes: sizeOf(found) ?? 0, suffix };
    }
    const inPublic = spelling.replace(/^(\.?\/)+/, '');
    if (inPublic.split('/').includes('..')) continue;
    for (const path of [inPublic, pageIn(inPublic)]) {
      const published = join(folder.public, path);
      const bytes = sizeOf(published);
      if (bytes !== undefined) return { place: 'public', file: published, path, bytes, suffix };
    }
    const beside = locateBesidePage(folder, file, inPublic);
    if (beside) return { ...beside, named: beside.named + suffix, suffix };
  }
  return undefined;
}

/** A file beside this page or another. Pictures beside another are not published for themselves. */
function locateBesidePage(folder: SiteFolder, { bundle }: PageFile, written: string) {
  const found = findBesidePage(folder, written);
  if (!found) return undefined;
  const { file, path, address } = found;
  const bytes = sizeOf(file) ?? 0;
  if (bundle?.folder === found.folder) {
    return { place: 'bundle' as const, file, path, bytes, named: encodePath(path) };
  }
  if (pictureName.test(path)) return undefined;
  return { place: 'public' as const, file, path: address, bytes, named: `/${encodePath(address)}` };
}

/** The page that a folder of the web holds: `slides/` → `slides/index.html`. */
function pageIn(folder: string): string {
  return `${folder.replace(/\/+$/, '')}/index.html`;
}

/** A located file as it is published; `inBundle` gives the address of one beside the page. */
export function toSiteFile(
  { place, path, bytes, suffix }: LocatedFile,
  addresses: Addresses,
  inBundle: (path: string) => string,
): SiteFile {
  const href = place === 'bundle' ? inBundle(path) : addresses.path(encodePath(path));
  return { href: href + suffix, bytes };
}

/** Undefined for what is no file, and for what no file can be called. */
function sizeOf(path: string): number | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats.size : undefined;
  } catch {
    return undefined;
  }
}

/** A file beside a page, found by an address. */
export interface FileBesidePage {
  /** Absolute. */
  file: string;
  /** The folder of its page, absolute. */
  folder: string;
  /** Its address, not encoded, from that of the page: `slides.pdf`, or `slides/index.html` for `slides`. */
  path: string;
  /** The same from the root of the site: `talks/nyu/slides.pdf`. */
  address: string;
}

/**
 * Looks for what stands at an address in the folder of a page: at the present one, at that of an old
 * theme, `publication/x/x.pdf`, or at one that `content/redirects.yaml` leads on.
 * @param path Without a slash in front, not encoded.
 */
export function findBesidePage(folder: SiteFolder, path: string): FileBesidePage | undefined {
  const [, first = '', name = '', rest = ''] =
    /^([^/]+)\/([^/]+)\/(.+)$/s.exec(moved(folder, path)) ?? [];
  const section = findSection(first);
  if (section === undefined || rest.split('/').includes('..')) return undefined;
  const inContent = sectionFolder(folder, section);
  const page = folderCalled(inContent, name);
  if (page === undefined) return undefined;
  const own = join(inContent, page);
  const [file, index] = [join(own, rest), join(own, rest, 'index.html')];
  const isPage = !isFile(file) && isFile(index);
  const slug = isPage || isFile(file) ? slugOf(own, page) : undefined;
  if (slug === undefined) return undefined;
  const below = isPage ? `${rest.replace(/\/+$/, '')}/index.html` : rest;
  const address = `${section}/${slug}/${below}`;
  return { file: isPage ? index : file, folder: own, path: below, address };
}

/** The last part of the address of the page that a folder or a file of a section holds. */
export function slugCalled(folder: SiteFolder, section: string, name: string): string | undefined {
  const inContent = sectionFolder(folder, section);
  const page = folderCalled(inContent, name);
  if (page !== undefined) return slugOf(join(inContent, page), page);
  const file = join(inContent, `${name}.md`);
  return isFile(file) ? slugIn(file, name) : undefined;
}

const known = new Map<string, { time: number; moves: ReadonlyMap<string, string> }>();

/** Where the author's list of redirects has an address now; else the address itself. */
function moved(folder: SiteFolder, path: string): string {
  const file = join(folder.content, 'redirects.yaml');
  const time = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  let found = known.get(file);
  if (found?.time !== time) {
    const { redirects } = toRedirects(readRedirects(folder).written);
    const moves = redirects.map(({ from, to }) => [from, toInternalPath(to) ?? ''] as const);
    known.set(file, (found = { time, moves: new Map(moves) }));
  }
  return found.moves.get(toOldPath(path) ?? '') || path;
}

/** The folder of a page by its name, or by what its address makes of it. */
function folderCalled(section: string, name: string): string | undefined {
  if (!existsSync(section)) return undefined;
  const folders = readdirSync(section, { withFileTypes: true }).filter((one) => one.isDirectory());
  const names = folders.map((one) => one.name);
  return names.includes(name)
    ? name
    : names.find((one) => toSlug(one).toLowerCase() === toSlug(name).toLowerCase());
}

/** Undefined for a folder without a page. */
function slugOf(folder: string, name: string): string | undefined {
  const index = readdirSync(folder).find((one) => /^_?index\.(md|mdx|markdown)$/.test(one));
  return index === undefined ? undefined : slugIn(join(folder, index), name);
}

/** What a page gives itself for the last part of its address, else what its name makes. */
function slugIn(file: string, name: string): string {
  const read = readFrontMatter(readFileSync(file, 'utf8'));
  const slug = 'failure' in read ? undefined : read.data['slug'];
  return toSlug(typeof slug === 'string' && slug !== '' ? slug : name);
}

function sectionFolder({ content }: SiteFolder, section: string): string {
  return join(content, section === 'people' ? 'authors' : section);
}

/** False for what no file can be called, too. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}
