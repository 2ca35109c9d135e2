/**
 * Every address of the site, in one place. All start with the base path. Addresses of pages end in a
 * slash; addresses of files do not.
 */
export interface Addresses {
  home: string;
  talks: string;
  /** The list of the deliveries in a year. */
  talksIn(year: number): string;
  /** The list of the deliveries of a kind of talk. */
  talksOfKind(slug: string): string;
  /** The list of the deliveries with a video, or with slides. */
  talksWith(material: string): string;
  talk(slug: string): string;
  /** The list of any section: `/publications/`. */
  section(name: string): string;
  /** A page of any section: `/publications/two-view-bound/`; a chapter of a course: `/teaching/knots/guide/`. */
  page(section: string, slug: string): string;
  /** A file published next to a page: `/talks/nyu/slides.pdf`. */
  file(section: string, slug: string, file: string): string;
  /** The list of the publications of a type, tag or year, or with a PDF: `/publications/type/thesis/`. */
  publicationsBy(by: string, slug: string): string;
  /** All publications as BibTeX. */
  bibtex: string;
  /** All publications as an RSS feed. */
  publicationsRss: string;
  tags: string;
  tag(slug: string): string;
  cv: string;
  /** The CV as a PDF, if the author provides one. */
  cvPdf: string;
  /** The page about subscribing by feed and calendar. */
  subscribe: string;
  search: string;
  /** The folder of the search index. */
  searchIndex: string;
  rss: string;
  jsonFeed: string;
  /** All posts as an RSS feed. */
  postsRss: string;
  /** The talks of a tag as an RSS feed. */
  tagRss(slug: string): string;
  /** All talks as a calendar. */
  calendar: string;
  /** One talk as a calendar. */
  talkCalendar(slug: string): string;
  /** The talks of a tag as a calendar. */
  tagCalendar(slug: string): string;
  /** One talk as Markdown. */
  talkMarkdown(slug: string): string;
  /** The share image of a talk. */
  talkImage(slug: string): string;
  /** The share image of a page of another section. */
  pageImage(section: string, slug: string): string;
  /** The share image of every other page. */
  shareImage: string;
  /** A path inside the site as an author writes it: `/files/x.pdf`, `files/x.pdf`. */
  path(sitePath: string): string;
}

/**
 * Returns the addresses of a site.
 * @param base The site's base path: `/` or `/sub`, with or without a trailing slash.
 */
export function createAddresses(base: string): Addresses {
  const root = removeFinalSlash(base);
  const section = (name: string) => `${root}/${name}/`;
  const page = (name: string, slug: string) => `${section(name)}${encodePath(slug)}/`;
  const talks = section('talks');
  const tags = `${talks}tags/`;
  return {
    home: `${root}/`,
    talks,
    talksIn: (year) => `${talks}in/${year}/`,
    talksOfKind: (slug) => `${talks}kind/${encodeURIComponent(slug)}/`,
    talksWith: (material) => `${talks}with/${material}/`,
    talk: (slug) => page('talks', slug),
    section,
    page,
    file: (name, slug, file) => page(name, slug) + encodePath(file),
    publicationsBy: (by, slug) => `${section('publications')}${by}/${encodeURIComponent(slug)}/`,
    bibtex: `${root}/publications.bib`,
    publicationsRss: `${root}/publications.xml`,
    tags,
    tag: (slug) => `${tags}${encodeURIComponent(slug)}/`,
    cv: `${root}/cv/`,
    cvPdf: `${root}/cv.pdf`,
    subscribe: `${root}/subscribe/`,
    search: `${root}/search/`,
    searchIndex: `${root}/pagefind/`,
    rss: `${root}/rss.xml`,
    jsonFeed: `${root}/feed.json`,
    postsRss: `${root}/posts.xml`,
    tagRss: (slug) => `${tags}${encodeURIComponent(slug)}.xml`,
    calendar: `${root}/talks.ics`,
    talkCalendar: (slug) => `${talks}${encodeURIComponent(slug)}.ics`,
    tagCalendar: (slug) => `${tags}${encodeURIComponent(slug)}.ics`,
    talkMarkdown: (slug) => `${talks}${encodeURIComponent(slug)}.md`,
    talkImage: (slug) => `${talks}${encodeURIComponent(slug)}.png`,
    pageImage: (name, slug) => `${section(name)}${encodeURIComponent(slug)}.png`,
    shareImage: `${root}/share.png`,
    path: (sitePath) => `${root}/${sitePath.replace(/^\/+/, '')}`,
  };
}

/** Returns a base path without a slash at its end: empty for `/`. */
export function removeFinalSlash(base: string): string {
  return base.replace(/\/+$/, '');
}

/** Encodes the characters of a path that an address must not contain; slashes stay. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Decodes the percent-encoding of a path. A path with invalid encoding is returned unchanged. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Slugs that a talk cannot have, because a built-in page has the address. */
export const reservedSlugs: readonly string[] = ['tags'];

/**
 * Converts the name of a folder or file to a part of an address. Only characters that break an address
 * are replaced. A name of such characters alone becomes `talk`.
 */
export function toSlug(name: string): string {
  return shortenName(toUsableCharacters(name)) || 'talk';
}

/** Returns whether a name has characters that an address can use, unlike `..` and `?`. */
export function isUsableSlug(name: string): boolean {
  return toUsableCharacters(name) !== '';
}

function toUsableCharacters(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s?#%&/\\:"<>|*]+/gu, '-')
    .replace(/^[-.]+|-+$/g, '');
}

/** Converts a tag to a part of an address: `Deep learning` → `deep-learning`, `C++` → `c-plus-plus`. */
export function toTagSlug(tag: string): string {
  const slug = tag
    .normalize('NFC')
    .toLowerCase()
    .replace(/\+/g, '-plus')
    .replace(/#/g, '-sharp')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug ? shortenName(slug) : 'tag';
}

/** The longest name in bytes that file systems allow is 255; this leaves some for `.png` and `.pf_fragment`. */
const maxNameBytes = 240;

/** Returns whether a part of an address is too long for the name of a file. */
export function isTooLong(part: string): boolean {
  return encoder.encode(part).length > maxNameBytes;
}

/**
 * The longest path in bytes of a page below the output folder. The path of a file on macOS has at most 1,024 bytes, and on
 * Linux 4,096.
 */
const maxPathBytes = 800;

/** Returns whether a path, or a part of it, is too long for a file. */
export function isPathTooLong(path: string): boolean {
  return encoder.encode(path).length > maxPathBytes || path.split('/').some(isTooLong);
}

const encoder = new TextEncoder();

/** Shortens a name that is too long for a file. The end is a checksum, so that two names do not become the same. */
function shortenName(name: string): string {
  if (name.length * 3 <= maxNameBytes || !isTooLong(name)) return name;
  const end = `-${toChecksum(name)}`;
  const { read } = encoder.encodeInto(name, new Uint8Array(maxNameBytes - end.length));
  return name.slice(0, read) + end;
}

/** Returns the 32-bit FNV-1a hash of a text in base 36. */
function toChecksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

/**
 * Names that Windows reserves for devices, with any ending. No file or folder can have them.
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
const windowsName = /^(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(\.|$)/i;

/** Returns whether Windows cannot store a file or folder with this name. Windows drops dots and spaces at the end. */
export function isInvalidOnWindows(name: string): boolean {
  return windowsName.test(name) || /[. ]$/.test(name) || hasWindowsCharacter(name);
}

/** Returns whether a path has a character that no file system of Windows allows in a name. */
export function hasWindowsCharacter(path: string): boolean {
  return /[<>:"|?*]/.test(path);
}
