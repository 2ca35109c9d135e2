import type { ReadPicture } from '../../markdown/source/environment.ts';
import { describeImageError } from '../../model/page/image.ts';
import type { Finding } from '../../schema/finding.ts';
import type { LocatedFile } from './find-file.ts';
import type { FoundPicture } from './find-image.ts';
import { readPicture, stampOf } from './image-cache.ts';

/** Reads the image that a key names. Returns a finding instead if it cannot be shown. */
export async function checkPicture(
  picture: FoundPicture | undefined,
): Promise<{ picture?: { name: string; animated: boolean }; findings: Finding[] }> {
  if (!picture) return { findings: [] };
  const { name, file, path } = picture;
  const { trouble, animated = false } = await readPicture(file);
  if (!trouble) return { picture: { name, animated }, findings: [] };
  const { what, remedy, severity } = describeImageError(trouble);
  const message = `the image "${name.split('/').at(-1)}" ${what}`;
  const code = 'unreadable-picture';
  return { findings: [{ path, severity, code, message, remedy, otherFile: file }] };
}

/** Reads the pictures of a text by the names that the text has for them. */
export function pictureReader(locate: (written: string) => LocatedFile | undefined): ReadPicture {
  return async (written) => {
    const found = locate(written);
    if (!found) return undefined;
    const { file } = found;
    return { ...(await readPicture(file)), stamp: stampOf(file), file };
  };
}
