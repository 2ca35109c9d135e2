import { decodePath } from '../../model/page/addresses.ts';

/**
 * The headers that servers send with the files of a site. `_headers`, `.htaccess`, `vercel.json` and the recipes in
 * `docs/hosting.md` are written from these tables.
 */

/** Of every response, errors included. Each page also has a Content-Security-Policy in a `<meta>`. */
export const securityHeaders = {
  'Content-Security-Policy': "frame-ancestors 'self'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

/**
 * The policy of drawings, in the place of that of other files: a browser that opens one runs no script in it and loads nothing from other hosts. Drawings in
 * `public/` are published unchanged.
 */
export const drawingPolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

/** A regular expression, which ignores case, for the paths of drawings. */
export const drawingPattern = '\\.svg$';

/** Files whose names change with their contents, as paths below the base; `*` stands for any characters. */
export const hashedFiles = [
  '_astro/*',
  'pagefind/filter/*',
  'pagefind/fragment/*',
  'pagefind/index/*',
  'pagefind/*.pf_meta',
] as const;

/** The values of `Cache-Control`: browsers ask again for every file that is not hashed. */
export const cacheControl = {
  hashed: 'public, max-age=31536000, immutable',
  other: 'no-cache',
} as const;

/** The media types of text, which is UTF-8, with the extensions of the files. Servers compress them. */
export const textTypes = {
  'text/html': ['html', 'htm'],
  'text/css': ['css'],
  'text/javascript': ['js', 'mjs'],
  'text/plain': ['txt', 'tex'],
  'text/calendar': ['ics'],
  'text/csv': ['csv'],
  'text/markdown': ['md', 'markdown'],
  'text/vtt': ['vtt'],
  'application/json': ['json', 'ipynb'],
  'application/manifest+json': ['webmanifest'],
  'application/x-bibtex': ['bib'],
  'application/xml': ['xml'],
  'image/svg+xml': ['svg'],
} as const satisfies Record<string, readonly string[]>;

/** Other names of the media types of text, which a server may use instead. */
const otherTextTypes = ['application/javascript', 'text/xml'] as const;

/** The media types of feeds, which their extensions do not show, with their paths below the base. */
export const feedTypes = {
  'application/rss+xml': ['rss.xml', 'posts.xml', 'publications.xml', 'talks/tags/*.xml'],
  'application/feed+json': ['feed.json'],
} as const satisfies Record<string, readonly string[]>;

/** The media types of all other files, with their extensions. */
export const binaryTypes = {
  'application/pdf': ['pdf'],
  'application/zip': ['zip'],
  'application/octet-stream': ['pagefind', 'pf_filter', 'pf_fragment', 'pf_index', 'pf_meta'],
  'audio/mp4': ['m4a'],
  'audio/mpeg': ['mp3'],
  'audio/ogg': ['oga', 'ogg', 'opus'],
  'font/woff2': ['woff2'],
  'image/avif': ['avif'],
  'image/gif': ['gif'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/x-icon': ['ico'],
  'video/mp4': ['mp4', 'm4v'],
  'video/ogg': ['ogv'],
  'video/quicktime': ['mov'],
  'video/webm': ['webm'],
} as const satisfies Record<string, readonly string[]>;

/** Extensions of texts whose media types the hosts that read `_headers` do not know or send without a charset. */
const rareExtensions = ['bib', 'ics', 'md'];

/** Files of hosts, at the root of the site, that no visitor needs. Neither are files whose names begin with a dot. */
export const hiddenFiles = ['_headers', '_redirects'] as const;

/** The media type of a text with its charset. */
export function addCharset(type: string): string {
  return `${type}; charset=utf-8`;
}

/** The media types that servers compress and send with a charset. */
export function listTextTypes(): string[] {
  return [...Object.keys(textTypes), ...otherTextTypes, ...Object.keys(feedTypes)];
}

/** Joins words to lines of at most four words, which fit on a screen. */
export function toLines(words: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(words.length / 4) }, (_, i) =>
    words.slice(i * 4, i * 4 + 4).join(' '),
  );
}

/** Headers, and the files that have them, as a path below the base; `*` stands for any characters. */
export interface HeaderRule {
  path: string;
  headers: Readonly<Record<string, string>>;
}

/**
 * Returns the headers for hosts that know most media types and let browsers ask again for every file. No two rules
 * give a file the same header, because some hosts would send both values: except for drawings, since browsers enforce
 * all policies that they get (Content Security Policy, 2.3).
 */
export function listHeaderRules(): HeaderRule[] {
  const types = [...Object.entries(textTypes), ...Object.entries(feedTypes)];
  const getPaths = (names: readonly string[]) =>
    names.flatMap((name) => {
      if (name.includes('.')) return [name];
      return rareExtensions.includes(name) ? [`*.${name}`] : [];
    });
  return [
    { path: '*', headers: securityHeaders },
    { path: '*.svg', headers: { 'Content-Security-Policy': drawingPolicy } },
    ...hashedFiles.map((path) => ({ path, headers: { 'Cache-Control': cacheControl.hashed } })),
    ...types.flatMap(([type, names]) =>
      getPaths(names).map((path) => ({ path, headers: { 'Content-Type': addCharset(type) } })),
    ),
  ];
}

/**
 * Returns a regular expression, in the syntax that PCRE and RE2 share, for decoded paths of a site.
 * @param base The site's base path, without a slash at the end.
 * @param paths Paths below it; `*` stands for any characters.
 */
export function toPathPattern(base: string, paths: readonly string[]): string {
  const [root = '', ...patterns] = [decodePath(base), ...paths].map((path) =>
    path.replaceAll('.', '\\.').replaceAll('*', '.*'),
  );
  return `^${root}/(${patterns.join('|')})$`;
}
