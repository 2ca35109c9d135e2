import { decodePath } from './url.ts';

/**
 * An old address as a path of the site, without slashes at its ends and without `index.html`:
 * `talk/nyu`, `index.xml`. The host of a web address is passed over, and what is encoded is decoded.
 * Undefined for the home page and for what no file can answer: a query, a fragment, dots that climb.
 */
export function toOldPath(written: string): string | undefined {
  const path = decodePath(written.replace(/^https?:\/\/[^/?#]+/i, ''))
    .normalize('NFC')
    .replace(/\/{2,}/g, '/')
    .replace(/(^|\/)index\.html?$/i, '$1')
    .replace(/^\/|\/$/g, '');
  const parts = path.split('/');
  const isFile = !parts.some((part) => /^(\.{0,2}|.*[?#\\\p{Cc}].*)$/u.test(part));
  return isFile ? path : undefined;
}

/**
 * Whether an old address is that of a file, of which the bytes of the new one are to be served: a page
 * that says where a feed or a PDF has moved is of no use to who asks for one.
 * @param from Without slashes at its ends.
 * @param to A path of the site, without query and fragment, or a web address.
 */
export function isFileMove(from: string, to: string): boolean {
  const end = endOf(from);
  return end !== undefined && !/^x?html?$/.test(end) && to.startsWith('/') && endOf(to) === end;
}

function endOf(path: string): string | undefined {
  return /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase();
}
