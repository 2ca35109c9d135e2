import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeImageError } from '../../model/page/image-errors.ts';
import { isExternalUrl } from '../../model/page/link.ts';
import { compareText } from '../../model/page/lists.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';
import { findOtherSpelling, isSameName } from './file-spelling.ts';
import { toRelativePath } from './file-stats.ts';
import { readImage, getFileStamp } from './image-cache.ts';
import { describeOutsidePath, leavesSite } from './outside-path.ts';
import type { PageFile, PageFrontMatter } from './page-files.ts';
import type { SiteFolder } from './site-folder.ts';

/** Matches the file names of images that Astro can measure. */
export const imageFileName = /\.(avif|gif|jpe?g|png|svg|tiff?|webp)$/i;

/** Matches the names of images from phones that browsers do not show. They are found in order to be reported. */
const heicFileName = /\.hei[cf]$/i;

/** The folders in `public/` in which old themes look for the images that front matter names. */
const themeFolders = ['', 'img', 'media', 'images'];

/** The image of a page. */
export interface FoundImage {
  /** Relative to the folder of the page's file. */
  name: string;
  /** Absolute path. */
  file: string;
  /** Changes when the file changes. */
  stamp: string;
  /** The key that names it, or the key `image`, which holds its caption. */
  path: KeyPath;
}

/**
 * Finds the image of a page. As in Hugo Academic, this is an image of the bundle with `featured` in its
 * name, else the one that the author names, in the bundle or in `public/`. Reports a name without a file.
 */
export function findPageImage(
  page: PageFrontMatter,
  { bundle, path }: PageFile,
  folder: SiteFolder,
): { image?: FoundImage; findings: Finding[] } {
  const images = [imageFileName, heicFileName].flatMap((pattern) =>
    (bundle?.files ?? []).filter((name) => pattern.test(name)),
  );
  const featured = images.find((name) => /featured/i.test(name) && !name.includes('/'));
  if (featured !== undefined) return { image: toFoundImage(featured, ['image']), findings: [] };
  const [key, named] = findNamedImage(page);
  if (named === undefined) return { findings: [] };
  const besidePage = images.find((name) => isSameName(name, named.replace(/^(\.\/)+/, '')));
  const image = besidePage ?? findPublicImage(named, dirname(path), folder);
  if (image !== undefined) return { image: toFoundImage(image, key), findings: [] };
  if (isExternalUrl(named)) return { findings: [remoteImage(key, named)] };
  const isOutside = leavesSite(folder, { path }, named);
  const description = isOutside ? describeOutsidePath(named) : describeMissingImage(named);
  return { findings: [{ path: key, ...description }] };

  function toFoundImage(name: string, key: KeyPath): FoundImage {
    const file = join(dirname(path), name);
    return { name, file, stamp: getFileStamp(file), path: key };
  }
}

/** Returns the key that names the image of a page and its value; of several keys, that of the newest theme. */
function findNamedImage({ image, header, image_preview, avatar_filename }: PageFrontMatter) {
  if (image?.filename) return [['image', 'filename'], image.filename] as const;
  if (avatar_filename) return [['avatar_filename'], avatar_filename] as const;
  if (header?.image) return [['header', 'image'], header.image] as const;
  return [['image_preview'], image_preview] as const;
}

function findPublicImage(named: string, from: string, folder: SiteFolder): string | undefined {
  const isImage = imageFileName.test(named) || heicFileName.test(named);
  if (!isImage || isExternalUrl(named) || named.split(/[/\\]/).includes('..')) {
    return undefined;
  }
  const file = themeFolders
    .map((name) =>
      join(folder.public, name, findOtherSpelling(join(folder.public, name), named) ?? named),
    )
    .find((path) => existsSync(path));
  return file && toRelativePath(from, file);
}

function describeMissingImage(named: string) {
  return {
    code: 'missing-file',
    message: `the image "${named}" is neither next to this file nor in public/, so the page shows no image`,
    remedy: 'Add the file, or delete the line.',
  };
}

function remoteImage(path: KeyPath, named: string): Finding {
  return {
    ...{ path, code: 'remote-picture' },
    message: `the image "${named}" is on another site, so the page shows no image`,
    remedy: 'Download the image, put it next to this file and write its name.',
  };
}

/**
 * Finds the image of a person where themes look for it: with `avatar` in its name in the folder of the person,
 * or with the name of the person next to their file or in `public/media/authors`. Returns undefined if the
 * file of the person names an image.
 */
export function findAvatar(
  { avatar_filename: named }: PersonFrontMatter,
  { path, stem, bundle }: PageFile,
  folder: SiteFolder,
): FoundImage | undefined {
  if (named !== undefined) return undefined;
  const pageFolder = dirname(path);
  const hasStem = (name: string) => name.slice(0, name.lastIndexOf('.')) === stem;
  const inPersonFolder = listImages(bundle ? pageFolder : join(pageFolder, stem));
  const file =
    inPersonFolder.find((name) => /[/\\]avatar\.[a-z]+$/i.test(name)) ??
    inPersonFolder.find((name) => /avatar[^/\\]*$/i.test(name)) ??
    (bundle ? [] : listImages(pageFolder, hasStem))[0] ??
    listImages(join(folder.public, 'media', 'authors'), hasStem)[0];
  if (file === undefined) return undefined;
  const name = toRelativePath(pageFolder, file);
  return { name, file, stamp: getFileStamp(file), path: [] };
}

/** Lists the absolute paths of the images in a folder by name. The folder may be missing. */
function listImages(folder: string, isWanted = (_: string) => true): string[] {
  try {
    const names = readdirSync(folder).filter((name) => imageFileName.test(name) && isWanted(name));
    return names.sort(compareText).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Reads the image that a key names. Returns a finding instead if it cannot be shown. */
export async function checkImage(
  image: FoundImage | undefined,
): Promise<{ image?: { name: string; animated: boolean }; findings: Finding[] }> {
  if (!image) return { findings: [] };
  const { name, file, path } = image;
  const { error, animated = false } = await readImage(file);
  if (!error) return { image: { name, animated }, findings: [] };
  const { what, remedy } = describeImageError(error);
  const message = `the image "${name.split('/').at(-1)}" ${what}`;
  const code = 'unreadable-picture';
  return { findings: [{ path, code, message, remedy }] };
}
