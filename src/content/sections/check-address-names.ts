import {
  decodePath,
  isInvalidOnWindows,
  isPathTooLong,
  isTooLong,
  isUsableSlug,
  toTagSlug,
} from '../../model/page/addresses.ts';
import { toOldPath } from '../../model/site/redirects.ts';
import { toRawAliases } from '../../model/page/page.ts';
import { toRawTags } from '../../model/page/tags.ts';
import { quote } from '../../schema/describe.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import type { PageFrontMatter } from '../assets/page-files.ts';
import type { Section } from './section.ts';

type Named = PageFrontMatter & Parameters<typeof toRawTags>[0];

/** Returns whether a slug belongs to a generated page. `index.html` is the file of the list of a section. */
export function isReserved(slug: string, reserved: Section['reserved']): boolean {
  return reserved.includes(slug.toLowerCase()) || /^index\.html?$/i.test(slug);
}

/**
 * Checks the names that become parts of addresses, and so names of files: the slug of a page, its tags and its old
 * addresses.
 */
export function checkAddressNames(
  page: Named,
  slug: string,
  stem: string,
  section: Pick<Section, 'name' | 'noun' | 'reserved'>,
): Finding[] {
  return [
    ...checkSlug(page.slug, slug, stem, section),
    ...checkTags(page),
    ...toRawAliases(page).flatMap((alias) => checkAlias(alias)),
  ];
}

function checkSlug(
  rawSlug: string | undefined,
  slug: string,
  stem: string,
  { name, noun, reserved }: Pick<Section, 'name' | 'noun' | 'reserved'>,
): Finding[] {
  const path = ['slug'];
  const address = `/${name}/${slug}/`;
  if (rawSlug !== undefined && !isUsableSlug(rawSlug)) {
    return [
      {
        ...{ path, code: 'slug' },
        message: `slug ${quote(rawSlug)} has no letter or digit, so the address is ${address}`,
        remedy: 'Write a word, such as winter-school, or delete the line.',
      },
    ];
  }
  if (isReserved(slug, reserved)) {
    return [
      {
        ...{ path, code: 'reserved-address' },
        message: `the address ${address} is reserved for a page of the site itself`,
        remedy: `Rename the folder, or set a different slug: for the ${noun}.`,
      },
    ];
  }
  if (isInvalidOnWindows(slug))
    return [
      {
        ...{ path, code: 'windows-name' },
        message: `the address ${address} needs a folder with the name ${quote(slug)}, which Windows cannot create`,
        remedy: `Rename the folder, or set a different slug: for the ${noun}.`,
      },
    ];
  return isTooLong(rawSlug ?? stem)
    ? [toLongFinding(path, `the ${rawSlug === undefined ? 'name of the file' : 'slug'}`)]
    : [];
}

/** Checks the tags of a page, each of which has a list with its own address. */
export function checkTags(page: Parameters<typeof toRawTags>[0]): Finding[] {
  return toRawTags(page).flatMap((tag) => checkTag(tag));
}

function checkTag(tag: string): Finding[] {
  const path = ['tags'];
  if (isTooLong(tag)) return [toLongFinding(path, `the tag ${quote(tag)}`)];
  if (!isInvalidOnWindows(toTagSlug(tag))) return [];
  return [
    {
      ...{ path, code: 'windows-name' },
      message: `the list of the tag ${quote(tag)} needs a folder that Windows cannot create`,
      remedy: 'Write a different tag.',
    },
  ];
}

function checkAlias(alias: string): Finding[] {
  const path = ['aliases'];
  const decoded = decodePath(alias);
  const parts = decoded.split('/');
  if (isPathTooLong(decoded)) {
    const subject = parts.some(isTooLong) ? 'a part of the old address' : 'the old address';
    return [
      {
        ...{ path, code: 'long-name' },
        message: `${subject} ${quote(alias)} is longer than the name of a file may be, so it is not redirected`,
        remedy: 'Delete it.',
      },
    ];
  }
  if (toOldPath(alias) === undefined || !parts.some(isInvalidOnWindows)) return [];
  return [
    {
      ...{ path, code: 'redirect/windows-name' },
      message: `the old address ${quote(alias)} needs a folder that Windows cannot create`,
      remedy: 'If the site is ever built on Windows, delete it.',
    },
  ];
}

function toLongFinding(path: KeyPath, subject: string): Finding {
  return {
    ...{ path, code: 'long-name' },
    message: `${subject} is longer than the name of a file may be, so the address is shortened`,
    remedy: 'Write no more than 240 characters.',
  };
}
