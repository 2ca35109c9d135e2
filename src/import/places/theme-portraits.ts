import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OldFile, OldSite } from '../old-site/old-site.ts';

/** Portraits of templates: their size in bytes, and their SHA-256. */
const themePortraits: ReadonlyMap<number, string> = new Map([
  // The blue silhouette of Hugo Academic 4.
  [12_861, '5dca4f8d960e4c51bc9856d3abccc030564dc21fb8390c2249f84ede8c687646'],
]);

/** Why a portrait of a template is skipped. */
export const themePortraitReason = 'Portrait of the template, which shows nobody';

/**
 * Returns whether a file is the unchanged portrait of a template. Only files of the right name and size are read.
 * @param portraits The portraits of templates, as in `themePortraits`.
 */
export function isThemePortrait(
  { root }: Pick<OldSite, 'root'>,
  { path, size }: OldFile,
  portraits = themePortraits,
): boolean {
  const digest = portraits.get(size);
  if (digest === undefined || !/(^|\/)(avatar|portrait)\.(jpe?g|png)$/i.test(path)) return false;
  return (
    createHash('sha256')
      .update(readFileSync(join(root, path)))
      .digest('hex') === digest
  );
}
