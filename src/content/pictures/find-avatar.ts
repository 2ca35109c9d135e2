import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { compareText } from '../../model/page/lists.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';
import { pictureName, type FoundPicture } from './find-picture.ts';
import type { PageFile } from '../pages/page-files.ts';
import { stampOf } from './picture-store.ts';
import type { SiteFolder } from '../site-folder.ts';

/**
 * The picture of a person where themes keep it: with `avatar` in its name, in the folder of the person;
 * named after them, beside their file or in `media/authors` of what is served as it is. None for a file
 * that names its picture.
 */
export function findAvatar(
  { avatar_filename: named }: PersonFrontMatter,
  { path, stem, bundle }: PageFile,
  folder: SiteFolder,
): FoundPicture | undefined {
  if (named !== undefined) return undefined;
  const here = dirname(path);
  const after = (name: string) => name.slice(0, name.lastIndexOf('.')) === stem;
  const inOwn = picturesIn(bundle ? here : join(here, stem));
  const file =
    inOwn.find((one) => /[/\\]avatar\.[a-z]+$/i.test(one)) ??
    inOwn.find((one) => /avatar[^/\\]*$/i.test(one)) ??
    (bundle ? [] : picturesIn(here, after))[0] ??
    picturesIn(join(folder.public, 'media', 'authors'), after)[0];
  if (file === undefined) return undefined;
  const name = relative(here, file).split(sep).join('/');
  return { name, file, stamp: stampOf(file), path: [] };
}

/** Absolute, by name; none where there is no such folder. */
function picturesIn(folder: string, isWanted = (_: string) => true): string[] {
  try {
    const names = readdirSync(folder).filter((name) => pictureName.test(name) && isWanted(name));
    return names.sort(compareText).map((name) => join(folder, name));
  } catch {
    return [];
  }
}
