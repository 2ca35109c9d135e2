import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** A file of a page bundle. `talkPath` is the talk's own file, relative to the project. */
export function readAttachment(talkPath: string, file: string): Promise<Buffer<ArrayBuffer>> {
  return readFile(join(dirname(resolve(talkPath)), file)) as Promise<Buffer<ArrayBuffer>>;
}
