import type { Page } from '../page/page.ts';
import type { Person } from '../person/person.ts';
import type { Publication } from '../publication/publication.ts';
import type { Talk } from '../talk/talk.ts';

/** The pages of each section: talks in any order, the others in the order of their lists. */
export interface SitePages {
  talks: readonly Talk[];
  publications: readonly Publication[];
  projects: readonly Page[];
  posts: readonly Page[];
  teaching: readonly Page[];
  people: readonly Person[];
  pages: readonly Page[];
  slides: readonly Page[];
}

export type SectionName = keyof SitePages;

/** A file that is published next to a page. */
export interface AttachedFile {
  section: SectionName;
  page: Page;
  /** Its path in the folder of the page. */
  name: string;
}

/** The source of an address. */
export type Producer =
  | { kind: 'page'; section: SectionName; page: Page; route: string }
  | ({ kind: 'file'; route: string } & AttachedFile)
  | { kind: 'public'; name: string }
  | BuiltIn
  | OldAddressProducer;

/** A page or file that Lectern generates. */
export interface BuiltIn {
  kind: 'built-in';
  /** The file in `src/` that generates it. */
  route: string;
  /** A file that authors are meant to replace with their own, such as `robots.txt`. */
  isDefault?: true;
}

/** An old address, which redirects to a new one. */
export interface OldAddressProducer {
  kind: 'redirect';
  route: string;
  /** The new address. */
  href: string;
  /** The title of the page at the new address, if it is a page of the site. */
  title?: string;
  /** The file at the new address is served at the old address, too. */
  isFile: boolean;
  /** The page that declares the old address; otherwise it is in `content/redirects.yaml`. */
  page?: Page;
}

/** One address of the site. */
export interface SiteAddress<P extends Producer = Producer> {
  /** As in `toOldPath`: `talks/nyu`, `rss.xml`. The home page is the empty path. */
  path: string;
  /** The file in the built site, `talks/nyu/index.html`. For a folder of files, a path with a trailing slash. */
  file: string;
  producer: P;
}

/** The route of the files next to pages. */
export const fileRoute = '[section]/[slug]/[...file].ts';

/** The route of the chapters of courses. */
const chapterRoute = 'teaching/[slug]/[...chapter].astro';

/** The route of a page of a section. */
export function toPageRoute(section: SectionName, { slug }: Pick<Page, 'slug'>): string {
  return slug.includes('/') ? chapterRoute : `${section}/[slug]/index.astro`;
}

/** Returns whether a file in `src/pages/` publishes the pages and files of the author. */
export function isAuthorRoute(route: string): boolean {
  return [fileRoute, chapterRoute].includes(route) || /^\w+\/\[slug\]\/index\.astro$/.test(route);
}

/** Returns whether an address is a file, and not the page of a folder. */
export function isFile({ path, file }: SiteAddress): boolean {
  return file.normalize('NFC') === path;
}

/** Returns the paths above a path: `a/b/c` → `a`, `a/b`. */
export function toParentPaths(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}
