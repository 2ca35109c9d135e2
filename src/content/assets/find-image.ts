import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describeImageError } from '../../model/page/image.ts';
import { isExternalUrl } from '../../model/page/link.ts';
import { compareText } from '../../model/page/lists.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';
import { readPicture, stampOf } from './image-cache.ts';
import type { PageFile, PageFrontMatter } from './page-files.ts';
import type { SiteFolder } from './site-folder.ts';

/** Names of pictures that Astro can measure. */
export const pictureName = /\.(avif|gif|jpe?g|png|svg|tiff?|webp)$/i;

/** Where old themes kept the pictures that front matter names, below `public/`. */
const oldFolders = ['', 'img', 'media', 'images'];

/** The picture of a page. */
export interface FoundPicture {
  /** Relative to the folder of the page's file. */
  name: string;
  /** Absolute. */
  file: string;
  /** Changes when the file does. */
  stamp: string;
  /** The key that names it, or the one below which its caption would stand. */
  path: KeyPath;
}

/**
 * Finds the image of a page. As in Hugo Academic, this is an image of the bundle with `featured` in its
 * name, else the one that the author names, in the bundle or in `public/`. Reports a name without a file.
 */
export function findPicture(
  page: PageFrontMatter,
  { bundle, path }: PageFile,
  folder: SiteFolder,
): { picture?: FoundPicture; findings: Finding[] } {
  const pictures = (bundle?.files ?? []).filter((name) => pictureName.test(name));
  const featured = pictures.find((name) => /featured/i.test(name) && !name.includes('/'));
  if (featured !== undefined) return { picture: found(featured, ['image']), findings: [] };
  const [key, named] = namedPicture(page);
  if (named === undefined) return { findings: [] };
  const beside = pictures.find((name) => name === named.replace(/^(\.\/)+/, ''));
  const picture = beside ?? inPublic(named, dirname(path), folder);
  if (picture !== undefined) return { picture: found(picture, key), findings: [] };
  return { findings: [isExternalUrl(named) ? remote(key, named) : missing(key, named)] };

  function found(name: string, at: KeyPath): FoundPicture {
    const file = join(dirname(path), name);
    return { name, file, stamp: stampOf(file), path: at };
  }
}

/** The key that names a picture, of several the newest theme's, and what stands there. */
function namedPicture({ image, header, image_preview, avatar_filename }: PageFrontMatter) {
  if (image?.filename) return [['image', 'filename'], image.filename] as const;
  if (avatar_filename) return [['avatar_filename'], avatar_filename] as const;
  if (header?.image) return [['header', 'image'], header.image] as const;
  return [['image_preview'], image_preview] as const;
}

function inPublic(named: string, from: string, folder: SiteFolder): string | undefined {
  if (!pictureName.test(named) || isExternalUrl(named) || named.split(/[/\\]/).includes('..')) {
    return undefined;
  }
  const found = oldFolders
    .map((name) => join(folder.public, name, named))
    .find((path) => existsSync(path));
  return found && relative(from, found).split(sep).join('/');
}

function missing(path: KeyPath, named: string): Finding {
  return {
    ...{ path, severity: 'warning', code: 'missing-file' },
    message: `the image "${named}" is neither next to this file nor in public/, so the page shows no image`,
    remedy: 'Add the file, or delete the line.',
  };
}

function remote(path: KeyPath, named: string): Finding {
  return {
    ...{ path, severity: 'warning', code: 'remote-picture' },
    message: `the image "${named}" is on another site, so the page shows no image`,
    remedy: 'Download the image, put it next to this file and write its name.',
  };
}

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
