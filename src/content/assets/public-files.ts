import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFolder } from './site-folder.ts';
import type { SkippedFile } from './skipped-files.ts';
import { isLinkFault, resolveEntry, type LinkChain } from './symbolic-links.ts';

/** The files in `public/` by their paths in it. */
export interface PublicFolder {
  files: string[];
  /** The symbolic links that are not followed. */
  skipped: SkippedFile[];
}

type PublicSite = Pick<SiteFolder, 'public' | 'leftOut' | 'linksPublicFiles'>;

/** Lists the paths of the published files in `public/`, relative to it. */
export function listPublicFiles(site: PublicSite): string[] {
  return readPublicFolder(site).files;
}

/** Lists the published files in `public/`, without those that are left out, and the symbolic links that are not followed. */
export function readPublicFolder({
  public: folder,
  leftOut,
  linksPublicFiles = false,
}: PublicSite): PublicFolder {
  const skipped: SkippedFile[] = [];
  const files = listFiles(folder, '', [], skipped, linksPublicFiles);
  return {
    files: leftOut ? files.filter((name) => !leftOut.has(`public/${name}`)) : files,
    skipped,
  };
}

function listFiles(
  folder: string,
  prefix: string,
  links: LinkChain,
  skipped: SkippedFile[],
  followsAll: boolean,
): string[] {
  const current = join(folder, prefix);
  if (!existsSync(current)) return [];
  return readdirSync(current, { withFileTypes: true }).flatMap((entry) => {
    const path = prefix + entry.name;
    const { kind, chain } = resolveEntry(entry, current, dirname(folder), links);
    if (kind === 'file' || (followsAll && kind === 'file-outside')) return [path];
    if (isLinkFault(kind)) skipped.push({ name: path, reason: kind });
    return kind === 'folder' ? listFiles(folder, `${path}/`, chain, skipped, followsAll) : [];
  });
}
