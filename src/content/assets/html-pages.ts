import { closeSync, openSync, readSync } from 'node:fs';
import { isHtmlFile } from '../../model/page/markdown-files.ts';

/** Enough characters for a byte order mark, blank lines and a fence. */
const HEAD_BYTES = 256;

/** Returns whether a file is a page of HTML, as Hugo and Jekyll have them: it starts with front matter. */
export function isHtmlPage(path: string): boolean {
  return isHtmlFile(path) && hasFence(readHead(path));
}

/** Returns whether a text starts with the fence of front matter. */
export function hasFence(text: string): boolean {
  return /^\uFEFF?\s*(?:---|\+\+\+)[ \t]*(?:\r|\n|$)/.test(text);
}

/** Returns the first characters of a file; empty for a file that cannot be read. */
function readHead(path: string): string {
  const buffer = Buffer.alloc(HEAD_BYTES);
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, HEAD_BYTES, 0));
  } catch {
    return '';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
