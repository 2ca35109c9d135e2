import { dirname, resolve } from 'node:path';
import { decodePath } from '../../model/page/addresses.ts';
import { isExternalUrl } from '../../model/page/link.ts';
import type { Finding } from '../../schema/finding.ts';
import { isWithin } from './file-stats.ts';
import type { PageFile } from './page-files.ts';
import type { SiteFolder } from './site-folder.ts';

/** Returns whether a relative path in a file of the author leaves the folder of the site. */
export function leavesSite(
  { root }: Pick<SiteFolder, 'root'>,
  { path }: Pick<PageFile, 'path'>,
  value: string,
): boolean {
  if (isExternalUrl(value) || !/^(?:\.\/)*\.\.\//.test(value)) return false;
  const target = resolve(dirname(path), decodePath(value.replace(/[?#].*$/s, '')));
  return !isWithin(target, root);
}

/** Describes a path that leaves the folder of the site. */
export function describeOutsidePath(value: string): Pick<Finding, 'code' | 'message' | 'remedy'> {
  return {
    code: 'outside-site',
    message: `"${value}" leaves the folder of the site`,
    remedy: 'Put the file next to this one or in public/, and write its name.',
  };
}
