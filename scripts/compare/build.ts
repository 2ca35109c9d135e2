import { posix } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The files of a built site by their paths, with forward slashes. */
export type Build = ReadonlyMap<string, Buffer>;

/** Returns the text of a text file; undefined for other files, which are compared by their bytes. */
export function decodeText(path: string, bytes: Buffer): string | undefined {
  const extension = posix.extname(path);
  if (!/^(\.(html|xml|json|css|m?js|ics|md|txt|bib|ris|csv|webmanifest))?$/.test(extension)) return;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Removes what depends on the paths of source files: the ids of scoped styles, and CSP hashes. */
export function unifyHashes(text: string): string {
  return text
    .replaceAll(/\sdata-astro-cid-\w+(="[^"]*")?/g, '')
    .replaceAll(/\bdata-astro-cid-\w+/g, 'data-astro-cid')
    .replaceAll(/'sha(256|384|512)-[\w+/=]+'/g, "'sha$1-…'");
}

/** Breaks a text into lines at places where its format allows them, so that it compares well. */
export function toLines(path: string, text: string): string {
  switch (posix.extname(path)) {
    case '.json':
    case '.webmanifest':
      return indentJson(text);
    case '.xml':
      return text.replaceAll('><', '>\n<');
    case '.css':
    case '.js':
    case '.mjs':
      return text.replaceAll(/[{};](?!\n)/g, '$&\n');
    case '.ics':
      // RFC 5545 section 3.1: a long line continues on the next one after a space.
      return text.replaceAll(/\r?\n[ \t]/g, '');
    default:
      return text;
  }
}

/**
 * Returns the search records of a build as JSON texts by their URLs. Pagefind writes each into a
 * file of its own, compressed and after a few letters. Records with one URL share a text.
 */
export function readSearchRecords(build: Build): Map<string, string> {
  const texts = [...build]
    .filter(([path]) => path.endsWith('.pf_fragment'))
    .map(([, bytes]) =>
      gunzipSync(bytes)
        .toString('utf8')
        .replace(/^pagefind_dcd/, ''),
    )
    .sort();
  const records = new Map<string, string>();
  for (const text of texts) {
    const { url } = JSON.parse(text) as { url: string };
    records.set(url, [...(records.get(url) ?? []), indentJson(text)].join('\n'));
  }
  return records;
}

/** Whether a file belongs to Pagefind's index, whose records are compared instead. */
export function isSearchIndex(path: string): boolean {
  return /\.pf_(fragment|index|meta|filter)$|\bpagefind-entry\.json$/.test(path);
}

function indentJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 1);
  } catch {
    return text;
  }
}
