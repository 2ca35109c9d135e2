/**
 * Every address of the site, spelled once. All are under the base path and end in a slash, as the
 * folders of the built site do; files keep their names.
 */
export interface Addresses {
  home: string;
  talks: string;
  /** The deliveries of a year. */
  talksIn(year: number): string;
  /** The deliveries of a kind of talk. */
  talksOfKind(slug: string): string;
  /** The deliveries of which there is a video, or slides. */
  talksWith(material: string): string;
  talk(slug: string): string;
  /** The list of any section: `/publications/`. */
  section(name: string): string;
  /** A page of any section: `/publications/two-view-bound/`. */
  page(section: string, slug: string): string;
  /** A file published beside a page: `/talks/nyu/slides.pdf`. */
  file(section: string, slug: string, file: string): string;
  /** The publications of a type, subject or year, or those with a PDF: `/publications/type/thesis/`. */
  publicationsBy(by: string, slug: string): string;
  /** All publications as BibTeX. */
  bibtex: string;
  /** All publications as an RSS feed. */
  publicationsRss: string;
  tags: string;
  tag(slug: string): string;
  cv: string;
  /** The CV as a file, if its author has made one. */
  cvPdf: string;
  /** How to follow the site by feed and calendar. */
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
  /** What a shared link to a talk shows. */
  talkPicture(slug: string): string;
  /** What a shared link to a page of another section shows. */
  pagePicture(section: string, slug: string): string;
  /** What a shared link to any other page shows. */
  sharePicture: string;
  /** A path inside the site as an author writes it: `/files/x.pdf`, `files/x.pdf`. */
  path(sitePath: string): string;
}

/** @param base The site's base path: `/` or `/sub`, with or without a slash at its end. */
export function createAddresses(base: string): Addresses {
  const root = base.replace(/\/+$/, '');
  const section = (name: string) => `${root}/${name}/`;
  const page = (name: string, slug: string) => `${section(name)}${encodeURIComponent(slug)}/`;
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
    talkPicture: (slug) => `${talks}${encodeURIComponent(slug)}.png`,
    pagePicture: (name, slug) => `${section(name)}${encodeURIComponent(slug)}.png`,
    sharePicture: `${root}/share.png`,
    path: (sitePath) => `${root}/${sitePath.replace(/^\/+/, '')}`,
  };
}

/** Encodes what a file name may hold and an address may not; slashes stay. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Returns a path without percent-encoding; one that is encoded wrongly is returned as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Names that `/talks/<slug>/` cannot have, because a page of the site's own is there. */
export const reservedSlugs: readonly string[] = ['tags'];

/**
 * A folder's or file's name as part of an address; only what breaks an address is replaced. A name
 * of which nothing is left becomes `talk`.
 */
export function toSlug(name: string): string {
  const slug = name
    .normalize('NFC')
    .replace(/[\s?#%&/\\:"<>|*]+/gu, '-')
    .replace(/^[-.]+|-+$/g, '');
  return slug || 'talk';
}

/** A tag as part of an address: `Deep learning` → `deep-learning`, `C++` → `c-plus-plus`. */
export function toTagSlug(tag: string): string {
  const slug = tag
    .normalize('NFC')
    .toLowerCase()
    .replace(/\+/g, '-plus')
    .replace(/#/g, '-sharp')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'tag';
}
